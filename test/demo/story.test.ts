import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";

const run = promisify(execFile);
const main = fileURLToPath(new URL("main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** CI is set because some libraries colour their output there, terminal or not. */
const play = (args: string[], temporary = folder) =>
  run(process.execPath, [main, ...args], {
    env: { ...process.env, CI: "1", TMPDIR: temporary },
    timeout: 25_000,
  });

it("tells the whole story, without colours when piped, and leaves nothing behind", async () => {
  const { stdout, stderr } = await play([]);
  expect(stderr).toBe("");
  await expect(stdout).toMatchFileSnapshot("story.txt");
  expect(readdirSync(folder)).toEqual([]);
});

it("fails with one line when it can't start", async () => {
  await expect(play([], join(folder, "absent"))).rejects.toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^The demo did not work: ENOENT[^\n]*\n$/),
  });
});

it("explains a wrong argument in one line", async () => {
  await expect(play(["--sevre"])).rejects.toMatchObject({
    code: 2,
    stdout: "",
    stderr: 'Unknown argument "--sevre". See npm run demo -- --help.\n',
  });
});

it("prints its usage", async () => {
  const { stdout } = await play(["--help"]);
  expect(stdout).toMatch(/--serve \[--port N\]/);
});

it("serves the page until it is told to stop", async () => {
  const demo = spawn(process.execPath, [main, "--serve", "--port", "0"], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(demo.stdout, "data")) as [Buffer];
  const url = /^The demo is at (http:\/\/127\.0\.0\.1:\d+) \(Ctrl-C ends it\)\.\n$/.exec(String(line))?.[1];
  expect((await fetch(url!)).status).toBe(200);
  demo.kill("SIGTERM");
  expect(await once(demo, "exit")).toEqual([0, null]);
  expect(readdirSync(folder)).toEqual([]);
});
