import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AskedPeriod,
  type KnownPeriod,
  PeriodError,
  parsePeriod,
} from "../../core/report/history/period.ts";
import { renderReportHtml } from "../../core/report/history/render-report-html.ts";
import { renderReportMarkdown } from "../../core/report/history/render-report-markdown.ts";
import {
  renderReportCsv,
  renderReportJson,
  renderReportTable,
} from "../../core/report/history/render-report-text.ts";
import type { ReviewReport } from "../../core/report/history/review-report.ts";
import { hasDatabase } from "../../database/database.ts";
import type { KeptLives } from "../../database/kept-lives.ts";
import { loadRealEnvironment, type RawEnvironment, readTokenEnvironment } from "../../env.ts";
import { readCacheFolder } from "../../github/history/life-cache.ts";
import { readReport } from "../../github/history/read-report.ts";
import { systemClock } from "../../reconcile/dependencies.ts";
import { createProgress, printText, tell, UsageError } from "../print.ts";
import {
  hasAppCredentials,
  hasToken,
  loadCommandEnvironment,
  readCommandDatabase,
} from "./command-environment.ts";
import { connectAsApp, connectAsPerson } from "./connect.ts";
import { parseRepositoryName } from "./run-command.ts";

export interface ReportOptions extends AskedPeriod {
  format: "table" | "json" | "csv" | "markdown" | "html";
  output?: string;
}

const renderers: Record<ReportOptions["format"], (report: ReviewReport) => string> = {
  table: renderReportTable,
  json: renderReportJson,
  csv: renderReportCsv,
  markdown: renderReportMarkdown,
  html: renderReportHtml,
};

/** Reads the repositories' history and prints the report. Exit 3: the report is partial, and says so. */
export async function runReport(names: string[], options: ReportOptions): Promise<void> {
  const repositories = names.map(parseRepositoryName);
  const now = systemClock.now();
  const period = readOptions(options, now);
  const isApp = !hasToken() && hasAppCredentials();
  const connect = isApp ? connectToEach : connectOnce();
  const environment = loadCommandEnvironment(isApp ? "app" : "person");
  const { apiUrl: server } = readTokenEnvironment(environment);
  const kept = isApp ? await openServersDatabase(environment) : null;
  const progress = createProgress();
  let report: ReviewReport;
  try {
    report = await readReport(repositories, period, {
      connect,
      server,
      kept,
      now,
      onRead: progress.show,
      cacheFolder: join(readCacheFolder(loadRealEnvironment()), "report"),
    });
  } finally {
    progress.clear();
    await kept?.close();
  }
  const text = renderers[options.format](report);
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (options.output === undefined) printText(whole);
  else writeFileSync(options.output, whole);
  if (!report.partial) return;
  tell(
    "async-review: The report is partial: it used a fifth of the token's points. Run it again later to continue.",
  );
  process.exitCode = 3;
}

function readOptions(options: ReportOptions, now: string): KnownPeriod {
  try {
    return parsePeriod(options, now);
  } catch (error) {
    throw error instanceof PeriodError ? new UsageError(`--${error.message}`, { cause: error }) : error;
  }
}

/** As the App, which has an installation for each owner. */
const connectToEach: Connect = (repository) =>
  connectAsApp(repository, "set GITHUB_TOKEN to a token that may read it");

/** As a person, who reads all repositories with one login. */
function connectOnce(): Connect {
  const person = connectAsPerson();
  return async () => ({ ...person, installationId: 0 });
}

type Connect = Parameters<typeof readReport>[2]["connect"];

/** What the App's server has kept, when the command runs with its data; null otherwise. */
async function openServersDatabase(environment: RawEnvironment): Promise<KeptLives | null> {
  const where = readCommandDatabase(environment);
  // Imported only here, so that a report with a person's token loads no database.
  const { openKeptLives } = await import("../../database/kept-lives.ts");
  const isNone = "dataDir" in where && !environment.DATA_DIR && !hasDatabase(where.dataDir);
  return isNone ? null : openKeptLives(where);
}
