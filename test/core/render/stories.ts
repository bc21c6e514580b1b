import { type EffectiveConfig, resolveConfig } from "../../../src/core/config/effective.ts";
import { parseDescription } from "../../../src/core/description/parse-description.ts";
import type { ParsedDescription } from "../../../src/core/description/parts.ts";
import type { UnreadReason } from "../../../src/core/finding.ts";
import type { Language } from "../../../src/core/language.ts";
import { withKeyMarker } from "../../../src/core/marker.ts";
import { keepOwnedChecks } from "../../../src/core/plan/checks/check-owners.ts";
import { planConfigCheck } from "../../../src/core/plan/checks/plan-config-check.ts";
import { decide } from "../../../src/core/plan/decide.ts";
import type { Facts } from "../../../src/core/plan/facts.ts";
import { emptyPlan, type Plan } from "../../../src/core/planned.ts";
import type { PullRequest, TimelineEvent } from "../../../src/core/pull-request.ts";
import type { ConfigTrial } from "../../../src/core/render/config-check.ts";
import { hashOf } from "../../../src/core/render/hash.ts";
import { buildObservation, ownBot, user } from "../../build-observation.ts";
import { factsOf } from "../../facts-of.ts";
import { at, comment, reply, review, thread } from "../conversation/build.ts";

/*
 * Pull requests that together show everything that the app writes on GitHub. People write German in them, so
 * that each English word on a German page comes from the app.
 */

const filled = {
  context: "Zahlungen, die zu lange dauern, werden nicht wiederholt.",
  approach: "Ein neuer Versuch mit wachsendem Abstand, damit niemand darauf warten muss.",
  risk: "Eine Zahlung könnte doppelt gesendet werden; der Schlüssel verhindert es.",
  testing: "Tests für Fehler und Ablehnungen, dazu 500 Bestellungen in der Sandbox.",
  review_focus: "Bitte mit src/retry.ts anfangen: Stimmt der Abstand, wenn die Uhr springt?",
};

/** German headings, which count whatever the config's language is. */
export const headings = {
  context: "Kontext",
  approach: "Ansatz",
  risk: "Risk",
  testing: "Tests",
  review_focus: "Review-Fokus",
};

type Texts = Partial<Record<keyof typeof filled, string | undefined>>;

/** A description with these sections. The others are missing. */
export const write = (texts: Texts): string =>
  Object.entries(texts)
    .filter(([, text]) => text !== undefined)
    .map(([id, text]) => `## ${headings[id as keyof typeof headings]}\n${text}`)
    .join("\n\n");

const zone = "turns: {hours: {time_zone: Europe/Berlin}}\n";

interface Given {
  pullRequest?: Partial<PullRequest>;
  /** The config without its language. Null means that there is no file, so the language is English. */
  config?: string | null;
  observation?: Parameters<typeof buildObservation>[1];
  rest?: Partial<Facts>;
  templates?: string[];
}

export function tell(language: Language, given: Given): Facts {
  const body = write(filled);
  const pullRequest = { body, createdAt: at(0), updatedAt: at(0), ...given.pullRequest };
  const observation = buildObservation(pullRequest, given.observation);
  const { config = "" } = given;
  observation.configTexts.base = config === null ? null : `language: ${language}\n${config}`;
  return factsOf(observation, {
    now: at(300),
    firstSeenAt: at(0),
    templates: (given.templates ?? []).map((text) => parseDescription(text) as ParsedDescription),
    knownPermissions: new Map([
      ["alice", "write"],
      ["bob", "write"],
      ["mallory", "none"],
    ]),
    freshPermissions: new Map([
      ["alice", "write"],
      ["bob", "write"],
      ["mallory", "none"],
    ]),
    ...given.rest,
  });
}

const request = (login: string, minutes: number, type: "user" | "bot" | "team" = "user"): TimelineEvent => ({
  id: `E_${login}_${minutes}`,
  createdAt: at(minutes),
  actor: "alice",
  type: "review_requested",
  reviewer: { type, login },
});
const asked = (login: string, type: "user" | "bot" | "team" = "user", minutes = 1) => ({
  reviewRequests: [{ type, login }],
  timeline: [request(login, minutes, type)],
});
const later = { now: "2026-11-25T10:00:00Z" };
const muchLater = { now: "2026-11-27T10:00:00Z" };

