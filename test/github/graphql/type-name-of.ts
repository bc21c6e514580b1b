/** The concrete type of a value where the schema has an interface or a union. */
export function typeNameOf(value: unknown): string {
  const one = value as { kind?: string; type?: string };
  if (typeof one.kind === "string") return one.kind;
  const object = value as object;
  if ("login" in object && one.type !== undefined) return one.type;
  if ("slug" in object && "members" in object) return "Team";
  if ("originalLine" in object && "comments" in object) return "PullRequestReviewThread";
  if ("headRepository" in object) return "PullRequest";
  if ("branches" in object) return "Repository";
  throw new Error(`The local GitHub does not know the GraphQL type of ${Object.keys(object).join(", ")}.`);
}
