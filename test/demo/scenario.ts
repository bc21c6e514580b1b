/** The demo's pull requests, such as people really open on a Friday afternoon. */

/** The people in the demo's repository. */
export const people = ["alice", "bob", "carol", "dave"] as const;

/** The team that a last reminder asks for help. */
export const team = { name: "acme/payments", members: ["carol", "dave"] };

/** The team's time zone, as in its config. */
export const timeZone = "Europe/London";

/** The team's config. London's clock in winter is UTC, which check runs show. */
export const config = `enforcement: block        # open blocking threads hold the merge
turns:
  hours: {time_zone: ${timeZone}, from: "09:00", to: "17:00"}
  targets: {default: 1 business day}
  remind: {every: 1 business day, at_most: 2, escalate: [acme/payments]}
`;

/** Joins lines, because people on GitHub type a paragraph as one line. */
const joinParagraphs = (text: string) => text.replace(/(?<=^[^#\n].*)\n(?=[^\n])/gm, " ");

export const template = `## Context
<!-- What problem does this solve, and why now? Link the ticket or incident. -->

## Approach
<!-- What did you change, and why this way rather than another? -->

## Risk
<!-- What could go wrong, and how would we undo it? -->

## Testing
<!-- How do you know that it works? -->

## Review focus
<!-- Where should a reviewer start? By when? -->
`;

export const complete = joinParagraphs(`## Context
Payments that fail with a timeout are not tried again, and support refunds about forty of them by hand each week (INC-412).
The card processor asks for at most three attempts.

## Approach
A retry with exponential back-off around \`charge()\`, in the queue worker and not in the request, so that the shopper never
waits for it. I tried the client library's own retries first; they cannot be told which errors are safe.

## Risk
A charge that did go through could be sent twice. The idempotency key is derived from the order now, so the processor refuses
the second one. To undo it, set \`RETRY_CHARGES=off\`; nothing has to be deployed.

## Testing
\`npm test -- retry\` covers timeouts, declines and a clock that jumps. I ran 500 test orders against the sandbox with a third
of the answers dropped: every order was charged exactly once.

## Review focus
\`src/payments/retry.ts\` first: is the back-off right when the clock jumps? Correctness matters most; by Tuesday would help.
`);

const fixed = joinParagraphs(`## Why
The export times out for shops with more than 10,000 orders, because every line loads its order again (#311).

## What
One query per page of orders instead of one per order, and the CSV is streamed instead of built in memory.

## Risk
The order of lines changes for orders of the same second. Reverting this commit brings the old export back; no data changes.

## Testing
A new test exports 50,000 orders under 200 MB; I also compared old and new files of our three largest shops line by line.

## Review focus
\`src/export/load-orders.ts\` first, then the streaming in \`src/export/write-csv.ts\`. Naming can wait.
`);

const dependencyBump = `Bumps [undici](https://github.com/nodejs/undici) from 8.12.3 to 8.12.4.
<details>
<summary>Release notes</summary>

## What's Changed
 * fix: keep the socket when the response has no body
</details>

---
Dependabot commands and options: you can trigger Dependabot actions by commenting on this PR.
`;

const unfinished = `Trying out whether we can drop the second cache. Not ready to look at.
`;

const restart = joinParagraphs(`## Context
A worker that is restarted takes up jobs that another one is working on, and some cards are charged twice (INC-431).

## Approach
Each job is claimed with a lease in the database; a worker that starts waits until the leases of the last one have run out.

## Risk
Jobs start up to thirty seconds later after a restart. \`CLAIM_JOBS=off\` brings the old behaviour back without a deployment.

## Testing
A new test kills a worker in the middle of a charge fifty times; each order is charged once. I also ran it on staging for a day.

## Review focus
The claim in \`src/queue/worker.ts\`: can two workers still get the same job?
`);

/** The description of a pull request that the page opens to change the config. */
export const describeConfigChange = joinParagraphs(`## Context
We want the app to ask of us what we agreed on in the retrospective, no more and no less.

## Approach
The config changes, and nothing else.

## Risk
Open pull requests are judged anew. Reverting the commit brings the old rules back.

## Testing
The check \`async / config\` shows what changes; \`async-review config check\` agrees.

## Review focus
\`.github/async.yml\`: are these the rules that we agreed on?
`);

export interface DemoPullRequest {
  /** What the demo shows with this pull request. */
  shows: string;
  author: string;
  title: string;
  body: string;
  isDraft?: boolean;
  /** The requested reviewer. */
  reviewer?: string;
  /** Labels by people or other bots. */
  labels?: string[];
  files: { path: string; additions: number; deletions: number }[];
}

export const pullRequests: DemoPullRequest[] = [
  {
    shows: "a complete description",
    author: "alice",
    title: "Retry charges that time out",
    body: complete,
    reviewer: "bob",
    files: [
      { path: "src/payments/retry.ts", additions: 96, deletions: 4 },
      { path: "test/payments/retry.test.ts", additions: 140, deletions: 0 },
    ],
  },
  {
    shows: "a lazy description of a large change",
    author: "bob",
    title: "fix bug",
    body: "fix bug",
    files: [
      { path: "src/export/load-orders.ts", additions: 310, deletions: 120 },
      { path: "src/export/write-csv.ts", additions: 220, deletions: 85 },
      { path: "test/export/export.test.ts", additions: 180, deletions: 12 },
    ],
  },
  {
    shows: "the repository's template, left as it was",
    author: "carol",
    title: "Show the delivery date in the basket",
    body: template,
    files: [{ path: "src/basket/delivery-date.ts", additions: 60, deletions: 8 }],
  },
  {
    shows: "a dependency bot",
    author: "dependabot[bot]",
    title: "Bump undici from 8.12.3 to 8.12.4",
    body: dependencyBump,
    labels: ["dependencies"],
    files: [{ path: "package-lock.json", additions: 12, deletions: 12 }],
  },
  {
    shows: "a draft",
    author: "dave",
    title: "Try without the second cache",
    body: unfinished,
    isDraft: true,
    files: [{ path: "src/cache.ts", additions: 30, deletions: 140 }],
  },
];

/** A pull request that is already reviewed. */
export const reviewed: DemoPullRequest = {
  shows: "a review with a blocker, a question and a nit",
  author: "carol",
  title: "Stop charging twice when the queue restarts",
  body: restart,
  reviewer: "dave",
  files: [
    { path: "src/queue/worker.ts", additions: 48, deletions: 9 },
    { path: "test/queue/worker.test.ts", additions: 70, deletions: 0 },
  ],
};

/** A reviewer's comments on `src/queue/worker.ts`, in three kinds. */
export const review = {
  by: "dave",
  state: "changes_requested" as const,
  comments: [
    {
      path: "src/queue/worker.ts",
      line: 21,
      body: "blocking: a job that was claimed before the restart is claimed again here. Release the old claim first.",
    },
    {
      path: "src/queue/worker.ts",
      line: 34,
      body: "question: why thirty seconds, and not the lease's length?",
    },
    { path: "src/queue/worker.ts", line: 40, body: "nit: `releaseClaim` says it better than `undo`." },
  ],
};

/** The lazy pull request that its author then completes, and the new description. */
export const fix = { number: 2, body: fixed };