const everyRule = `
description:
  rules: {linked-ticket: warning, title: {level: warning, min_words: 4}, unfinished-tasks: error, review-order: error}
`;
const decisionOf = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    comment("bob", `Decision: Variante ${index + 1}\nReason: einfacher\nOptions: eins, zwei`, 10 + index),
  );
const runOf = (name: string) => ({
  ...{ databaseId: 9, name, status: "completed" as const, conclusion: "failure" as const },
  externalId: "7:0123456789abcdef",
});

/** The app's own comment from an earlier run. */
const sticky = () =>
  comment("async-review[bot]", "Alt\n\n<!-- async-review:sticky:0123456789abcdef -->", 1, {
    author: ownBot,
    isOurs: true,
  });

const descriptions: Record<string, Given> = {
  missing: { pullRequest: { body: write({ context: filled.context }) } },
  "one missing": {
    pullRequest: { body: write({ ...filled, risk: undefined }) },
  },
  "only the focus missing": {
    config: "comment: {when: findings}\n",
    pullRequest: { body: write({ ...filled, review_focus: "" }) },
  },
  "every status": {
    pullRequest: {
      body: write({ context: "", approach: "TODO", risk: "Was könnte schiefgehen?", testing: "Ja, lokal." }),
    },
    templates: ["## Risk\nWas könnte schiefgehen?"],
    config: "enforcement: block\ncomment: {when: findings}\n",
  },
  "one section": {
    config: "description: {sections: [{id: qa, heading: QA}]}\n",
    pullRequest: { body: "", isCrossRepository: true },
  },
  "many sections without a hint": {
    config: `description: {sections: [${Array.from({ length: 60 }, (_, index) => `{id: s${index}, heading: Teil ${index}, min_words: ${index % 2}}`).join(", ")}]}\n`,
    pullRequest: { body: "## Teil 0\n\n## Anderes\nText" },
  },
  "marked not applicable": {
    config:
      "description: {sections: [{id: risk, not_applicable: true}, {id: docs, heading: Doku, optional: true}]}\n",
    pullRequest: { body: "## Risk\nN/A" },
  },
  "every rule": {
    config: everyRule,
    pullRequest: {
      title: "Fehler",
      body: `${write({ ...filled, review_focus: "Thoughts?" })}\n- [ ] Doku\n- [ ] Log`,
      additions: 12_000,
      deletions: 10,
      changedFiles: 3,
      files: [
        { path: "db/migrations/1.sql", additions: 10, deletions: 0, changeType: "added" },
        { path: "src/a.css", additions: 90, deletions: 10, changeType: "modified" },
        { path: "package-lock.json", additions: 11_900, deletions: 0, changeType: "modified" },
      ],
    },
  },
  "one remark": {
    config: "description: {rules: {linked-ticket: {level: error, patterns: ['[A-Z]+-\\d+']}}}\n",
  },
  "hints of rules": {
    config: `description: {rules: {title: {level: warning, pattern: '^feat'}, unfinished-tasks: warning}}\ncomment: {when: findings}\n`,
    pullRequest: { body: `${write(filled)}\n- [ ] Doku` },
  },
  "hidden by a comment": { pullRequest: { body: `${write({ context: "<!-- Text" })}` } },
  "from a fork": { pullRequest: { body: write({ context: filled.context }), isCrossRepository: true } },
  "several remarks": {
    config: "description: {rules: {linked-ticket: error, title: {level: error, min_words: 4}}}\n",
  },
  "only small things left": {
    pullRequest: { body: write({ ...filled, review_focus: "" }), comments: [sticky()] },
  },
  "kept while reading took too long": {
    rest: {
      description: { unread: "time" },
      lastVerdict: { bodyHash: hashOf(write(filled)), conclusion: "success", title: "Alles da" },
    },
  },
  complete: {},
  "no longer asked for": {
    pullRequest: {
      isDraft: true,
      comments: [sticky()],
    },
  },
  "once complete": {
    pullRequest: {
      comments: [sticky()],
    },
  },
  draft: { pullRequest: { isDraft: true } },
  "by a bot": { pullRequest: { author: user("dependabot[bot]") } },
  "by who is exempt": {
    config: "description: {exempt: {authors: [ali*]}}\n",
  },
  "with a label": { pullRequest: { labels: ["skip-async"] } },
  "by its title": { config: "description: {exempt: {titles: [^Retry]}}\n" },
  "in the merge queue": { pullRequest: { isInMergeQueue: true } },
  "a small change": {
    pullRequest: { body: "", additions: 3, deletions: 2 },
  },
  "a change that conditions are about": {
    config:
      "description: {when: [{changed_lines_above: 100, paths: ['src/**'], all: true, labels: [design], base: [main], title: Retry, sections: {risk: off}}]}\n",
    pullRequest: { labels: ["design"] },
  },
  skipped: {
    pullRequest: { comments: [comment("bob", "/async skip Ausfall beheben", 5)], body: "" },
  },
  "broken config": {
    config: "enforcement: maybe\ndescription: {rules: {too-short: loud}}\n",
    observation: {
      unavailable: ["organisation file", "teams", "merge queues", "reviews"],
      configTexts: {
        base: null,
        defaultBranch: null,
        organisation: "typo: 1\n",
        head: null,
        organisationIsHidden: false,
      },
    },
  },
};

