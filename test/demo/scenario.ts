/** The pull requests of the demo: what people really open on a Friday afternoon. */

/** Who works in the demo's repository. */
export const people = ["alice", "bob", "carol", "dave"];

/** On GitHub a paragraph is typed as one line. */
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
One query for all orders of a page instead of one an order, and the CSV is streamed instead of built in memory.

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

export interface DemoPullRequest {
  /** What the demo is showing with it. */
  shows: string;
  author: string;
  title: string;
  body: string;
  isDraft?: boolean;
  /** Labels that people or other bots put there. */
  labels?: string[];
  files: { path: string; additions: number; deletions: number }[];
}

export const pullRequests: DemoPullRequest[] = [
  {
    shows: "a complete description",
    author: "alice",
    title: "Retry charges that time out",
    body: complete,
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

/** Which of them an author then fixes, and with what text. */
export const fix = { index: 1, body: fixed };
