import type { CheckSuite } from "../../state/checks.ts";
import type { Commit } from "../../state/git.ts";
import type { Repository } from "../../state/model.ts";
import { connect, type PageArguments } from "../connection.ts";
import { type Context, demandPermission } from "../context.ts";
import { rollupState } from "../rollup-state.ts";
import { shown } from "./actor.ts";
import type { TypeResolvers } from "./resolver.ts";

export interface BlobNode {
  kind: "Blob";
  text: string;
}

/** A commit as one repository sees it, with that repository's check suites and pull requests. */
export interface CommitNode {
  kind: "Commit";
  commit: Commit;
  repository: Repository;
}

/** The length beyond which texts are cut. */
const longest = 512_000;

export const gitObjectResolvers: Record<string, TypeResolvers> = {
  Blob: {
    text: ({ text }: BlobNode) => (text.includes("\0") ? null : text.slice(0, longest)),
  },
  TreeEntry: { object: (blob: BlobNode) => blob },
  Commit: {
    oid: ({ commit }: CommitNode) => commit.sha,
    committedDate: ({ commit }: CommitNode) => commit.committedDate,
    author: ({ commit }: CommitNode) => commit,
    parents: ({ commit, repository }: CommitNode, args: PageArguments, { state }: Context) => {
      const parents = commit.parents.map((sha): CommitNode => {
        return { kind: "Commit", commit: state.commits.get(sha)!, repository };
      });
      return connect(parents, args);
    },
    history: (
      { commit, repository }: CommitNode,
      { path, ...args }: PageArguments & { path?: string },
      { state }: Context,
    ) => {
      const found: CommitNode[] = [];
      for (let one: Commit | undefined = commit; one; one = state.commits.get(one.parents[0] ?? "")) {
        const isChanged =
          one.tree.get(path ?? "") !== state.commits.get(one.parents[0] ?? "")?.tree.get(path ?? "");
        if (path === undefined || isChanged) found.push({ kind: "Commit", commit: one, repository });
      }
      return connect(found, args);
    },
    file: ({ commit }: CommitNode, { path }: { path: string }): BlobNode | null => {
      const text = commit.tree.get(path);
      return text === undefined ? null : { kind: "Blob", text };
    },
    checkSuites: (
      { commit, repository }: CommitNode,
      args: PageArguments & { filterBy?: { appId?: number } },
    ) => connect(suitesOf(repository, commit.sha, args.filterBy?.appId), args),
    statusCheckRollup: ({ commit, repository }: CommitNode, _: unknown, context: Context) => {
      // Reported to need `statuses: read` (sources.md §12).
      demandPermission(context, repository, { statuses: "read" });
      return rollupState(repository, commit.sha);
    },
  },
  GitActor: { user: (commit: Commit) => (commit.author?.type === "User" ? shown(commit.author) : null) },
  StatusCheckRollup: { state: (state: string) => state },
  PullRequestCommit: { commit: (node: CommitNode) => node },
};

function suitesOf(repository: Repository, sha: string, appId?: number): CheckSuite[] {
  return repository.checkSuites.filter(
    (suite) => suite.headSha === sha && (appId === undefined || suite.app.id === appId),
  );
}
