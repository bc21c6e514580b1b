import { createHash, type KeyObject } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { Account, Installation, Permissions, Repository, State } from "./model.ts";

export interface AppIdentity {
  id: number;
  slug: string;
  name: string;
  clientId: string;
  /** PEM, PKCS #1, as from GitHub. */
  privateKey: string;
  publicKey: KeyObject;
  owner: Account;
  /** The app's account: `<slug>[bot]`. */
  bot: Account;
  permissions: Permissions;
  events: string[];
  createdAt: string;
}

/** An event. `webhooks/` makes a signed delivery of it when the app is subscribed to it. */
export interface WebhookEvent {
  event: string;
  action: string | null;
  repository: Repository | null;
  /** Null to find it by the repository. */
  installation: Installation | null;
  sender: Account;
  payload: Record<string, unknown>;
}

/** The context of actions, queries and answers. */
export interface World {
  state: State;
  clock: Clock;
  app: AppIdentity;
  /** Addresses without a final slash: the API's and the pages'. */
  api: string;
  html: string;
  /** The recording for the contract script, when `STANDIN_RECORD` names a file. */
  recorded: "nothing" | "requests" | "everything";
  /**
   * Names that its GraphQL schema lacks, as an older server's: `PullRequest.isInMergeQueue`, a type, an enum
   * value.
   */
  schemaLacks: string[];
  nextId(): number;
  emit(event: WebhookEvent): void;
  /** Every change goes through this, so that lagging reads can be answered from the state before it. */
  write<T>(change: () => T): T;
}

/** A new SHA, the same in every run of the same scenario. */
export function nextSha(world: World, what: string): string {
  return createHash("sha1").update(`${what} ${world.nextId()}`).digest("hex");
}
