import { parseArgs } from "node:util";

export type DemoOptions = { mode: "story" } | { mode: "serve"; port: number };

const usage = "expected none, or --serve with an optional --port <number>.";

/** The demo's arguments; a sentence that says what to write instead when they are not understood. */
export function parseArguments(args: string[]): DemoOptions | string {
  const { tokens, values } = parseArgs({
    args,
    options: { serve: { type: "boolean" }, port: { type: "string" } },
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find(
    (token) => token.kind !== "option" || (token.name !== "serve" && token.name !== "port"),
  );
  if (unknown !== undefined) return `Unexpected argument "${args[unknown.index]}"; ${usage}`;
  if (values.serve !== true)
    return values.port === undefined ? { mode: "story" } : `Unexpected --port without --serve; ${usage}`;
  const port = values.port ?? "4000";
  if (typeof port !== "string" || !/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return `--port is "${port}"; expected a number from 0 (any free port) to 65535.`;
  return { mode: "serve", port: Number(port) };
}
