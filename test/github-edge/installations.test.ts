import { expect, it } from "vitest";
import { isCovered, listInstallations, listRepositories } from "../../src/github/installations.ts";
import { answerWith } from "./answer-with.ts";

const answering = (data: unknown) => answerWith(() => data).client;

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

it("lists installations that aren't suspended, and each repository with whether it is archived", async () => {
  const app = answering([
    { id: 1, suspended_at: null },
    { id: 2, suspended_at: "2026-03-02T09:00:00Z" },
  ]);
  expect(await collect(listInstallations(app))).toEqual([[1]]);
  const repository = { name: "shop", owner: { login: "acme" } };
  const installation = answering({
    total_count: 2,
    repositories: [
      { ...repository, id: 1, archived: false },
      { ...repository, id: 2, archived: true },
    ],
  });
  expect(await collect(listRepositories(installation))).toEqual([
    [
      { id: 1, owner: "acme", name: "shop", isArchived: false },
      { id: 2, owner: "acme", name: "shop", isArchived: true },
    ],
  ]);
});

it("doesn't find a repository of another installation", async () => {
  const repository = { id: 1, owner: "acme", name: "shop" };
  const subject = { kind: "repository", installationId: 3, repository, reason: "stop" } as const;
  expect(await isCovered(answering({ id: 3 }), subject)).toBe(true);
  expect(await isCovered(answering({ id: 4 }), subject)).toBe(false);
});
