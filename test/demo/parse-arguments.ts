import { parseArgs } from "node:util";

export type DemoOptions = { mode: "story" } | { mode: "help" } | { mode: "serve"; port: number };

export const usage = `npm run demo                          tells the story in three acts; takes a few seconds
npm run demo -- --serve [--port N]    serves the page, on port 4000 unless told otherwise (0: any free port)
npm run demo -- --help                says this
`;

/** The demo's arguments, or a sentence that says what to write instead. */
export function parseArguments(args: string[]): DemoOptions | string {
  const { tokens, values } = parseArgs({
    args,
    options: { serve: { type: "boolean" }, port: { type: "string" }, help: { type: "boolean", short: "h" } },
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find(
    (token) => token.kind !== "option" || !["serve", "port", "help"].includes(token.name),
  );
  if (unknown !== undefined) return `Unknown argument "${args[unknown.index]}". ${seeHelp}`;
  if (values.help === true) return { mode: "help" };
  if (values.serve !== true)
    return values.port === undefined ? { mode: "story" } : `--port needs --serve beside it. ${seeHelp}`;
  const port = values.port ?? "4000";
  if (typeof port !== "string" || !/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return `"${port}" isn't a port. Give a number up to 65535, or 0 for any free one.`;
  return { mode: "serve", port: Number(port) };
}

const seeHelp = "See npm run demo -- --help.";
