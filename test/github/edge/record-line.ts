import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { World } from "../state/world.ts";

/**
 * Appends one JSON line to the file that `STANDIN_RECORD` names, if it names one, for `npm run test:contract`
 * to check against GitHub's own descriptions.
 */
export function recordLine(
  world: World,
  line: Record<string, unknown> & { kind: "request" | "webhook" },
): void {
  const file = process.env.STANDIN_RECORD;
  if (file === undefined || file === "" || world.recorded === "nothing") return;
  if (line.kind === "webhook" && world.recorded !== "everything") return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}
