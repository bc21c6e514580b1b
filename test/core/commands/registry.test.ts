import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { slashCommands } from "../../../src/core/commands/commands.ts";
import { evaluateCommands } from "../../../src/core/commands/evaluate-commands.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { comment, pullRequest } from "../conversation/build.ts";

const folder = (path: string) => new URL(`../../../${path}/`, import.meta.url);
const page = (name: string) => readFileSync(new URL(`${name}.md`, folder("docs/commands")), "utf8");
const names = slashCommands.map(({ name }) => name).sort();

/** The examples of a page's section: its code blocks. */
function examples(name: string, heading: string): string[] {
  const section =
    page(name)
      .split(/^## /m)
      .find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/```text\n([\s\S]*?)\n```/g)].map((match) => match[1]!);
}

/** Evaluates a comment by the author, who has write access. The examples of `resolve` link to the others. */
function evaluate(body: string) {
  const page7 = "https://github.com/acme/shop/pull/7";
  const comments = [
    comment("alice", "issue: a", 1, { url: `${page7}#issuecomment-123` }),
    comment("alice", "issue: a", 1, { url: `${page7}#pullrequestreview-45` }),
    comment("alice", body, 2),
  ];
  return evaluateCommands({
    pullRequest: pullRequest({ comments }),
    permissions: new Map([["alice", "write"]]),
  });
}

describe("the command registry", () => {
  it("has a definition, an entry and a page for each command", () => {
    const defined = readdirSync(folder("src/core/commands")).flatMap((file) =>
      [
        ...readFileSync(new URL(file, folder("src/core/commands")), "utf8").matchAll(
          /^export const (\w+)(?:: Command<| = plain\()/gm,
        ),
      ].map((match) => match[1]!),
    );
    const pages = readdirSync(folder("docs/commands")).map((file) => file.replace(/\.md$/, ""));
    expect(defined.sort()).toEqual(names);
    expect(pages.sort()).toEqual(names);
  });

  it.each([...slashCommands])("$name: its page repeats the command's own texts", ({ name, usage }) => {
    expect(page(name).startsWith(`# ${name}\n\n\`${usage}\`: ${english.commands.summaries[name]}.\n`)).toBe(
      true,
    );
    expect(page(name)).toContain("\n## When not to use it\n");
    expect(examples(name, "Accepted").length).toBeGreaterThan(0);
  });

  it.each(names.flatMap((name) => examples(name, "Accepted").map((example) => [name, example])))(
    "%s accepts %j",
    (name, example) => {
      const { accepted, reactions } = evaluate(example);
      expect(accepted.map(({ command }) => command.name)).toEqual([name]);
      expect(reactions.map(({ content }) => content)).toEqual(["rocket"]);
    },
  );

  it.each(names.flatMap((name) => examples(name, "Can't be used").map((example) => [name, example])))(
    "%s refuses %j",
    (_name, example) => {
      const { accepted, reactions } = evaluate(example);
      expect([accepted, reactions.map(({ content }) => content)]).toEqual([[], ["confused"]]);
    },
  );
});
