import {
  type FragmentDefinitionNode,
  getNamedType,
  isLeafType,
  type OperationDefinitionNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, it } from "vitest";
import type { GitHubClient } from "../../src/github/client/client.ts";
import { findFirstCommit } from "../../src/github/find-first-commit.ts";
import {
  listBodyEdits,
  listHistory,
  readHistory,
  readStates,
} from "../../src/github/history/list-history.ts";
import {
  listDiscussedPullRequests,
  listOpenPullRequests,
  listPastPullRequests,
  listRecentPullRequests,
  listWaitingPullRequests,
} from "../../src/github/list-pull-requests.ts";
import { listRepositoryLabels } from "../../src/github/list-repository-labels.ts";
import { type DocumentName, loadDocument } from "../../src/github/load-document.ts";
import { observeMergeGroup } from "../../src/github/observe/observe-merge-group.ts";
import { observePullRequest } from "../../src/github/observe/observe-pull-request.ts";
import { editBody } from "../../src/github/write/edit-body.ts";
import { loadSchema } from "../github/graphql/schema.ts";
import { answerWith } from "./answer-with.ts";
import { anyText, fillAnswer } from "./fill-answer.ts";

const repository = { id: 1, owner: "acme", name: "shop" };
const subject = { kind: "pull_request", installationId: 1, repository, number: 1 } as const;
const group = { kind: "merge_group", installationId: 1, repository, headSha: "a", baseRef: "main" } as const;
const identities = [{ appId: 7, ownLogin: "async-review[bot]" }, "token"] as const;

async function readAll(pages: AsyncIterable<unknown>): Promise<void> {
  for await (const _page of pages);
}

/**
 * The readers of each document's answers. A mutation must select something, which nobody reads. The client
 * itself reads an older server's enums.
 */
const readers: Record<
  Exclude<DocumentName, "add-reaction" | "minimize-comment" | "connection-page" | "enum-values">,
  (client: GitHubClient) => Promise<unknown>
> = {
  "pull-request": (client) => Promise.all(identities.map((one) => observePullRequest(client, subject, one))),
  "merge-group": (client) => Promise.all(identities.map((one) => observeMergeGroup(client, group, one))),
  "open-pull-requests": (client) => readAll(listOpenPullRequests(client, repository)),
  sweep: (client) => listWaitingPullRequests(client, repository),
  "recent-pull-requests": (client) => listRecentPullRequests(client, repository, 1_000),
  "past-pull-requests": (client) => listPastPullRequests(client, repository, 1),
  "discussed-pull-requests": (client) => readAll(listDiscussedPullRequests(client, repository)),
  "repository-labels": (client) => listRepositoryLabels(client, repository),
  "workflow-file": (client) => findFirstCommit(client, repository, "a.yml"),
  "history-list": (client) => readAll(listHistory(client, repository)),
  history: (client) => readHistory(client, ["PR_1"]),
  "history-state": (client) => readStates(client, ["PR_1"]),
  "body-edits": (client) => listBodyEdits(client, subject),
  "pull-request-body": (client) => editBody(client, repository, 1, { from: "", to: anyText }),
};
const names = [...Object.keys(readers), "connection-page"] as DocumentName[];
const documents = new Map(names.map((name) => [loadDocument(name), parse(loadDocument(name))]));

const pageDocument = loadDocument("connection-page");

type Definition = OperationDefinitionNode | FragmentDefinitionNode;

/** Every value that the documents select, by its query or fragment: `FilesPage.nodes.path`. */
function listAsked(): Set<string> {
  const asked = new Set<string>();
  const types = new TypeInfo(loadSchema());
  const path: string[] = [];
  const open = (node: Definition) => void path.push(node.name?.value ?? "");
  const close = () => void path.pop();
  for (const document of documents.values())
    visit(
      document,
      visitWithTypeInfo(types, {
        OperationDefinition: { enter: open, leave: close },
        FragmentDefinition: { enter: open, leave: close },
        Field: {
          enter(node) {
            path.push((node.alias ?? node.name).value);
            const isValue = isLeafType(getNamedType(types.getType()));
            if (isValue && node.name.value !== "__typename") asked.add(path.join("."));
          },
          leave: close,
        },
      }),
    );
  return asked;
}

/** Enough answers for every type of a union and every value of an enum. */
const variants = 10;

it("reads every field of every document in the code that gets the answer", async () => {
  const unread = listAsked();
  for (let variant = 0; variant < variants; variant += 1) {
    const answered = new Set<string>();
    const { client } = answerWith((_route, { query, variables }) => {
      const text = String(query);
      const hasMore = !answered.has(text);
      answered.add(text);
      const read = (path: string) => void unread.delete(path);
      // The page of a thread's comments has no flag, so its type is named last.
      const isPage = text === pageDocument;
      const isOfThread = isPage && !Object.values(variables as object).includes(true);
      const options = { variant: isPage ? Number(isOfThread) : variant, hasMore, read };
      return { data: fillAnswer(documents.get(text)!, options) };
    });
    // The second time, no list has another page.
    for (const readAnswer of [...Object.values(readers), ...Object.values(readers)]) await readAnswer(client);
  }
  expect([...unread]).toEqual([]);
});
