import { createCalendar } from "../../core/calendar/calendar.ts";
import type { Instant } from "../../core/pull-request.ts";
import { hashState, type KeptLife, keepLife, readSetting } from "../../core/report/history/keep-life.ts";
import { type KnownPeriod, startOf } from "../../core/report/history/period.ts";
import {
  type RepositoryHistory,
  type ReviewReport,
  reportHistory,
} from "../../core/report/history/review-report.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { GitHub } from "../../reconcile/ports.ts";
import type { GitHubClient } from "../client/client.ts";
import { LifeCache } from "./life-cache.ts";
import {
  type HistoryPage,
  type Listed,
  listHistory,
  OutOfPointsError,
  PointsBudget,
  type Recorded,
  readHistory,
  readStates,
} from "./list-history.ts";

interface Sources extends Pick<Reading, "kept" | "server" | "cacheFolder" | "now" | "onRead"> {
  /** A connection to GitHub that can read the repository. */
  connect(repository: Reading["repository"]): Promise<Pick<Reading, "client" | "github" | "installationId">>;
}

/**
 * Reads the repositories' history, one after the other, and reports on it; `partial` when GitHub's limits did
 * not allow reading all of it. Throws GitHubError where a repository cannot be read.
 */
export async function readReport(
  repositories: readonly Reading["repository"][],
  period: KnownPeriod,
  { connect, ...sources }: Sources,
): Promise<ReviewReport> {
  const budget = new PointsBudget();
  const read: ReadLives[] = [];
  for (const repository of repositories)
    read.push(
      await readLives({
        ...sources,
        ...(await connect(repository)),
        repository,
        budget,
        period,
      }),
    );
  const zone = read.find((one) => one.zone !== null)?.zone ?? null;
  const partial = read.some(({ isPartial }) => isPartial);
  const histories = read.map(({ history }) => history);
  return reportHistory(histories, period.in(zone), { mark: period.mark, partial });
}

/** How many records to ask for at once; ten cost eight points. */
const batch = 10;
/** States are small: a hundred cost two points. */
const statesAtOnce = 100;

/** The inputs for reading one repository's history. */
interface Reading {
  client: GitHubClient;
  github: Pick<GitHub, "observePullRequest">;
  /** 0 for a person's token. */
  installationId: number;
  /** What the App's server has kept; null when there is no such database. */
  kept: { find(repositoryId: number, numbers: readonly number[]): Promise<KeptLife[]> } | null;
  repository: { owner: string; name: string };
  period: KnownPeriod;
  now: Instant;
  budget: PointsBudget;
  cacheFolder: string;
  /** The server's address: another server may have a repository of the same name. */
  server: string;
  onRead(done: number, all: number): void;
}

/** A repository's history, and whether it was read completely. */
interface ReadLives {
  history: RepositoryHistory;
  /** The config's time zone; null when it has none. */
  zone: string | null;
  isPartial: boolean;
}

/**
 * Lists the pull requests that changed since the last run, takes them from the server's database or reads
 * them in batches, and takes all others from the cache.
 */
async function readLives(reading: Reading): Promise<ReadLives> {
  const { repository, budget, client } = reading;
  let known: { setup: ReturnType<typeof readSetup>; cache: LifeCache } | null = null;
  let from: Instant = "";
  const listed = new Map<string, Listed>();
  try {
    list: for await (const page of listHistory(client, repository)) {
      budget.spend(page.points);
      known ??= start(page, reading);
      from ||= startOf(known.setup.period.since, known.setup.period.timeZone);
      const { covered } = known.cache;
      const stop = covered !== null && covered.from <= from ? covered.to : from;
      for (const one of page.listed) {
        if (one.updatedAt < stop) break list;
        listed.set(one.id, one);
      }
      if (!budget.hasMore) throw new OutOfPointsError();
    }
    if (known === null) throw new Error("GitHub listed no page of pull requests.");
    const { setup, cache } = known;
    const newest = [...listed.values()]
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1);
    await readMissing({ ...reading, id: setup.id }, listed, cache, setup.setting);
    cache.cover({
      from: earlier(cache.covered?.from ?? from, from),
      to: newest ?? cache.covered?.to ?? from,
    });
    return toResult(reading, setup, cache, false);
  } catch (error) {
    const isLimit = error instanceof GitHubError && error.reason === "rate_limited";
    if (known === null || !(error instanceof OutOfPointsError || isLimit)) throw error;
    return toResult(reading, known.setup, known.cache, true);
  }
}

function start(page: HistoryPage, reading: Reading) {
  const setup = readSetup(page, reading);
  return { setup, cache: openCache(setup.setting, reading) };
}

const earlier = (a: Instant, b: Instant) => (a < b ? a : b);

