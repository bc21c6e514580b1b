import type { Octokit } from "@octokit/rest";
import { expect } from "vitest";

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { type?: string; path?: unknown[]; message: string }[];
}

/** The unchanged answer, including errors, which Octokit's own `graphql` would throw. */
export async function askGraphql(
  octokit: Octokit,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { data, status } = await octokit.request("POST /graphql", { query, variables });
  expect(status).toBe(200);
  return data as Answer;
}
