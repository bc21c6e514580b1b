import type { CheckApp, CheckRun, CheckSuite } from "../../state/checks.ts";
import { connect, type PageArguments } from "../connection.ts";
import type { TypeResolvers } from "./resolver.ts";

const upper = (text: string | null) => text?.toUpperCase() ?? null;

/** `CheckRun` has no `actions` in GraphQL: buttons cannot be read back (sources.md §12). */
export const checkResolvers: Record<string, TypeResolvers> = {
  CheckSuite: {
    app: ({ app }: CheckSuite) => app,
    createdAt: (suite: CheckSuite) => suite.createdAt,
    checkRuns: (
      suite: CheckSuite,
      args: PageArguments & { filterBy?: { checkType?: "ALL" | "LATEST"; checkName?: string } },
    ) => {
      const runs =
        args.filterBy?.checkType === "LATEST"
          ? [...new Map(suite.runs.map((run) => [run.name, run])).values()]
          : suite.runs;
      const name = args.filterBy?.checkName;
      return connect(
        runs.filter((run) => name === undefined || run.name === name),
        args,
      );
    },
  },
  App: { slug: (app: CheckApp) => app.slug },
  CheckRun: {
    databaseId: (run: CheckRun) => run.id,
    name: (run: CheckRun) => run.name,
    status: (run: CheckRun) => upper(run.status),
    conclusion: (run: CheckRun) => upper(run.conclusion),
    externalId: (run: CheckRun) => run.externalId,
  },
};