function readSetup({ configTexts, templates, gitattributes, repositoryId }: HistoryPage, reading: Reading) {
  const setting = readSetting(reading.repository, { configTexts, templates, gitattributes });
  const zone = setting.config.turns.hours.time_zone ?? null;
  return { id: repositoryId, setting, zone, period: reading.period.in(zone) };
}

type LifeSetting = ReturnType<typeof readSetting>;

function openCache(
  { hash: setting }: LifeSetting,
  { cacheFolder, server, repository }: Pick<Reading, "cacheFolder" | "server" | "repository">,
): LifeCache {
  const place = `${server} ${repository.owner}/${repository.name}`.toLowerCase();
  return new LifeCache(cacheFolder, { place, setting });
}

/** Reads the lives that aren't cached or have changed. Throws OutOfPointsError when the budget ends first. */
async function readMissing(
  reading: Reading & { id: number },
  listed: ReadonlyMap<string, Listed>,
  cache: LifeCache,
  setting: LifeSetting,
): Promise<void> {
  const { client, budget, now, onRead } = reading;
  const isApp = reading.installationId !== 0;
  const cached = new Map([...cache.lives.values()].map((entry) => [entry.id, entry]));
  const changed = [...listed.values()].filter(({ id, updatedAt }) => cached.get(id)?.updatedAt !== updatedAt);
  const isChanged = new Set(changed.map(({ id }) => id));
  const open = await listMoved(
    [...cached.values()].filter(({ id, isOpen }) => isOpen && !isChanged.has(id)),
    reading,
  );
  const found = await takeKept(changed, reading, setting);
  cache.add(found);
  const isFound = new Set(found.map(({ id }) => id));
  const ids = [...changed, ...open].map(({ id }) => id).filter((id) => !isFound.has(id));
  for (let done = 0; done < ids.length; done += batch) {
    onRead(done, ids.length);
    if (!budget.hasMore) throw new OutOfPointsError();
    const { points, records } = await readHistory(client, ids.slice(done, done + batch));
    budget.spend(points);
    const whole = await Promise.all(records.map((record) => complete(record, reading)));
    cache.add(whole.map(({ pullRequest, edits }) => keepLife(pullRequest, { setting, edits, now, isApp })));
  }
  onRead(ids.length, ids.length);
}

/** The open pull requests that changed without moving `updatedAt`. */
async function listMoved(
  open: readonly KeptLife[],
  { client, budget }: Pick<Reading, "client" | "budget">,
): Promise<KeptLife[]> {
  const moved: KeptLife[] = [];
  for (let done = 0; done < open.length; done += statesAtOnce) {
    if (!budget.hasMore) throw new OutOfPointsError();
    const some = open.slice(done, done + statesAtOnce);
    const ids = some.map(({ id }) => id);
    const { points, states } = await readStates(client, ids);
    budget.spend(points);
    const now = new Map(states.map((state) => [state.id, hashState(state)]));
    moved.push(...some.filter(({ id, state }) => now.get(id) !== state));
  }
  return moved;
}

/** The lives of closed pull requests that the server kept after they were last closed. */
async function takeKept(
  listed: readonly Listed[],
  { kept, id }: Pick<Reading, "kept"> & { id: number },
  { hash }: LifeSetting,
): Promise<KeptLife[]> {
  const closed = new Map(
    listed.flatMap((one) => (one.closedAt === null ? [] : [[one.number, one] as const])),
  );
  const rows = kept === null ? [] : await kept.find(id, [...closed.keys()]);
  return rows.flatMap((row) => {
    const { closedAt, updatedAt } = closed.get(row.life.number) ?? {};
    if (updatedAt === undefined || !closedAt) return [];
    return row.setting === hash && row.updatedAt >= closedAt ? [{ ...row, updatedAt }] : [];
  });
}

/** A record that is longer than its pages is observed in full. */
async function complete(
  record: Recorded,
  { github, repository, id, budget, installationId }: Reading & { id: number },
) {
  if (record.isComplete) return record;
  const { number } = record.pullRequest;
  const subject = {
    kind: "pull_request" as const,
    installationId,
    repository: { id, ...repository },
    number,
  };
  const observation = await github.observePullRequest(subject);
  budget.spend({ cost: 2, remaining: 0 });
  return observation === null ? record : { ...record, pullRequest: observation.pullRequest };
}

function toResult(
  { repository: { owner, name } }: Pick<Reading, "repository">,
  { setting, zone, period }: ReturnType<typeof readSetup>,
  cache: LifeCache,
  isPartial: boolean,
): ReadLives {
  const { turns } = setting.config;
  return {
    history: {
      name: `${owner}/${name}`,
      lives: [...cache.lives.values()].map(({ life }) => life),
      calendar: createCalendar({ ...turns.hours, time_zone: period.timeZone }),
      targets: turns.targets,
    },
    zone,
    isPartial,
  };
}