const unread: [string, Given][] = (
  ["time", "crash", "characters", "lines", "underlines", "containers", "marks", "marksInParagraph"] as const
).map((reason: UnreadReason) => [
  `not read (${reason})`,
  { rest: { description: { unread: reason } }, config: "enforcement: block\n" },
]);

const firstComment = "https://github.com/acme/shop/pull/7#issuecomment-1";

/** Commands by one person, one minute after another. */
const commands = (by: string, from: number, ...texts: string[]) =>
  texts.map((text, index) => comment(by, `/async ${text}`, from + index));

const blocker = () => thread([reply("bob", "blocking: Das verliert Daten", 30)]);

const conversations: Record<string, Given> = {
  "every kind": {
    config: `${zone}enforcement: block\n`,
    pullRequest: {
      ...asked("bob"),
      threads: [
        blocker(),
        thread([reply("bob", "question: Warum?", 31), reply("alice", "Darum: Es ist schneller.", 32)]),
        thread([reply("bob", "suggestion: Kürzer", 33)], { isOutdated: true, line: null }),
        thread([reply("bob", "nit: Name", 34)]),
        thread([reply("mallory", "blocking: Nein", 35, { authorCanPush: false })]),
        thread([reply("bob", "Hm, das ist seltsam.", 36)]),
        thread([reply("bob", "Why?", 37)]),
        thread([reply("carol", "Thoughts?", 38)]),
      ],
      comments: [comment("bob", "question: Wann?", 39), comment("bob", "/async explain", 40)],
      reviews: [review("carol", "changes_requested", 41, { body: "suggestion: Anders" })],
    },
  },
  "commands that were understood": {
    config: "checks: {review: false}\n",
    pullRequest: {
      comments: [
        ...commands("bob", 5, "help", "explain"),
        ...commands("alice", 7, "due 2026-11-30", "snooze 1 day", "ready"),
      ],
    },
  },
  "commands that were not": {
    config: zone,
    pullRequest: {
      comments: [
        ...commands("bob", 5, "skip", "decision", "resolve", "due 2020-01-01", "due bald"),
        ...commands("bob", 10, "snooze", "snoze 1 day", "quatschmitsosse"),
      ],
    },
  },
  "commands that were refused": {
    config: zone,
    pullRequest: {
      comments: [
        ...commands("mallory", 5, "skip darum", "recheck", "snooze 1 day", `resolve ${firstComment}`),
        comment("bob", "/async recheck", 9, {
          reactions: { rocket: false, rocketAt: null, thumbsDown: true, confused: false },
        }),
        comment("bob", "/async skip a", 10, { editor: "mallory", lastEditedAt: at(11) }),
        comment("bob", "/async skip b", 12, {
          lastEditedAt: at(14),
          reactions: { rocket: true, rocketAt: at(13), thumbsDown: false, confused: false },
        }),
      ],
    },
  },
  "a thread without end": {
    pullRequest: {
      threads: [
        thread(
          Array.from({ length: 6 }, (_, index) =>
            reply(index % 2 === 0 ? "bob" : "alice", `Nein, anders ${index}`, 30 + index),
          ),
        ),
      ],
    },
  },
  "one decision": { pullRequest: { comments: decisionOf(1) } },
  "many decisions": { pullRequest: { comments: decisionOf(26) } },
  "decisions in the check": { config: "comment: {when: never}\n", pullRequest: { comments: decisionOf(7) } },
  "a conversation that was not read": { rest: { unread: { conversation: "time" } } },
};

