import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { ensureAccount } from "./actions/ensure-account.ts";
import { GitHub } from "./driver/github.ts";
import { Faults } from "./edge/faults.ts";
import { RateLimits } from "./edge/rate-limits.ts";
import { RequestLog } from "./edge/request-log.ts";
import { createGitHubServer } from "./edge/server.ts";
import { Tokens } from "./rest/tokens.ts";
import { Clock } from "./state/clock.ts";
import { History } from "./state/history.ts";
import type { Instant, Permissions } from "./state/model.ts";
import type { World } from "./state/world.ts";
import { Deliveries } from "./webhooks/deliveries.ts";
import { WorkflowEvents } from "./webhooks/workflow-events.ts";

export interface GitHubOptions {
  /** The instant at which the local GitHub's clock stands; by default it runs with the machine's. */
  now?: Instant;
  webhookSecret?: string;
  /** By default 0, any free port. */
  port?: number;
  /** The app's permissions; by default those of app.yml. */
  permissions?: Permissions;
  /** The app's events, besides those that GitHub always sends; by default those of app.yml. */
  events?: string[];
  appId?: number;
  slug?: string;
  /** The App's key, as PEM; by default one for the whole process. */
  privateKey?: string;
  /**
   * The recording when `STANDIN_RECORD` names a file; by default requests with their answers. "nothing" is
   * for tests that send wrong requests on purpose.
   */
  record?: World["recorded"];
  /** The milliseconds after which an unanswered webhook times out; by default 10,000, as on GitHub. */
  webhookTimeoutMs?: number;
  /**
   * Names that its GraphQL schema lacks, as an older server's: `PullRequest.isInMergeQueue`, a type, an enum
   * value.
   */
  schemaLacks?: string[];
}

/** The permissions and events of the app's manifest (app.yml; sources.md §2). */
const defaultPermissions: Permissions = {
  metadata: "read",
  pull_requests: "write",
  issues: "read",
  checks: "write",
  contents: "read",
  merge_queues: "read",
  members: "read",
  statuses: "read",
};
const defaultEvents = [
  "pull_request",
  "pull_request_review",
  "pull_request_review_comment",
  "pull_request_review_thread",
  "issue_comment",
  "merge_group",
  "push",
  "repository",
];

/**
 * Starts a GitHub on loopback with one registered App and nothing else. Its behaviour follows
 * `sources.md`; see also docs/decisions/0001-stand-in-github.md. Close it with `await github.close()` or
 * `await using`.
 */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const clock = new Clock();
  if (options.now !== undefined) clock.set(options.now);
  const history = new History(clock);
  const world = createWorld(options, clock, history);
  const secret = options.webhookSecret ?? "a secret of the tests";
  const deliveries = new Deliveries(world, { secret, timeoutMs: options.webhookTimeoutMs ?? 10_000 });
  const workflowEvents = new WorkflowEvents(world);
  world.emit = (event) => {
    deliveries.accept(event);
    workflowEvents.accept(event);
  };
  const parts = {
    world,
    tokens: new Tokens(world),
    deliveries,
    workflowEvents,
    history,
    faults: new Faults(),
    requests: new RequestLog(),
    limits: new RateLimits(),
    latency: { ms: 0 },
    defects: [],
  };
  const server = createGitHubServer(parts);
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  world.api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new GitHub(parts, server, secret);
}

function createWorld(options: GitHubOptions, clock: Clock, history: History): World {
  let lastId = 1000;
  const privateKey = options.privateKey ?? sharedKey();
  const slug = options.slug ?? "async-review";
  const world: World = {
    state: { accounts: [], teams: [], repositories: [], installations: [], commits: new Map() },
    clock,
    app: undefined as never,
    api: "",
    html: "https://github.com",
    recorded: options.record ?? "requests",
    schemaLacks: options.schemaLacks ?? [],
    nextId: () => ++lastId,
    emit: () => {},
    write: (change) => history.write(world.state, change),
  };
  world.app = {
    id: options.appId ?? 424_242,
    slug,
    name: slug,
    clientId: "Iv23liAsyncReview0001",
    privateKey,
    publicKey: createPublicKey(privateKey),
    owner: ensureAccount(world, "app-owner"),
    bot: ensureAccount(world, `${slug}[bot]`),
    permissions: options.permissions ?? defaultPermissions,
    events: options.events ?? defaultEvents,
    createdAt: clock.now(),
  };
  return world;
}

let key: string | null = null;

/** One key per process, because creating one takes a tenth of a second or more. PKCS #1, as from GitHub. */
function sharedKey(): string {
  key ??= generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs1", format: "pem" })
    .toString();
  return key;
}
