import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDecisions } from "../../../src/core/conversation/find-decisions.ts";
import { isForTheApp } from "../../../src/core/conversation/is-courtesy.ts";
import { parseCommands } from "../../../src/core/text/parse-commands.ts";
import { readCpuTime } from "../../cpu-time.ts";
import { times } from "../../properties.ts";
import { comment, pullRequest } from "../conversation/build.ts";

const findReason = (body: string) =>
  findDecisions(pullRequest({ comments: [comment("alice", body, 0)] }), new Map()).decisions[0]?.reason;
const say = (body: string) =>
  parseCommands(body).map(({ name, argument, line }) => `${line} ${name} ${argument}`.trim());

const spellings: [body: string, calls: string[]][] = [
  ["/async skip  the outage ", ["1 skip the outage"]],
  ["Hello\r\n\r\n/async recheck\r\n", ["3 recheck"]],
  ["  /Async HELP", ["1 help"]],
  ["/async", ["1"]],
  ["/async\tdue 2026-11-30\n/async ready", ["1 due 2026-11-30", "2 ready"]],
  ["/async skip: hotfix", ["1 skip hotfix"]],
  ["/async skip - hotfix, thanks.", ["1 skip hotfix, thanks."]],
  ["/async skip — hotfix", ["1 skip hotfix"]],
  ["/async: skip: hotfix", ["1 skip hotfix"]],
  ["/async: snooze 2 days", ["1 snooze 2 days"]],
  ["/async, ready", ["1 ready"]],
  ["/async recheck.", ["1 recheck"]],
  ["/async please recheck!", ["1 recheck"]],
  ["/async help please", ["1 help"]],
  ["/async snooze please 2 days.", ["1 snooze 2 days."]],
  ["/async snooze -1 day", ["1 snooze -1 day"]],
  [
    "/async resolve https://github.com/a/b/pull/1#issuecomment-1",
    ["1 resolve https://github.com/a/b/pull/1#issuecomment-1"],
  ],
  ["say /async skip a", []],
  ["- /async skip a", []],
  ["/asynchronous", []],
  ["/async-review is our app", []],
  ["> /async skip a", []],
  ["    /async skip a", []],
  ["\t/async skip a", []],
  ["`/async skip a`", []],
  ["```\n/async skip a\n```\n/async help", ["4 help"]],
  ["~~~\n```\n/async skip a\n~~~\n/async help", ["5 help"]],
  ["```\n/async skip a", []],
  ["````\n```\n/async skip a\n````", []],
  ["1. ```sh\n   npm test\n   ```\n\n/async help", ["5 help"]],
  ["- ```\n  /async skip a\n  ```\n/async help", ["4 help"]],
  ["- ```\n  npm test\n/async help", ["3 help"]],
  ["- a\n  ```\n  /async skip a\n\n/async help", ["5 help"]],
  ["- a\n  - ~~~\n    b\n    ~~~\n/async help", ["5 help"]],
  ["-\t```\n\tnpm test\n\t```\n/async help", ["4 help"]],
  ["10) ```\n\n    npm test\n      ```\n/async help", ["5 help"]],
  ["-     ```\n/async help", ["2 help"]],
  ["- * * *\n/async help", ["2 help"]],
  ["- [ ] ```\n/async help", ["2 help"]],
  ["<!--\n/async skip a\n-->\n/async help", ["4 help"]],
  ["<!-->\n/async help", ["2 help"]],
  ["<!--> /async help", ["1 help"]],
  ["`<!--` is new\n\n/async help", ["3 help"]],
  ["<!-- ``` -->\n/async help", ["2 help"]],
  ["```\n<!--\n```\n/async help", ["4 help"]],
];

describe("parseCommands", () => {
  it.each(spellings)("reads %j", (body, expected) => expect(say(body)).toEqual(expected));

  it("keeps at most twenty commands, each with its own text", () => {
    const calls = parseCommands("/async decision a\n".repeat(25));
    expect(calls.map(({ following }) => following)).toEqual(Array(20).fill(""));
  });

  it("keeps the text below a command, up to the next", () => {
    expect(parseCommands("/async decision a\r\nReason: b\n\nc\n/async help")).toEqual([
      { name: "decision", argument: "a", following: "Reason: b\n\nc", line: 1 },
      { name: "help", argument: "", following: "", line: 5 },
    ]);
  });

  it("ignores commands in a fence, a quote or indented code", () => {
    const lines = fc.array(fc.constantFrom("text", "/async skip a", "", "<!-- a -->", "# b", "- c"), {
      maxLength: 8,
    });
    const wraps: ((line: string[]) => string)[] = [
      (line) => `\`\`\`\n${line.join("\n")}\n\`\`\``,
      (line) => `~~~~ js\n${line.join("\n")}\n~~~~`,
      (line) => line.map((text) => `> ${text}`).join("\n"),
      (line) => line.map((text) => `    ${text}`).join("\n"),
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...wraps), lines), { maxLength: 4 }), (blocks) => {
        const body = blocks.map(([wrap, line]) => wrap(line)).join("\n\n");
        expect(parseCommands(body)).toEqual([]);
        expect(parseCommands(`${body}\n\n/async help`).map(({ name }) => name)).toEqual(["help"]);
      }),
      { numRuns: 300 * times },
    );
  });

  it("stays quick and never throws", () => {
    const units = [
      "/async ",
      "/async a\n",
      "```\n",
      "<!--",
      "-->",
      "<!-- -->",
      "> ",
      "\n",
      "\t",
      "~~~a\n",
      "/async\n",
    ];
    // One line opens thousands of list items, and the next, long one ends them all.
    const items = `${"- + ".repeat(12_600)} x\n`;
    const before = readCpuTime();
    for (const unit of units) parseCommands(unit.repeat(65_536 / unit.length));
    for (let round = 0; round < 3; round++) {
      parseCommands(`${items}${" ".repeat(15_000)}x\n`);
      parseCommands(`${items}x${" ".repeat(15_000)}\n`);
    }
    expect(readCpuTime() - before).toBeLessThan(1500);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...units), fc.string())),
        (pieces) => void parseCommands(pieces.join("")),
      ),
    );
  });
});

describe("the other readers of commands", () => {
  // One line, so that a command is the whole text.
  it.each(spellings.filter(([body]) => !/[\r\n]./.test(body)))(
    "agree on whether %j is for the app",
    (body, calls) => expect(isForTheApp(body)).toBe(calls.length > 0),
  );

  it.each(spellings)("agree on whether %j ends a decision", (body, calls) =>
    expect(findReason(`Decision: keep it\n${body}\n\nReason: cheap`)).toBe(calls.length > 0 ? "" : "cheap"),
  );
});