const turns: Record<string, Given> = {
  "nobody asked": { config: zone, rest: later, pullRequest: { comments: decisionOf(1) } },
  "only a bot asked": { config: zone, pullRequest: asked("reviewer[bot]", "bot") },
  "a draft": {
    config: `${zone}description: {exempt: {drafts: false}}\n`,
    pullRequest: { isDraft: true },
  },
  approved: {
    config: zone,
    pullRequest: { reviews: [review("bob", "approved", 20)], reviewDecision: "approved" },
  },
  "in the queue": {
    config: zone,
    pullRequest: {
      reviews: [review("bob", "approved", 20)],
      reviewDecision: "approved",
      isInMergeQueue: true,
    },
  },
  "answered by all": {
    config: zone,
    pullRequest: { reviews: [review("mallory", "approved", 20, { authorCanPush: false })] },
  },
  "a reviewer's, due": {
    config: `turns: {hours: {time_zone: Europe/Berlin}, remind: {at_most: 1, escalate: [acme/leads, dave]}}\n`,
    pullRequest: { ...asked("bob"), comments: [comment("alice", "/async due 2026-11-24", 3)] },
    rest: later,
  },
  "a team's, due": { config: zone, pullRequest: asked("acme/web", "team"), rest: later },
  "of somebody who is away": {
    config: `turns: {hours: {time_zone: Europe/Berlin}, people: {bob: {away: [{from: 2026-11-20, to: 2026-11-30, cover: carol}]}}}\n`,
    pullRequest: asked("bob"),
    rest: later,
  },
  "of somebody who is away without a cover": {
    config: `turns: {hours: {time_zone: Europe/Berlin}, people: {bob: {away: [{from: 2026-11-20, to: 2026-11-30}]}}}\n`,
    pullRequest: asked("bob"),
  },
  snoozed: {
    config: zone,
    pullRequest: { ...asked("bob"), comments: [comment("bob", "/async snooze 2 business days", 3)] },
  },
  "the author's, due": {
    config: `turns: {hours: {time_zone: Europe/Berlin}, remind: {at_most: 1, escalate: [acme/leads]}}\n`,
    pullRequest: {
      threads: [
        blocker(),
        thread([reply("bob", "question: Warum?", 31)]),
        thread([reply("bob", "question: Wozu?", 31)]),
        thread([reply("bob", "suggestion: Kürzer", 32)]),
      ],
      reviews: [review("bob", "changes_requested", 33)],
    },
    rest: muchLater,
  },
  "the author's, with one question": {
    config: zone,
    pullRequest: { threads: [thread([reply("bob", "question: Warum?", 31)])] },
    rest: muchLater,
  },
  "the author's, by command": {
    config: zone,
    pullRequest: { ...asked("bob"), comments: [comment("bob", "/async waiting", 30)] },
    rest: muchLater,
  },
  "a blocker's, after a status": {
    config: zone,
    pullRequest: {
      comments: [comment("alice", "Status: fast fertig\nBlocker: der Schlüssel von @bob", 30)],
    },
    rest: later,
  },
  "to be merged": {
    config: "turns: {hours: {time_zone: Europe/Berlin}, remind: {merge: 1 business hour}}\n",
    pullRequest: { reviews: [review("bob", "approved", 20)], reviewDecision: "approved" },
    rest: later,
  },
  "in conflict": {
    config: "turns: {hours: {time_zone: Europe/Berlin}, remind: {hold: [conflict]}}\n",
    pullRequest: { ...asked("bob"), mergeable: "conflicting" },
    rest: later,
  },
  ...Object.fromEntries(
    ["", "failed_checks", "Die Schlange klemmt."].map((reason): [string, Given] => [
      `out of the queue (${reason})`,
      {
        config: zone,
        pullRequest: {
          reviews: [review("bob", "approved", 20)],
          reviewDecision: "approved",
          timeline: [
            { id: "E_q", createdAt: at(60), actor: "bob", type: "removed_from_merge_queue", reason },
          ],
        },
        rest: later,
      },
    ]),
  ),
  closed: { config: zone, pullRequest: { state: "closed", closedAt: at(50) } },
};

const planned = Object.entries({
  ...descriptions,
  ...Object.fromEntries(unread),
  ...conversations,
  ...turns,
});

