import fc from "fast-check";
import { expect, it } from "vitest";
import { emptyPlan } from "../../../src/core/planned.ts";
import { localReader, runTask } from "../../../src/reconcile/run-task.ts";
import { buildObservation } from "../../build-observation.ts";
import { readCpuTime } from "../../cpu-time.ts";
import { times } from "../../properties.ts";
import { comment, reply, review, thread } from "../conversation/build.ts";
import { markdown } from "../description/markdown.ts";

/** Text that has a meaning for the app, and text that ends or hides other text. */
const word = fc.constantFrom(
  ..."nit|blocking|non-|not blocking any more|suggestion|issue|question|praise|Must |ok|resolved|thanks|TODO(a)".split(
    "|",
  ),
  ..."(|)|[|]|](|{|}|!|**|_|`|```|~~~|<!--|-->|> |- |1. |#|# |:|;|,|.|—|/|\\|&amp;|<details>|\n|\r\n|\r|\t| ".split(
    "|",
  ),
  ..."/async |due |snooze |until |by |next |end of |Friday|month|5th|March |2026-11-30|12 |days|please".split(
    "|",
  ),
  ..."Decision:|Reason:|Options:|Revisit:|Status:|Blocker: |@dave|@acme/web |https://github.com/a/b/pull/1|#12".split(
    "|",
  ),
  ..."## Context\n|Risk|N/A|None|Signed-off-by: |<!-- async-review:sticky:0 -->|\u0000|\u202e|\ud800|😀|：|é".split(
    "|",
  ),
);
const short = fc.array(fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: fc.string() }), {
  maxLength: 20,
});
const text = fc.oneof(
  { weight: 4, arbitrary: short.map((words) => words.join("")) },
  { weight: 1, arbitrary: markdown({ maxLength: 20 }) },
  {
    weight: 2,
    arbitrary: fc.tuple(short, fc.array(word, { minLength: 1, maxLength: 5 })).map(([start, unit]) => {
      const repeated = unit.join("");
      return start.join("") + repeated.repeat(Math.ceil(65_536 / repeated.length));
    }),
  },
);

const config = `
enforcement: block
turns: {hours: {time_zone: Europe/Berlin}}
review: {gate: [blocking, question], hint: once}
description: {rules: {title: {level: error, pattern: "^[A-Z]"}, unfinished-tasks: warning, linked-ticket: warning}}
`;

it("reads any text in any place in time, and without throwing", {
  timeout: 60_000 * times,
}, () => {
  const texts = fc.record({
    ...{
      body: text,
      title: text,
      said: text,
      answered: text,
      summary: text,
      label: text,
      branch: text,
      template: text,
    },
    state: fc.constantFrom("commented" as const, "changes_requested" as const, "approved" as const),
  });
  fc.assert(
    fc.property(texts, ({ body, title, said, answered, summary, label, branch, template, state }) => {
      const observation = buildObservation(
        {
          ...{ body, title, baseRef: branch, labels: [label] },
          comments: [comment("bob", said, 1), comment("alice", answered, 2)],
          threads: [thread([reply("bob", said, 3), reply("alice", answered, 4), reply("bob", summary, 5)])],
          reviews: [review("bob", state, 3, { body: summary })],
        },
        {
          configTexts: {
            base: config,
            defaultBranch: null,
            organisation: template,
            head: said,
            organisationIsHidden: true,
          },
          templates: [template],
        },
      );
      const before = readCpuTime();
      const { plan } = runTask(
        "look",
        {
          ...{ observation, intents: [], freshPermissions: new Map(), knownPermissions: new Map() },
          ...{
            now: "2026-11-27T12:00:00Z",
            firstSeenAt: "2026-11-23T09:00:00Z",
            repositoryFirstSeenAt: null,
          },
        },
        { unread: {}, reader: localReader },
      );
      expect(Object.keys(plan)).toEqual(Object.keys(emptyPlan));
      // Each step has two seconds on a thread that can be killed.
      expect(readCpuTime() - before).toBeLessThan(2_000);
    }),
    { numRuns: 60 * times },
  );
});
