import { resolveConfig } from "../src/core/config/effective.ts";
import { parseDescription } from "../src/core/description/parse-description.ts";
import type { Observation } from "../src/core/observation.ts";
import type { Facts } from "../src/core/plan/facts.ts";

/**
 * The facts of an observation, hours after the app could have created its comment. Nobody pressed a button,
 * and no permissions are known.
 */
export function factsOf(observation: Observation, rest: Partial<Facts> = {}): Facts {
  return {
    observation,
    effective: resolveConfig(observation.configTexts),
    description: parseDescription(observation.pullRequest.body),
    templates: [],
    intents: [],
    freshPermissions: new Map(),
    knownPermissions: new Map(),
    now: "2026-03-02T12:00:00Z",
    firstSeenAt: observation.pullRequest.createdAt,
    repositoryFirstSeenAt: "2026-01-01T00:00:00Z",
    ...rest,
  };
}