/** The effective config of this file in this language. */
const configOf = (language: Language, text: string, organisation: string | null = null, isHidden = false) =>
  resolveConfig({
    base: `language: ${language}\n${text}`,
    defaultBranch: null,
    organisation,
    organisationIsHidden: isHidden,
  });

const trial = (number: number, after: boolean) => ({
  number,
  title: "Wiederholen",
  before: { ok: true, title: "A" },
  after: { ok: after, title: after ? "A" : "B" },
});

const createdAt = "2026-03-02T09:00:00Z";
const planChange = (
  before: EffectiveConfig,
  after: EffectiveConfig | "unread",
  trials: ConfigTrial[] | null = null,
) => planConfigCheck({ before, after, createdAt, trials, force: null });

/** Plans that do not come from one pull request alone. */
function otherPlans(language: Language): [string, Plan][] {
  const before = configOf(language, "");
  const changed = configOf(
    language,
    "bots: [ci]\nturns: {people: {bob: {}}, hours: {time_zone: UTC}}\ndescription: {sections: [{id: testing}, {id: context}], exempt: {labels: []}}\n",
  );
  const checkOf = (run: ReturnType<typeof planConfigCheck>): Plan => ({
    ...emptyPlan,
    checkRuns: run === null ? [] : [run],
  });
  const without = { ...resolveConfig({ base: null, defaultBranch: null, organisation: null }) };
  const hidden = (text: string) =>
    configOf(
      language,
      text,
      "description: {sections: [{id: secret}]}\nreview: {kinds: {nit: {prefixes: [x]}}}\nturns: {targets: {default: 1 hour}}",
      true,
    );
  const twin = (number: number) => ({ number, checks: [] });
  const missing = decide(tell(language, descriptions.missing!));
  const retired = decide(
    tell(language, {
      config: "checks: {review: false}\n",
      pullRequest: { ownCheckRuns: [runOf("async / review")] },
    }),
  );
  return [
    ["a config that changes", checkOf(planChange(before, changed, [trial(12, false), trial(11, true)]))],
    ["a config that changes nothing", checkOf(planChange(before, before, [trial(12, true)]))],
    [
      "a config with mistakes",
      checkOf(planChange(before, configOf(language, "enforcment: x\ncomment: {after: bald}\n"))),
    ],
    ["a config with a hint", checkOf(planChange(before, configOf(language, "locked: [turns]\n")))],
    ["the last config", checkOf(planChange(before, without))],
    ["the first config", checkOf(planChange({ ...without, config: before.config }, before))],
    [
      "a hidden organisation's config",
      checkOf(
        planChange(
          hidden(""),
          hidden("turns: {targets: {default: 2 hours}}\nreview: {kinds: {nit: {prefixes: [y]}}}\n"),
        ),
      ),
    ],
    ["a config that was not read", checkOf(planChange(before, "unread"))],
    ["shared with one", keepOwnedChecks(missing, { number: 7, twins: [twin(8)], unreachable: [9] })],
    [
      "shared with two",
      keepOwnedChecks(missing, { number: 7, twins: [twin(8), twin(10)], unreachable: [9, 11] }),
    ],
    ["a retired check", { ...retired, checkRuns: retired.retiredChecks }],
  ];
}

/** Every story in this language. */
export const plansIn = (language: Language): [string, Plan][] => [
  ...planned.map(([name, given]): [string, Plan] => [name, decide(tell(language, given))]),
  ...otherPlans(language),
];

/** The texts of a plan that people read. */
export function renderPlan({ checkRuns, comment: sticky, reminders, replies }: Plan): string {
  const runs = checkRuns.map(({ name, conclusion, title, summary, text, buttons, annotations }) =>
    [
      `# ${name}: ${conclusion}, ${title}`,
      summary,
      ...(text === "" ? [] : [`## Details\n\n${text}`]),
      ...buttons.map(({ label, description }) => `[${label}] ${description}`),
      ...annotations.map(({ level, title: head, message }) => `${level}: ${head}. ${message}`),
    ].join("\n\n"),
  );
  return [
    ...runs,
    ...(sticky === null ? [] : [`# Comment\n\n${sticky.body}`]),
    ...reminders.map(({ key, body }) => `# Reminder\n\n${withKeyMarker(body, "reminder", key)}`),
    ...replies.map(({ body }) => `# Reply\n\n${body}`),
  ].join("\n\n");
}
