import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { renderReportCsv } from "../../core/report/history/render-report-csv.ts";
import { renderReportHtml } from "../../core/report/history/render-report-html.ts";
import { renderReportMarkdown } from "../../core/report/history/render-report-markdown.ts";
import { renderReportJson, renderReportTable } from "../../core/report/history/render-report-text.ts";
import {
  dateOf,
  reportHistory,
  type ReviewReport,
  usualSince,
} from "../../core/report/history/review-report.ts";
import type { KeptLives } from "../../database/kept-lives.ts";
import {
  loadCommandEnvironment,
  loadRealEnvironment,
  type RawEnvironment,
  readDatabaseEnvironment,
  readTokenEnvironment,
} from "../../env.ts";
import { readCacheFolder } from "./life-cache.ts";
import { systemClock } from "../../reconcile/parts.ts";
import { printText, tell, UsageError } from "../print.ts";
import { connectAsApp, hasAppCredentials } from "./connect-as-app.ts";
import { connectAsPerson, hasToken } from "./connect-as-person.ts";
import { createProgress } from "./create-progress.ts";
import { Budget, type ReadLives, readLives } from "./read-lives.ts";
import { parseRepositoryName } from "./run-command.ts";

export interface ReportOptions {
  since?: string;
  until?: string;
  mark?: string;
  timeZone?: string;
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

/**
 * Reads the repositories' history and prints the report. Exit 3: some of it could not be read, as the report
 * says.
 */
export async function runReport(names: string[], options: ReportOptions): Promise<void> {
  const repositories = names.map(parseRepositoryName);
  const mark = options.mark === undefined ? null : parseDay("--mark", options.mark);
  const given = options.timeZone ?? null;
  if (given !== null) checkZone(given);
  const now = systemClock.now();
  const periodIn = (timeZone: string) => {
    const until = options.until === undefined ? dateOf(now, timeZone) : parseDay("--until", options.until);
    const since = options.since === undefined ? usualSince(until, mark) : parseDay("--since", options.since);
    return { since, until, timeZone, now };
  };
  checkOrder(periodIn(given ?? "UTC"), mark);
  const isApp = !hasToken() && hasAppCredentials();
  const connect = isApp ? connectToEach : connectOnce();
  const environment = loadCommandEnvironment(isApp ? "app" : "person");
  const budget = new Budget();
  const progress = createProgress();
  const read: ReadLives[] = [];
  const kept = isApp ? await openServersDatabase(environment) : null;
  try {
    for (const repository of repositories) {
      read.push(
        await readLives({
          ...{ ...(await connect(repository)), repository, budget, kept, now },
          sinceIn: (timeZone) => startOf(periodIn(timeZone).since, timeZone),
          timeZone: given ?? "UTC",
          cacheFolder: join(readCacheFolder(loadRealEnvironment()), "report"),
          server: readTokenEnvironment(environment).apiUrl,
          onRead: (done, all) => progress.show(done, all),
        }),
      );
    }
  } finally {
    progress.clear();
    await kept?.close();
  }
  const partial = read.some(({ isPartial }) => isPartial);
  const timeZone = read.find(({ zone }) => zone !== null)?.zone ?? given ?? "UTC";
  const histories = read.map(({ history }) => history);
  const report = reportHistory(histories, periodIn(timeZone), { mark, partial });
  const text = renderers[options.format](report);
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (options.output === undefined) printText(whole);
  else writeFileSync(options.output, whole);
  if (!partial) return;
  tell("async-review: partial: a fifth of the token's points is used; run it again later to read on");
  process.exitCode = 3;
}

/** As the App, which has an installation for each owner. */
const connectToEach: Connect = (repository) =>
  connectAsApp(repository, "set GITHUB_TOKEN to a token that may read it");

/** As a person, who reads all repositories with one login. */
function connectOnce(): Connect {
  const person = connectAsPerson();
  return async () => ({ ...person, installationId: 0 });
}

type Connect = (repository: {
  owner: string;
  name: string;
}) => Promise<Pick<Parameters<typeof readLives>[0], "client" | "github" | "installationId">>;

/** What the App's server has kept, when the command runs with its data; null otherwise. */
async function openServersDatabase(environment: RawEnvironment): Promise<KeptLives | null> {
  const where = readDatabaseEnvironment(environment);
  // Imported only where used, because no other personal command loads a database.
  const { hasDatabase, openKeptLives } = await import("../../database/kept-lives.ts");
  const isNone = "dataDir" in where && !environment.DATA_DIR && !hasDatabase(where.dataDir);
  return isNone ? null : openKeptLives(where);
}

const startOf = (date: string, timeZone: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant().toString();

function parseDay(option: string, text: string): string {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toString();
  } catch {
    // Reported below.
  }
  throw new UsageError(`${option} can't be "${text}". Write a date such as 2026-01-31`);
}

function checkOrder({ since, until }: { since: string; until: string }, mark: string | null): void {
  if (since > until)
    throw new UsageError(`--since is ${since}, after --until (${until}); give an earlier day`);
  if (mark === null || (mark > since && mark < until)) return;
  throw new UsageError(`--mark is ${mark}; give a day between ${since} and ${until}`);
}

function checkZone(timeZone: string): void {
  try {
    Temporal.Instant.from("2026-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
  } catch {
    throw new UsageError(`--time-zone can't be "${timeZone}". Write a name such as Europe/Berlin`);
  }
}
