import type { IncomingMessage } from "node:http";
import { IntakeError } from "./intake-error.ts";

/** GitHub sends no payload that is larger. https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const maxPayloadBytes = 25 * 1024 * 1024;

/**
 * The bytes of a request. Throws an `IntakeError`: 413 as soon as they are more than a payload can be (what still comes is
 * read and dropped, so that the sender gets to see the answer), 400 when the sender goes away half-way.
 */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = Number(request.headers["content-length"] ?? 0);
    const refuse = () => {
      request.removeAllListeners("data").resume();
      reject(new IntakeError("The payload is larger than 25 MB, which GitHub never sends.", { status: 413 }));
    };
    if (length > maxPayloadBytes) return refuse();
    length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxPayloadBytes) return refuse();
      chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", () => reject(new IntakeError("The delivery broke off.", { status: 400 })));
    request.on("close", () => {
      if (!request.complete) reject(new IntakeError("The delivery broke off.", { status: 400 }));
    });
  });
}
