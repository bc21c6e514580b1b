import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const bin = new URL("../../bin/async-review.js", import.meta.url).pathname;
const cwd = tmpdir();

it("prints its version", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(await runCli(["--version"], { cwd })).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

it.each([
  [["lint", "--format", "xml"], 'error: --format can\'t be "xml". Write text, json or github\n'],
  [["config", "show", "--format", "xml"], 'error: --format can\'t be "xml". Write yaml or json\n'],
  [["simulate", "a/b", "--format", "xml"], 'error: --format can\'t be "xml". Write text, json or markdown\n'],
  [["lint", "--sevre"], "error: unknown option '--sevre'\n"],
])("refuses %j in one sentence", async (args, stderr) => {
  expect(await runCli(args, { cwd })).toEqual({ status: 2, stdout: "", stderr });
});

it("ends quietly when nobody reads on, as under `| head`", () => {
  const script = 'set -o pipefail; "$0" "$1" config schema | head -n 1; echo $?';
  const output = execFileSync("bash", ["-c", script, process.execPath, bin], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(output).toBe("{\n0\n");
});
