import { findClosingAt } from "../../calendar/running.ts";
import { resolveConfig } from "../../config/effective.ts";
import { parseDescription } from "../../description/parse-description.ts";
import { isUnread } from "../../description/parts.ts";
import type { ConfigTexts, Observation } from "../../observation.ts";
import type { Reader } from "../../plan/look.ts";
import type { Instant, PullRequest } from "../../pull-request.ts";
import { hashOf } from "../../render/hash.ts";
import { type BodyEdit, type Life, readLife, type Setting } from "./life.ts";

/** Raise it when lives are read differently; a test notices, as far as its histories reach. */
export const livesVersion = 8;

/** A pull request's life as it was read; it counts until `updatedAt` changes. */
export interface KeptLife {
  /** GraphQL node id. */
  id: string;
  updatedAt: Instant;
  isOpen: boolean;
  /** A hash of what can change in an open pull request while its `updatedAt` stays. */
  state: string;
  /** The hash of what it was read with, from `readSetting`: another config makes another life. */
  setting: string;
  life: Life;
}

/** The texts that say how a repository's pull requests are read. */
interface SettingTexts {
  configTexts: Pick<ConfigTexts, "defaultBranch" | "organisation">;
  templates: readonly string[];
  /** Null when there is none. */
  gitattributes: string | null;
}

/** Today's config, whatever a pull request's branch, and a hash of everything that a life depends on. */
export function readSetting(
  repository: Setting["repository"],
  { configTexts, templates, gitattributes }: SettingTexts,
  readTemplate: Reader["readTemplate"] = parseDescription,
): Setting & { hash: string } {
  const { config } = resolveConfig({ ...configTexts, base: null });
  const { bots, description, review, turns } = config;
  return {
    repository,
    config,
    templates: templates.map(readTemplate).flatMap((read) => (isUnread(read) ? [] : [read])),
    gitattributes,
    hash: hashOf({ livesVersion, bots, description, review, turns, templates, gitattributes }),
  };
}

/** The life of a pull request that was read, ready to be kept. */
export function keepLife(
  pullRequest: PullRequest,
  read: {
    setting: ReturnType<typeof readSetting>;
    edits: readonly BodyEdit[];
    now: Instant;
    isApp: boolean;
  },
): KeptLife {
  const life = readLife(pullRequest, read);
  const { id, updatedAt } = pullRequest;
  const isOpen = findClosingAt(life.closings, "9999") === null;
  return { id, updatedAt, isOpen, state: hashState(pullRequest), setting: read.setting.hash, life };
}

/** What is read again about a pull request that was open. */
export interface OpenState extends Pick<PullRequest, "id" | "updatedAt" | "reviewDecision"> {
  threads: readonly { id: string; isResolved: boolean }[];
}

/** GitHub gives a pull request no new `updatedAt` when a thread is resolved, or a branch's rules change. */
export function hashState({ updatedAt, reviewDecision, threads }: OpenState): string {
  const resolved = threads.filter(({ isResolved }) => isResolved).map(({ id }) => id);
  return hashOf([updatedAt, reviewDecision, resolved.sort()]);
}

/** The life of a pull request that was observed; null where the config wants nothing kept. */
export function keepObservedLife(
  { observation, edits, now }: { observation: Observation; edits: readonly BodyEdit[]; now: Instant },
  { enter, readTemplate }: Pick<Reader, "enter" | "readTemplate">,
): KeptLife | null {
  enter("life");
  const { ownLogin, repository, pullRequest, templates, configTexts, gitattributes } = observation;
  const { owner, name } = repository;
  const setting = readSetting({ owner, name }, { configTexts, templates, gitattributes }, readTemplate);
  if (!setting.config.report.enabled) return null;
  return keepLife(pullRequest, { setting, edits, now, isApp: ownLogin !== "" });
}
