import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const cwd = mkdtempSync(join(tmpdir(), "colors-"));
writeFileSync(join(cwd, "async.yml"), "enforcement: sometimes\n");
const place = "async.yml:1:14";
const rest =
  "  enforcement can't be \"sometimes\". Write advise or block. Using the default (advise) until it's fixed.";

it.each([
  ["none in a pipe", {}, "error"],
  ["as FORCE_COLOR wants them", { FORCE_COLOR: "1" }, "\u001b[31merror\u001b[39m"],
  ["none with FORCE_COLOR=0", { FORCE_COLOR: "0" }, "error"],
  ["none with NO_COLOR", { NO_COLOR: "1" }, "error"],
])("colours findings: %s", async (_case, env, level) => {
  const { stdout, stderr } = await runCli(["config", "check", "async.yml"], { cwd, env });
  expect({ first: stdout.split("\n")[0], stderr }).toEqual({
    first: `${place}  ${level}${rest}  (config)`,
    stderr: "",
  });
});
