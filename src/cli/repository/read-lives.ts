import { resolveConfig } from "../../core/config/effective.ts";
import { createCalendar } from "../../core/calendar/calendar.ts";
import { parseDescription } from "../../core/description/parse-description.ts";
import { hasGivenUp } from "../../core/description/parsed-description.ts";
import type { Instant } from "../../core/pull-request.ts";
import { readLife, type Setting } from "../../core/report/history/life.ts";
import type { RepositoryHistory } from "../../core/report/history/review-report.ts";
import { findClosingAt } from "../../core/report/history/running.ts";
import type { GitHubClient } from "../../github/client/client.ts";
import {
  type HistoryPage,
  type Listed,
  listHistory,
  type Points,
  readHistory,
  type Recorded,
} from "../../github/list-history.ts";
import type { GitHub } from "../../reconcile/ports.ts";
import { GitHubError } from "../../reconcile/ports/github-error.ts";
import { LifeCache } from "./life-cache.ts";

/** How many records to ask for at once; ten cost eight points. */
const batch = 10;

/**
 * The points that a run may use: a fifth of what was left when it began; unlimited where the server has no
 * limits.
 */
export class Budget {
  #left: number | null = null;
  #last = 1;

  spend(points: Points | null): void {
    if (points === null) return;
    this.#left ??= Math.floor((points.remaining + points.cost) / 5);
    this.#left -= points.cost;
    this.#last = points.cost;
  }

  /** Is there enough for another request like the last one? */
  get hasMore(): boolean {
    return this.#left === null || this.#left >= this.#last;
  }
}

interface Reading {
  client: GitHubClient;
  github: Pick<GitHub, "observePullRequest">;
  repository: { owner: string; name: string };
  /**
   * The first local date of wanted pull requests as an instant, in the config's time zone, else in this one.
   */
  sinceIn(timeZone: string): Instant;
  timeZone: string;
  now: Instant;
  budget: Budget;
  cacheFolder: string;
  /** The server, which tells repositories with the same name apart. */
  server: string;
  onRead(done: number, all: number): void;
}

/** A repository's history, and whether it was read completely. */
export interface ReadLives {
  history: RepositoryHistory;
  /** The config's time zone; null when it has none. */
  zone: string | null;
  isPartial: boolean;
}

/** Lists what changed since the last run and reads it in batches; the rest comes from the cache. */
export async function readLives(reading: Reading): Promise<ReadLives> {
  const { repository, budget, client } = reading;
  let cache: LifeCache | null = null;
  let setup: ReturnType<typeof readSetup> | null = null;
  let from: Instant = "";
  let isListed = false;
  const listed = new Map<string, Listed>();
  try {
    list: for await (const page of listHistory(client, repository)) {
      budget.spend(page.points);
      setup ??= readSetup(page, reading);
      cache ??= openCache(setup.setting, reading);
      from ||= reading.sinceIn(setup.timeZone);
      const { covered } = cache;
      const stop = covered !== null && covered.from <= from ? covered.to : from;
      for (const one of page.listed) {
        if (one.updatedAt < stop) break list;
        listed.set(one.id, one);
      }
      if (!budget.hasMore) throw new OutOfPointsError();
    }
    isListed = true;
    const newest = [...listed.values()]
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1);
    await readMissing({ ...reading, id: setup!.id }, listed, cache!, setup!.setting);
    cache!.cover({
      from: earlier(cache!.covered?.from ?? from, from),
      to: newest ?? cache!.covered?.to ?? from,
    });
  } catch (error) {
    const isLimit = error instanceof GitHubError && error.reason === "rate_limited";
    if (setup === null || !(error instanceof OutOfPointsError || isLimit)) throw error;
    return toResult(reading, setup, cache!, true);
  }
  return toResult(reading, setup!, cache!, !isListed);
}

class OutOfPointsError extends Error {}

const earlier = (a: Instant, b: Instant) => (a < b ? a : b);

function readSetup({ configTexts, templates, gitattributes, repositoryId }: HistoryPage, reading: Reading) {
  const { config } = resolveConfig(configTexts);
  const zone = config.turns.hours.time_zone ?? null;
  const timeZone = zone ?? reading.timeZone;
  const hours = { ...config.turns.hours, time_zone: timeZone };
  const setting: Setting = {
    repository: reading.repository,
    config: { ...config, turns: { ...config.turns, hours } },
    templates: templates.flatMap((text) => {
      const parsed = parseDescription(text);
      return hasGivenUp(parsed) ? [] : [parsed];
    }),
    gitattributes,
  };
  return { id: repositoryId, setting, zone, timeZone };
}

function openCache(setting: Setting, { cacheFolder, server, repository }: Reading): LifeCache {
  const place = `${server} ${repository.owner}/${repository.name}`.toLowerCase();
  return new LifeCache(cacheFolder, { place, setting });
}

/** Reads what is not cached, and again what was open. Throws OutOfPointsError when the budget ends first. */
async function readMissing(
  reading: Reading & { id: number },
  listed: ReadonlyMap<string, Listed>,
  cache: LifeCache,
  setting: Setting,
): Promise<void> {
  const { client, budget, now, onRead } = reading;
  const cached = new Map([...cache.lives.values()].map((entry) => [entry.id, entry]));
  const changed = [...listed.values()].filter(({ id, updatedAt }) => {
    const entry = cached.get(id);
    return entry === undefined || entry.isOpen || entry.updatedAt !== updatedAt;
  });
  const open = [...cached.values()].filter(({ id, isOpen }) => isOpen && !listed.has(id));
  const ids = [...changed, ...open].map(({ id }) => id);
  for (let done = 0; done < ids.length; done += batch) {
    onRead(done, ids.length);
    if (!budget.hasMore) throw new OutOfPointsError();
    const { points, records } = await readHistory(client, ids.slice(done, done + batch));
    budget.spend(points);
    const whole = await Promise.all(records.map((record) => complete(record, reading)));
    cache.add(
      whole.map(({ pullRequest, edits }) => {
        const life = readLife(pullRequest, { setting, edits, now });
        const { id, updatedAt } = pullRequest;
        return { id, updatedAt, isOpen: findClosingAt(life.closings, "9999") === null, life };
      }),
    );
  }
  onRead(ids.length, ids.length);
}

/** A record that is longer than its pages is observed in full. */
async function complete(record: Recorded, { github, repository, id, budget }: Reading & { id: number }) {
  if (record.isComplete) return record;
  const { number } = record.pullRequest;
  const subject = {
    kind: "pull_request" as const,
    installationId: 0,
    repository: { id, ...repository },
    number,
  };
  const observation = await github.observePullRequest(subject);
  budget.spend({ cost: 2, remaining: 0 });
  return observation === null ? record : { ...record, pullRequest: observation.pullRequest };
}

function toResult(
  { repository: { owner, name } }: Reading,
  { setting, zone }: ReturnType<typeof readSetup>,
  cache: LifeCache,
  isPartial: boolean,
): ReadLives {
  const { turns } = setting.config;
  return {
    history: {
      name: `${owner}/${name}`,
      lives: [...cache.lives.values()].map(({ life }) => life),
      calendar: createCalendar(turns.hours),
      targets: turns.targets,
    },
    zone,
    isPartial,
  };
}
