import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const bin = fileURLToPath(new URL("../../bin/async-review.js", import.meta.url));
const cwd = tmpdir();

it("prints its version", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(await runCli(["--version"], { cwd })).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

it.each([
  [["lint", "--format", "xml"], 'async-review: --format can\'t be "xml". Write text, json or github.\n'],
  [["config", "show", "--format", "xml"], 'async-review: --format can\'t be "xml". Write yaml or json.\n'],
  [
    ["simulate", "a/b", "--format", "xml"],
    'async-review: --format can\'t be "xml". Write text, json or markdown.\n',
  ],
  [["lint", "--sevre"], "async-review: Unknown option '--sevre'.\n"],
  [["lint", "--formt", "json"], "async-review: Unknown option '--formt'.\n(Did you mean --format?)\n"],
])("refuses %j in one sentence", async (args, stderr) => {
  expect(await runCli(args, { cwd })).toEqual({ status: 2, stdout: "", stderr });
});

it.skipIf(process.platform !== "linux")("says that it reads from a terminal, and reads what is typed", () => {
  // `script` gives the program a terminal, and ends the typed text with Ctrl-D.
  const typed = 'printf "nit: rename\\n" | script --quiet --return --command "$0 $1 classify" /dev/null';
  // There, the shell would warn of a locale that is not installed.
  const env = { ...process.env, LC_ALL: "C" };
  const output = execFileSync("bash", ["-c", typed, process.execPath, bin], { cwd, encoding: "utf8", env });
  expect(output.replaceAll("\r", "").split("\n").filter(Boolean).sort()).toEqual([
    '-  nit  Line 1 starts with "nit".',
    "Paste the text, then press Ctrl-D on a line of its own.",
    "nit: rename",
  ]);
});

it("waits for a non-blocking standard input", async () => {
  // Node makes standard input non-blocking, and undoes that only when it ends by itself.
  const script = `"$0" -e 'process.stdin.resume(); process.kill(process.pid, "SIGKILL")'; echo >&2; exec "$0" "$1" classify`;
  const child = spawn("bash", ["-c", script, process.execPath, bin], { cwd });
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.once("data", () => setTimeout(() => child.stdin.end("nit: rename"), 500));
  await new Promise((resolve) => child.on("close", resolve));
  expect(output).toBe('-  nit  Line 1 starts with "nit".\n');
});

it("ends quietly when its reader stops, as under `| head`", () => {
  const script = 'set -o pipefail; "$0" "$1" config schema | head -n 1; echo $?';
  const output = execFileSync("bash", ["-c", script, process.execPath, bin], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(output).toBe("{\n0\n");
});
