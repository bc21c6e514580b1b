import { existsSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { type EffectiveConfig, resolveConfig } from "../../core/config/effective.ts";
import type { DescriptionFacts } from "../../core/description/description.ts";
import type { Observation } from "../../core/observation.ts";
import { findRepository, fromHere } from "../checkout.ts";
import { findOrigin, type GitChanges, readGitChanges } from "../git.ts";
import { listEveryTemplate } from "../list-templates.ts";
import { type CommandConfig, readConfig, tellProblems } from "../read-config.ts";
import { readInput } from "../read-input.ts";
import { noChangedFiles, parseChangedFiles } from "./changed-files.ts";

export interface ContextOptions {
  /** `false`: use only files that were given. */
  config?: string | false;
  organisation?: string;
  title?: string;
  author?: string;
  label?: string[];
  draft?: true;
  changedFiles?: string;
  template?: string[];
  base?: string;
  git: boolean;
}

/** Everything that a description is judged by, apart from itself. */
export interface Context {
  effective: EffectiveConfig & { isBroken: boolean };
  /** The templates' texts. */
  templates: string[];
  facts: Omit<DescriptionFacts, "parsed" | "templates" | "body">;
  /** When the pull request was opened. */
  createdAt: string;
  /** The files that were found rather than given, for people. */
  used: string[];
  /** A hint for people; "" without one. */
  note: string;
}

/**
 * The files that the options name, else the current repository's, else, for a pull request, those on GitHub.
 * A given config is judged without any file that was found, and a pull request of another repository without
 * any file of this one. Throws UnreadableInputError and UsageError.
 */
export function readContext(options: ContextOptions, observation: Observation | null): Context {
  const isLooking = options.config === undefined;
  const isElsewhere = observation !== null && !isOrigin(observation.repository);
  const local = readConfig(isLooking && isElsewhere ? false : options.config, options.organisation);
  const remote = isLooking && local.found === null ? observation : null;
  const effective = remote === null ? local : readRemoteConfig(remote, options.organisation);
  const templates = findTemplates(options, isLooking, remote);
  const gitattributes = isLooking ? findGitattributes(remote) : null;
  const change = findChange(options, isLooking, observation);
  const { pullRequest, repository } = observation ?? {};
  return {
    effective,
    templates: templates.texts,
    facts: {
      title: options.title ?? pullRequest?.title ?? "",
      author: options.author ?? pullRequest?.author.login ?? "",
      labels: [...(pullRequest?.labels ?? []), ...(options.label ?? [])],
      isDraft: options.draft ?? pullRequest?.isDraft ?? false,
      isInMergeQueue: pullRequest?.isInMergeQueue ?? false,
      baseRef: change.baseRef,
      ...change.changed,
      gitattributes,
      ...(pullRequest === undefined ? {} : { number: pullRequest.number }),
      ...(repository === undefined ? {} : { repository }),
    },
    createdAt: pullRequest?.createdAt ?? Temporal.Now.instant().toString({ smallestUnit: "second" }),
    used: [
      ...(isLooking ? nameConfig(local, effective, remote) : []),
      ...templates.used,
      ...(gitattributes !== null && remote === null ? [fromHere(".gitattributes")] : []),
      ...(change.used === null ? [] : [change.used]),
    ],
    note: change.note,
  };
}

/** The base branch's config on top of the organisation's, which was named or comes from GitHub. */
function readRemoteConfig({ configTexts }: Observation, organisation: string | undefined) {
  const effective = resolveConfig({
    ...configTexts,
    ...(organisation === undefined ? {} : { organisation: readInput(organisation) }),
  });
  return { ...effective, isBroken: tellProblems(effective) };
}

/** The config that was found rather than given. */
function nameConfig(
  { found }: CommandConfig,
  { hasFile }: EffectiveConfig,
  remote: Observation | null,
): string[] {
  if (found !== null) return [found];
  if (!hasFile) return ["the default config"];
  return remote === null ? [] : ["the config on GitHub"];
}

/** Is this a checkout of that repository? */
function isOrigin({ owner, name }: Observation["repository"]): boolean {
  const origin = findOrigin();
  return `${origin?.owner}/${origin?.name}`.toLowerCase() === `${owner}/${name}`.toLowerCase();
}

interface FoundTexts {
  texts: string[];
  used: string[];
}

function findTemplates(
  { template }: ContextOptions,
  isLooking: boolean,
  remote: Observation | null,
): FoundTexts {
  if (template !== undefined) return { texts: template.map(readInput), used: [] };
  if (remote !== null) {
    const { templates: texts } = remote;
    return { texts, used: texts.length > 0 ? ["the templates on GitHub"] : [] };
  }
  const paths = isLooking ? listEveryTemplate(fromHere()) : [];
  return { texts: paths.map(readInput), used: paths };
}

/** Which files the repository marks as generated. */
function findGitattributes(remote: Observation | null): string | null {
  if (remote !== null) return remote.gitattributes;
  const path = fromHere(".gitattributes");
  return existsSync(path) ? readInput(path) : null;
}

function findChange(
  { changedFiles, base, git }: ContextOptions,
  isLooking: boolean,
  observation: Observation | null,
): GitChanges {
  const named = { baseRef: base ?? observation?.pullRequest.baseRef ?? "", used: null, note: "" };
  if (changedFiles !== undefined)
    return { ...named, changed: parseChangedFiles(readInput(changedFiles), changedFiles) };
  if (observation !== null) {
    const { files, additions, deletions, changedFiles: count } = observation.pullRequest;
    return { ...named, changed: { files, additions, deletions, changedFiles: count } };
  }
  const isAsked = git && (base !== undefined || (isLooking && findRepository(process.cwd()) !== null));
  if (!isAsked) return { ...named, changed: noChangedFiles };
  return readGitChanges(base);
}
