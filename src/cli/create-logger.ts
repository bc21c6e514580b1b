import { Writable } from "node:stream";
import { getTransformStream } from "@probot/pino";
import { type Logger, pino, stdSerializers } from "pino";
import { escapeDangerousJson, removeDangerous } from "../core/text/quote-text.ts";
import { GitHubError } from "../reconcile/github-error.ts";

/** GitHub's refusals are expected and their message is enough; only a fault of ours gets a stack. */
function describeError(error: Error): object {
  if (!(error instanceof GitHubError)) return stdSerializers.err(error);
  const { reason, status, message } = error;
  return { type: error.name, message, reason, status };
}

/**
 * The readable form prints texts as they are, so control characters are removed first. A message stays on one
 * line.
 */
function removeDangerousFromJson(line: string): string {
  const harmless = JSON.parse(line, (key, value) => {
    if (typeof value !== "string") return value;
    return key === "msg" ? removeDangerous(value).replaceAll("\n", " ") : removeDangerous(value);
  });
  return `${JSON.stringify(harmless)}\n`;
}

/** The server's log on standard output: one JSON object per line, or Probot's readable form. */
export async function createLogger({
  logLevel,
  logFormat,
}: {
  logLevel: string;
  logFormat: "json" | "pretty";
}): Promise<Logger> {
  const options = { level: logLevel, name: "async-review", serializers: { err: describeError } };
  if (logFormat === "json") return pino({ ...options, hooks: { streamWrite: escapeDangerousJson } });
  const readable = await getTransformStream({ logFormat: "pretty" });
  readable.pipe(
    new Writable({ write: (line, _encoding, done) => void process.stdout.write(line, () => done()) }),
  );
  return pino({ ...options, hooks: { streamWrite: removeDangerousFromJson } }, readable);
}
