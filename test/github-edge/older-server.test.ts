import { parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Observation, OptionalPart } from "../../src/core/observation.ts";
import { createGitHubClients } from "../../src/github/client/create-github-clients.ts";
import { loadDocument } from "../../src/github/load-document.ts";
import { isEssential, listUnavailableParts } from "../../src/github/observe/list-unavailable-parts.ts";
import { observePullRequest } from "../../src/github/observe/observe-pull-request.ts";
import { GitHubError } from "../../src/reconcile/github-error.ts";
import type { GitHub } from "../github/driver/github.ts";
import { loadSchema } from "../github/graphql/schema.ts";
import { startGitHub } from "../github/start-github.ts";

/**
 * Every field that the query of a pull request selects, such as `PullRequest.isDraft`, without the fields of
 * connections, and the types and enum values that the query names.
 */
function listNames(): { fields: string[]; others: string[] } {
  const fields = new Set<string>();
  const others = new Set<string>();
  const info = new TypeInfo(loadSchema());
  visit(
    parse(loadDocument("pull-request")),
    visitWithTypeInfo(info, {
      Field(node) {
        const type = info.getParentType()?.name ?? "";
        if (node.name.value !== "__typename" && !/^Query$|Connection$|^PageInfo$/.test(type))
          fields.add(`${type}.${node.name.value}`);
      },
      NamedType: (node) => void others.add(node.name.value),
      EnumValue: (node) => void others.add(node.value),
    }),
  );
  return { fields: [...fields], others: [...others] };
}

const names = listNames();

let github: GitHub;
let installationId: number;

beforeAll(async () => {
  github = await startGitHub({ now: "2026-03-02T09:00:00Z", record: "nothing" });
  const repository = github.createRepository("acme/shop", { files: { ".github/async.yml": "version: 1\n" } });
  installationId = github.install("acme").id;
  repository.openPullRequest({
    author: "alice",
    title: "Export",
    body: "## Context\nWhy",
    files: [{ path: "a.ts" }],
  });
});
afterAll(async () => {
  await github.close();
});

/**
 * Reads the pull request twice from a server whose schema lacks these names. Returns the results, the log and
 * the number of requests.
 */
async function observe(lacks: string[]) {
  github.schemaLacks = lacks;
  const logged: unknown[] = [];
  const { state } = github.repository("acme/shop");
  const clients = createGitHubClients({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    apiUrl: github.url,
    graphqlUrl: github.graphqlUrl,
    clock: { now: () => github.clock.now() },
    logger: { debug() {}, warn: (fields) => void logged.push(fields) },
  });
  const look = () =>
    observePullRequest(
      clients.installation(installationId),
      {
        kind: "pull_request",
        installationId,
        repository: { id: state.id, owner: "acme", name: "shop" },
        number: 1,
      },
      { appId: github.app.id, ownLogin: github.app.login },
    );
  const first = await look();
  const asked = github.requests.all.length;
  expect(await look()).toEqual(first);
  return { observation: first as Observation, logged, asksLater: github.requests.all.length - asked };
}

describe("a server whose schema is older than the query", () => {
  it("gets the query without a field that it lacks, which is logged once", async () => {
    const whole = await observe([]);
    const { observation, logged, asksLater } = await observe(["PullRequest.isInMergeQueue"]);
    expect({ observation, logged, asksLater }).toEqual({
      observation: { ...whole.observation, unavailable: ["merge queues"] },
      logged: [{ unknown: ["PullRequest.isInMergeQueue"] }],
      asksLater: 1,
    });
  });

  it("gets the query without a missing type and its enum value, even when the error names only the argument", async () => {
    const { observation, logged } = await observe(["CommentDeletedEvent", "COMMENT_DELETED_EVENT"]);
    expect({ unavailable: observation.unavailable, logged }).toEqual({
      unavailable: ["deleted comments"],
      logged: [{ unknown: expect.arrayContaining(["CommentDeletedEvent", "COMMENT_DELETED_EVENT"]) }],
    });
  });

  it("may lack several fields, types and values at once", async () => {
    const { observation } = await observe([
      "PullRequest.isInMergeQueue",
      "AddedToMergeQueueEvent",
      "ADDED_TO_MERGE_QUEUE_EVENT",
      "RemovedFromMergeQueueEvent.reason",
      "PullRequestReview.fullDatabaseId",
      "Commit.statusCheckRollup",
    ]);
    expect(observation.unavailable).toEqual(["merge queues", "checks"]);
  });

  it("can lack each part only by a name that the query selects", () => {
    // Every server has repositories, so an organisation's file is only refused.
    const parts: Record<Exclude<OptionalPart, "organisation file">, true> = {
      ...{
        "merge queues": true,
        teams: true,
        checks: true,
        "deleted comments": true,
        "review threads": true,
      },
      ...{ reviews: true, "commands that were answered": true, templates: true },
    };
    const optional = [...names.fields, ...names.others].filter((name) => !isEssential(name));
    const hidden = new Set(optional.flatMap((name) => listUnavailableParts([], [name])));
    expect([...hidden].sort()).toEqual(Object.keys(parts).sort());
  });

  it.each(names.fields)("works without %s, or says that it can't", async (field) => {
    try {
      const { observation } = await observe([field]);
      expect(observation.pullRequest.number).toBe(1);
      expect(JSON.stringify(observation)).not.toMatch(/NaN|Invalid/);
      for (const [key, value] of Object.entries(observation.pullRequest))
        expect({ [key]: value }).not.toEqual({ [key]: undefined });
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      expect(error.message).toBe(
        `This GitHub's schema has no ${field}, and nothing can be decided without it; update the server.`,
      );
    }
  });
});
