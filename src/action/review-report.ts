import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AskedPeriod, parsePeriod } from "../core/report/history/period.ts";
import { renderReportHtml } from "../core/report/history/render-report-html.ts";
import { renderReportMarkdown } from "../core/report/history/render-report-markdown.ts";
import { renderReportCsv } from "../core/report/history/render-report-text.ts";
import type { RawEnvironment } from "../env.ts";
import { createTokenClient } from "../github/client/create-github-clients.ts";
import { createTokenGitHub } from "../github/github.ts";
import { readCacheFolder } from "../github/history/life-cache.ts";
import { readReport } from "../github/history/read-report.ts";
import { noIdentity } from "../github/observe/own-account.ts";
import { systemClock } from "../reconcile/dependencies.ts";
import type { RunnerEnvironment } from "./read-event.ts";

/** A step's inputs. `repositories` are owner/repo, separated by spaces or line breaks. */
export interface AskedReport extends AskedPeriod {
  repositories: string;
}

/** A report as the job's summary and as files for an artifact, whose paths are outputs. */
export interface WrittenReport {
  markdown: string;
  outputs: { "report-html": string; "report-csv": string; "report-partial": "true" | "false" };
}

/**
 * Reads the repositories' history and writes the report's files beside the job's other temporary ones. The
 * history that was read stays in the user's cache folder, so that a workflow can cache it. Throws
 * PeriodError, and GitHubError where a repository cannot be read.
 */
export async function writeReviewReport(
  { repositories, ...asked }: AskedReport,
  { apiUrl, graphqlUrl, temporaryFolder }: RunnerEnvironment,
  {
    token,
    environment,
    debug,
  }: { token: string; environment: RawEnvironment; debug: (text: string) => void },
): Promise<WrittenReport> {
  const clock = systemClock;
  const now = clock.now();
  const period = parsePeriod(asked, now);
  const named = repositories.split(/[\s,]+/).filter((name) => name !== "");
  const log = (fields: object, message: string) => debug(`${message} ${JSON.stringify(fields)}`);
  const logger = { debug: log, warn: log };
  const client = createTokenClient({ token, apiUrl, graphqlUrl, clock, logger });
  const github = createTokenGitHub(client, noIdentity);
  const report = await readReport(named.map(parseName), period, {
    connect: async () => ({ client, github, installationId: 0 }),
    now,
    server: apiUrl,
    kept: null,
    onRead: () => {},
    cacheFolder: join(readCacheFolder(environment), "report"),
  });
  const folder = mkdtempSync(join(temporaryFolder, "async-review-report-"));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return {
    markdown: renderReportMarkdown(report),
    outputs: {
      "report-html": write("report.html", renderReportHtml(report)),
      "report-csv": write("report.csv", renderReportCsv(report)),
      "report-partial": report.partial ? "true" : "false",
    },
  };
}

function parseName(text: string): { owner: string; name: string } {
  const [owner, name, ...more] = text.split("/");
  if (owner && name && more.length === 0) return { owner, name };
  throw new Error(`report names "${text}"; write each repository as owner/repo.`);
}
