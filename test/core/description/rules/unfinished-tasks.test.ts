import { describe, expect, it } from "vitest";
import { judge } from "../describe.ts";
import { found } from "./found.ts";

describe("unfinished-tasks", () => {
  it("counts open boxes outside optional sections", () => {
    expect(
      found("unfinished-tasks", "- [x] a\n- [ ] @bob checks\n- [ ] c\n\n## Extra\n- [ ] d", {
        config: {
          sections: [{ id: "extra", heading: "Extra", optional: true }],
          rules: { "unfinished-tasks": "warning" },
        },
      }),
    ).toEqual([
      'warning - 2 2 tasks aren\'t ticked, starting with "@\u200Bbob checks". Finish them or remove them',
    ]);
  });

  const open = (text: string) =>
    found("unfinished-tasks", text, { config: { rules: { "unfinished-tasks": "warning" } } }).length === 1;

  it.each([
    "- [ ] update them",
    "- [ ] **Docs:** update them",
    "- [ ] Docs: update them",
    "- [ ] **Docs**: update them",
    "- [ ] **Docs?** update them",
    "- [ ] **Docs** – update them",
    "- [ ] Docs? Update them",
    "- [ ] **Docs** update them",
  ])("counts %j once", (task) => {
    const config = { rules: { "unfinished-tasks": "warning" } } as const;
    expect(found("unfinished-tasks", `## Testing\n${task}\n`, { config })[0]).toContain(
      "1 task isn't ticked",
    );
  });

  it.each([
    ["<p>[ ] one<br>[ ] two</p>", 2],
    ["<p>[ ] one<br>[x] two<br>[ ] three</p>", 2],
    ["<p>[ ] <b>Docs</b><br>[ ] two</p>", 2],
    ["<p>[ ] <b>Docs:</b> update them<br>[ ] two</p>", 2],
    ["<p>[ ] Is it compatible?<br>[ ] two</p>", 2],
  ])("counts every box of a line: %j", (text, count) => {
    const config = { rules: { "unfinished-tasks": "warning" } } as const;
    expect(found("unfinished-tasks", text, { config })[0]).toContain(`${count} tasks aren't ticked`);
  });

  it.each([
    "- [ ] **Docs updated**",
    "- [ ] Is it compatible?",
    "- [ ] **Docs:** update them",
    "- [ ] **Testing**",
    "- [ ] Risk: none that we know of",
    "- [x] a\n\n## Why\nThe bank is slow.\n\n## Extra\n- [ ] b",
  ])("lets an optional section have open boxes: %j", (tasks) => {
    const sections = [{ id: "extra", heading: "Extra", optional: true }];
    const config = { sections, rules: { "unfinished-tasks": "warning" } } as const;
    expect(found("unfinished-tasks", `## Extra\n${tasks}\n`, { config })).toEqual([]);
  });

  it.each([
    "- [ ] **Docs**",
    "- [ ] __Docs__ are updated",
    "- [ ] Is the changelog updated?",
    "- [ ] Docs:",
    "- [ ] **Docs:** updated",
    "1. [ ] tell support",
    "+ [ ] alert",
    "- [ ] ~~docs~~ and the guide",
    "- [ ] support `[x]`",
    "- - [ ] a",
    "> - [ ] a",
  ])("counts %j", (text) => expect(open(text)).toBe(true));

  it.each([
    "- [ ] ~~Docs~~",
    "- [ ] ~~Docs~~ (not needed)",
    "- [ ] <del>Docs</del>",
    "- [ ] **~~Docs~~**",
    "- [x] Docs?",
    "- [ ]",
    "- ~~[ ] Docs~~",
    "`- [ ] a`",
    "```\n- [ ] a\n```",
    "<!-- - [ ] a -->",
  ])("doesn't count %j", (text) => expect(open(text)).toBe(false));

  it.each([
    "~~Add a migration~~ not needed here",
    "~~docs~~ later in #12",
    "~~Update changelog~~ (n/a)",
    "~~Screenshots~~ no UI change",
    "~~Screenshots~~ backend only",
    "~~Add E2E tests~~ covered by the existing ones",
    "~~Unit tests~~ existing tests cover this",
    "~~Benchmarks~~ #123",
    "~~Telemetry~~: we decided against it",
    "~~Documentation~~ moved to https://example.org/guide",
    "~~Docs~~, not needed",
    "~~Docs~~ *not needed*",
    "~~Docs~~ <!-- not needed -->",
    "~~Docs~~ **N/A**, the API stays",
    "~~Docs~~ ~~and the guide~~",
    "~~Add a migration~~ there is no schema change",
    "~~Translations~~ follow-up PR",
    "~~Test on iOS~~ I have no device",
    "~~Run the load test~~ traffic is tiny",
    "~~Ask the DBA team~~ they signed off already",
    "~~Doku~~ nicht nötig",
    "<del>Docs</del> the API is unchanged",
    "**~~Docs~~** will do in a follow-up",
    "~~[Docs](https://example.org)~~ done in #88",
    "~~I have added tests~~ I only touched comments",
    "~~Changelog~~ internal change, no users affected",
    "~~Add tests~~ hard to test",
  ])("drops a task whose reason says why or where: %s", (task) => {
    expect(open(`- [ ] ${task}`)).toBe(false);
  });

  it.each([
    "~~two~~ three retries are tested",
    "~~docs~~ and the guide",
    "~~Add~~ Update the changelog",
    "~~Alice~~ Bob reviews the migration",
    "~~Alice~~ Bob checks #12",
    "~~Unit~~ integration tests pass",
    "~~Staging~~ production is checked",
    "~~Docs~~ README updated",
    "~~Before~~ After the deploy, check the logs",
    "~~old flag~~ → new flag is removed",
    "~~Add an endpoint~~ Add a query parameter",
    "~~Use Redis~~ Use Postgres for the queue",
    "~~Write the unit tests~~ Add integration tests",
    "~~The first two~~ three retries are tested",
    "~~Docs~~, changelog and tests are updated",
    "~~JavaScript~~/TypeScript types are exported",
    "~~v1~~ **v2** is deployed",
    "~~re~~start the workers",
    "the ~~old~~ new flag is removed",
    "Update the guide ~~and the changelog~~",
    "`~~Docs~~` not needed",
    "Docs ~~not needed~~",
    "~~I have added tests~~ I have added benchmarks",
    "~~External~~ internal API is documented",
    "~~on Monday~~ on Tuesday: deploy",
  ])("counts a task in which only a word is struck out: %s", (task) => {
    expect(open(`- [ ] ${task}`)).toBe(true);
  });

  const testing = (body: string) => {
    const { sections } = judge(`## Testing\n\n${body}\n`);
    return sections.find(({ id }) => id === "testing")?.status;
  };
  it.each([
    ["- [ ] ~~Unit tests~~ no logic was changed, only two names", "filled"],
    ["- [ ] ~~Unit tests~~ (no logic was changed, only two names)", "filled"],
    ["- [ ] ~~Unit tests~~", "empty"],
    ["- [ ] ~~two~~ three retries are tested by the nightly run", "empty"],
  ])("reads the reason of a dropped task as text of its section: %j is %s", (body, status) => {
    expect(testing(body)).toBe(status);
  });
});
