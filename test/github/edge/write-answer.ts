import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Answer } from "../rest/answer.ts";
import type { ReceivedRequest } from "./read-request.ts";

/** The damage of an answer on its way. */
export type Spoilt = "dropped" | "half" | null;

/** Sends an answer with GitHub's headers. A GET whose `If-None-Match` matches gets 304. */
export function writeAnswer(
  response: ServerResponse,
  request: ReceivedRequest,
  answer: Answer,
  spoilt: Spoilt,
): number {
  if (spoilt === "dropped") {
    response.destroy();
    return 0;
  }
  const text =
    answer.body === null ? "" : typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const etag = `W/"${createHash("sha256").update(text).digest("hex")}"`;
  const isRead = request.method === "GET" && answer.status === 200;
  const isSame = isRead && request.headers["if-none-match"] === etag;
  const status = isSame ? 304 : answer.status;
  const headers: Record<string, string> = {
    "content-type": "application/json; charset=utf-8",
    "x-github-request-id": "0000:0000:000000:000000:00000000",
    "x-github-api-version-selected": request.headers["x-github-api-version"] ?? "2022-11-28",
    ...(isRead ? { etag } : {}),
    ...answer.headers,
  };
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(isSame ? "" : text) });
  if (spoilt === "half") {
    response.write(text.slice(0, Math.ceil(text.length / 2)));
    // After the first half was sent.
    setImmediate(() => response.destroy());
    return status;
  }
  response.end(isSame ? "" : text);
  return status;
}
