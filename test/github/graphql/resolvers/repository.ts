import { canSee } from "../../rest/access.ts";
import { findRepository } from "../../state/find.ts";
import type { Label, Repository } from "../../state/model.ts";
import type { PullRequest } from "../../state/pull-request.ts";
import { resolveExpression } from "../../state/resolve-object.ts";
import { connect, type PageArguments } from "../connection.ts";
import { type Context, demandPermission, viewerOf } from "../context.ts";
import { GraphQLRefusal } from "../graphql-refusal.ts";
import type { BlobNode, CommitNode } from "./git-object.ts";
import type { TypeResolvers } from "./resolver.ts";

/** A branch and its commit. */
export interface RefNode {
  name: string;
  sha: string;
  repository: Repository;
}

type Order = { field: string; direction: "ASC" | "DESC" };

/** An object that is missing, or hidden from this token, is null with a NOT_FOUND error and HTTP 200. */
function findVisible(args: { owner: string; name: string }, context: Context): Repository {
  const fullName = `${args.owner}/${args.name}`;
  const repository = findRepository(context.state, fullName);
  if (repository !== null && canSee(context.token, repository)) return repository;
  throw new GraphQLRefusal("NOT_FOUND", `Could not resolve to a Repository with the name '${fullName}'.`);
}

function findObject(
  repository: Repository,
  args: { oid?: string; expression?: string },
  context: Context,
): BlobNode | CommitNode | null {
  demandPermission(context, repository, { contents: "read" });
  const found = resolveExpression(context.state, repository, args.oid ?? args.expression ?? "HEAD");
  if (found === null) return null;
  return "text" in found
    ? { kind: "Blob", text: found.text }
    : { kind: "Commit", commit: found.commit, repository };
}

/**
 * `pull_request_template.md` in the root, `docs/` or `.github/`, and every file of a `PULL_REQUEST_TEMPLATE/`
 * folder.
 */
function listTemplates(repository: Repository, _: unknown, { state }: Context) {
  const head = state.commits.get(repository.branches.get(repository.defaultBranch) ?? "");
  const isTemplate = /^(?:docs\/|\.github\/)?pull_request_template(?:\.(?:md|txt)|\/[^/]+\.(?:md|txt))$/i;
  return [...(head?.tree ?? [])].filter(([path]) => isTemplate.test(path)).map(([, body]) => ({ body }));
}

function listPullRequests(
  repository: Repository,
  args: PageArguments & { states?: string[]; orderBy?: Order },
) {
  const stateOf = (one: PullRequest) => (one.mergedAt !== null ? "MERGED" : one.state.toUpperCase());
  const found = [...repository.pullRequests.values()].filter(
    (one) => args.states === undefined || args.states.includes(stateOf(one)),
  );
  if (args.orderBy?.field === "UPDATED_AT") {
    found.sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.number - b.number);
  }
  return connect(args.orderBy?.direction === "DESC" ? found.reverse() : found, args);
}

export const repositoryResolvers: Record<string, TypeResolvers> = {
  Query: {
    repository: (_: unknown, args: { owner: string; name: string }, context: Context) =>
      findVisible(args, context),
    viewer: (_: unknown, __: unknown, context: Context) => viewerOf(context),
  },
  Repository: {
    databaseId: (one: Repository) => one.id,
    name: (one: Repository) => one.name,
    owner: (one: Repository) => one.owner,
    visibility: (one: Repository) => one.visibility.toUpperCase(),
    isArchived: (one: Repository) => one.isArchived,
    defaultBranchRef: (one: Repository): RefNode => ({
      name: one.defaultBranch,
      sha: one.branches.get(one.defaultBranch)!,
      repository: one,
    }),
    object: findObject,
    pullRequestTemplates: listTemplates,
    labels: (one: Repository, args: PageArguments & { orderBy?: Order }) => {
      const inOrder = [...one.labels].sort((a, b) => a.id - b.id);
      return connect(args.orderBy?.direction === "DESC" ? inOrder.reverse() : inOrder, args);
    },
    pullRequest: (one: Repository, { number }: { number: number }) => {
      const found = one.pullRequests.get(number);
      if (found) return found;
      throw new GraphQLRefusal(
        "NOT_FOUND",
        `Could not resolve to a PullRequest with the number of ${number}.`,
      );
    },
    pullRequests: listPullRequests,
  },
  PullRequestTemplate: {
    body: ({ body }: { body: string }) => body,
  },
  Label: {
    name: (label: Label) => label.name,
    color: (label: Label) => label.color,
    description: (label: Label) => label.description,
  },
};
