import type { Repository } from "../core/pull-request.ts";
import type { FanOutReason, Intent, Look, MinimumVersion } from "../reconcile/ports.ts";
import { arrayAt, idAt, objectAt, type Payload, textAt } from "./payload.ts";

/**
 * Where a delivery comes from; null when the payload does not say (a repository's own webhook has no
 * installation).
 */
interface Origin {
  installationId: number;
  repository: Repository;
}

/** The installation that a delivery was sent for; null when the payload names none. */
export function findInstallationId(payload: Payload): number | null {
  return idAt(objectAt(payload, "installation"), "id");
}

/** Installation and repository together; null when either is missing. */
export function readOrigin(payload: Payload): Origin | null {
  const installationId = findInstallationId(payload);
  const repository = readRepository(objectAt(payload, "repository"));
  return installationId === null || repository === null ? null : { installationId, repository };
}

/** A repository as payloads give it. `installation_repositories` gives no owner, only a full name. */
export function readRepository(value: unknown): Repository | null {
  const id = idAt(value, "id");
  const [fullOwner, fullName] = (textAt(value, "full_name") ?? "").split("/");
  const owner = textAt(objectAt(value, "owner"), "login") ?? fullOwner;
  const name = textAt(value, "name") ?? fullName;
  return id === null || !owner || !name ? null : { id, owner, name };
}

/** True for the name of the organisation's own repository, whose config gives the defaults of all others. */
export function isOrganisationRepository(name: string): boolean {
  return name.toLowerCase() === ".github";
}

/** A look at a pull request, as soon as possible. */
export function lookAtPullRequest(
  { installationId, repository }: Origin,
  number: number,
  about: { minimumVersion?: MinimumVersion; intents?: Intent[]; onlyIfUnseen?: boolean } = {},
): Look {
  return {
    subject: { kind: "pull_request", installationId, repository, number },
    minimumVersion: about.minimumVersion ?? null,
    intents: about.intents ?? [],
    ...(about.onlyIfUnseen === true && { onlyIfUnseen: true }),
    notBefore: null,
  };
}

/** A look at all open pull requests of a repository. */
export function lookAtRepository(
  { installationId, repository }: Origin,
  reason: FanOutReason,
  minimumVersion: MinimumVersion | null = null,
): Look {
  return {
    subject: { kind: "repository", installationId, repository, reason },
    minimumVersion,
    intents: [],
    notBefore: null,
  };
}

/** A look at all repositories of an installation. */
export function lookAtInstallation(
  installationId: number,
  reason: FanOutReason,
  minimumVersion: MinimumVersion | null = null,
): Look {
  return {
    subject: { kind: "installation", installationId, reason },
    minimumVersion,
    intents: [],
    notBefore: null,
  };
}

/**
 * Numbers of the pull requests that a check run or suite names. Empty for forks. For a commit that several
 * repositories of a network share, GitHub also names the others' pull requests; those are left out.
 */
export function listCheckedPullRequests(check: Payload, repositoryId: number): number[] {
  const numbers = (arrayAt(check, "pull_requests") ?? []).map((pullRequest) => {
    const base = idAt(objectAt(objectAt(pullRequest, "base"), "repo"), "id");
    return base === null || base === repositoryId ? idAt(pullRequest, "number") : null;
  });
  return [...new Set(numbers.filter((number) => number !== null))];
}

/**
 * A look at the subjects whose last known head is this commit: a fork's `check_suite` names no pull request.
 */
export interface LookByHead {
  repository: Repository;
  headSha: string;
  intents: Intent[];
  onlyIfUnseen: boolean;
}

/** What a delivery requests. */
export interface RequestedLooks {
  looks: Look[];
  byHead: LookByHead[];
}

/** A delivery that requests nothing. */
export const nothing: RequestedLooks = { looks: [], byHead: [] };

/** An event that the app listens to. */
export interface WebhookEvent {
  /** Actions that request a look; null when the event has no actions. */
  actions: readonly string[] | null;
  /** Throws only an `IntakeError`, when a field has the wrong type. */
  findLooks(payload: Payload, deliveryId: string): RequestedLooks;
}
