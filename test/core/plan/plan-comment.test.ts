import { expect, it } from "vitest";
import { decide } from "../../../src/core/plan/decide.ts";
import type { PullRequest } from "../../../src/core/pull-request.ts";
import { buildComment } from "../../build-observation.ts";
import { buildFacts, complete } from "./build-facts.ts";

type More = Parameters<typeof buildFacts>[1];
const bodyOf = (pullRequest: Partial<PullRequest>, more: More = {}) =>
  decide(buildFacts(pullRequest, more)).comment?.body ?? null;

const oneMissing = complete.replace(/## Risk[\s\S]*(?=## Testing)/, "");
const large = { additions: 800, deletions: 100, changedFiles: 2 };

const renderRiskQuestion = (insert: string) =>
  `**A reviewer will ask about risk.**

| | | |
|---|---|---|
| ✓ | Context | line 1 |
| ✓ | Approach | line 4 |
| – | **Risk** | What could go wrong, and how would we undo it? |
| ✓ | Testing | line 7 |
| ✓ | Review focus | line 10 |

<details><summary>Copy into the description</summary>

\`\`\`markdown
## Risk
<!-- What could go wrong, and how would we undo it? -->
\`\`\`

</details>

${insert} This does not block merging.`;
const button = "Press *Add missing sections* on the check to insert what's missing.";
const command = "Comment `/async insert` to insert what's missing.";

it("names the way to insert that is open to its reader", () => {
  expect(bodyOf({ body: oneMissing })).toBe(renderRiskQuestion(button));
  // GitHub may hide the buttons from the author of a pull request from a fork.
  expect(bodyOf({ body: oneMissing, isCrossRepository: true })).toBe(renderRiskQuestion(command));
  expect(bodyOf({ body: oneMissing }, { config: "checks: {description: false}\n" })).toBe(
    renderRiskQuestion(command),
  );
});

it("leaves warnings about the whole description to the check, unless the config wants them in the comment", () => {
  expect(bodyOf({ ...large, body: oneMissing })).toBe(renderRiskQuestion(button));
  expect(bodyOf({ ...large, body: complete }, { config: "comment: {when: findings}\n" })).toBe(
    `**One thing would help a reviewer.**

- 900 lines in 2 files: name at least two in the order to read them, or say that it reads commit by commit. (\`review-order\`)

This does not block merging.`,
  );
});

it("needs two lines for a small change without a description", () => {
  expect(bodyOf({ additions: 1, deletions: 1, body: "" })?.split("\n\n")).toEqual([
    "**A reviewer will ask about context.** What problem does this solve, and why now? Link the ticket or incident.",
    "<details><summary>Copy into the description</summary>",
    "```markdown\n## Context\n<!-- What problem does this solve, and why now? Link the ticket or incident. -->\n```",
    "</details>",
    `${button} This does not block merging.`,
  ]);
});

it("doesn't mention the description beside decisions when nothing is asked of it", () => {
  const decided = { comments: [buildComment({ body: "Decision: keep the queue" })] };
  const more = { knownPermissions: new Map([["bob", "write" as const]]) };
  const log =
    "**Decisions**\n\n- keep the queue (bob, [2026-03-02](https://github.com/acme/shop/pull/7#issuecomment-1))";
  expect(bodyOf({ ...decided, isDraft: true }, more)).toBe(log);
  expect(bodyOf({ ...decided, body: complete }, more)).toBe(`Description complete. Thank you.\n\n${log}`);
});

it("stays within GitHub's limit, whatever the config asks for", () => {
  const sections = Array.from(
    { length: 50 },
    (_, at) => `{id: s${at}, heading: "Part ${at}", hint: "${"$".repeat(900)}"}`,
  );
  const body = bodyOf(
    { body: "" },
    { config: `description: {sections: [${sections.join(",")}], when: []}\n` },
  )!;
  expect(body.length).toBeLessThanOrEqual(65_000);
  expect(body.split("\n\n").at(-1)).toBe("… (cut here: GitHub's size limit)");
});
