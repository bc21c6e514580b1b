/** GitHub's id prefixes for the local GitHub's types, as in public payloads. */
const prefixes = {
  User: "U",
  Organization: "O",
  Bot: "BOT",
  Mannequin: "M",
  Team: "T",
  Repository: "R",
  Label: "LA",
  PullRequest: "PR",
  IssueComment: "IC",
  PullRequestReview: "PRR",
  PullRequestReviewComment: "PRRC",
  PullRequestReviewThread: "PRRT",
  CheckRun: "CR",
  CheckSuite: "CS",
  App: "A",
  Installation: "MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9u",
  Reaction: "REA",
  TimelineItem: "TE",
  Commit: "C",
} as const;

export type NodeKind = keyof typeof prefixes;

/** GraphQL's opaque id of an object; the REST `node_id`. */
export function nodeId(kind: NodeKind, id: number | string): string {
  return `${prefixes[kind]}_kwDO${Buffer.from(String(id)).toString("base64url")}`;
}

/** The kind and database id behind a node id; null when the id is not one of these. */
export function parseNodeId(text: string): { kind: NodeKind; id: number } | null {
  const match = /^([A-Za-z0-9]+)_kwDO([A-Za-z0-9_-]+)$/.exec(text);
  const kind = (Object.keys(prefixes) as NodeKind[]).find((name) => prefixes[name] === match?.[1]);
  const id = Number(Buffer.from(match?.[2] ?? "", "base64url").toString());
  return kind === undefined || !Number.isInteger(id) ? null : { kind, id };
}
