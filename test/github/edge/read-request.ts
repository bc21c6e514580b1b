import type { IncomingMessage } from "node:http";

/** A request with its whole body. */
export interface ReceivedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  text: string;
  /** Parsed JSON; an empty object when there is no body, null when it is not JSON. */
  body: Record<string, unknown> | null;
}

/** Reads the body to its end. */
export async function readRequest(message: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const url = new URL(message.url ?? "/", "http://localhost");
  return {
    method: message.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers as Record<string, string | undefined>,
    text,
    body: text === "" ? {} : isForm(message) ? Object.fromEntries(new URLSearchParams(text)) : parse(text),
  };
}

/** The form of a page, which browsers send. The API takes JSON. */
const isForm = ({ headers }: IncomingMessage) =>
  headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
