import { Writable } from "node:stream";
import { getTransformStream } from "@probot/pino";
import { type Logger, pino } from "pino";

/** The server's log on standard output: one JSON object a line, or Probot's readable form. */
export async function createLogger({
  logLevel,
  logFormat,
}: {
  logLevel: string;
  logFormat: "json" | "pretty";
}): Promise<Logger> {
  const options = { level: logLevel, name: "async-review" };
  if (logFormat === "json") return pino(options);
  const readable = await getTransformStream({ logFormat: "pretty" });
  readable.pipe(
    new Writable({ write: (line, _encoding, done) => void process.stdout.write(line, () => done()) }),
  );
  return pino(options, readable);
}
