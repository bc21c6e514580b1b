import type { Server } from "node:http";
import { createRepository } from "../actions/create-repository.ts";
import { deleteAccount } from "../actions/delete-account.ts";
import { ensureAccount } from "../actions/ensure-account.ts";
import {
  acceptPermissions,
  changeRepositories,
  install,
  setSuspended,
  uninstall,
} from "../actions/install.ts";
import type { Faults } from "../edge/faults.ts";
import type { RequestLog } from "../edge/request-log.ts";
import type { ServerParts } from "../edge/server.ts";
import type { Clock } from "../state/clock.ts";
import { findAccount, findRepository } from "../state/find.ts";
import type { Lag } from "../state/history.ts";
import type { Account, Installation, Permissions, Repository, Team } from "../state/model.ts";
import type { Deliveries } from "../webhooks/deliveries.ts";
import type { WorkflowEvent } from "../webhooks/workflow-events.ts";
import { RepositoryDriver } from "./repository-driver.ts";

export interface RepositoryOptions {
  private?: boolean;
  /** Takes precedence over `private`. */
  visibility?: "public" | "internal" | "private";
  /** Path to text. */
  files?: Record<string, string>;
  defaultBranch?: string;
}

/** The local GitHub as tests, benches and the demo use it. */
export class GitHub {
  /** For `baseUrl` / `GITHUB_API_URL`. */
  readonly url: string;
  readonly graphqlUrl: string;
  readonly webhookSecret: string;
  readonly clock: Clock;
  /** Faults to inject into coming requests. */
  readonly faults: Faults;
  /** The received requests. */
  readonly requests: RequestLog;
  /** Webhooks: the log, holding back, redelivering. */
  readonly deliveries: Deliveries;
  /** Gaps and bugs of the local GitHub that requests met. A test may assert that there are none. */
  readonly defects: readonly string[];
  #parts: ServerParts;
  #server: Server;
  #repositories = new Map<Repository, RepositoryDriver>();

  constructor(parts: ServerParts, server: Server, secret: string) {
    this.#parts = parts;
    this.#server = server;
    this.url = parts.world.api;
    this.graphqlUrl = `${parts.world.api}/graphql`;
    this.webhookSecret = secret;
    this.clock = parts.world.clock;
    this.faults = parts.faults;
    this.requests = parts.requests;
    this.deliveries = parts.deliveries;
    this.defects = parts.defects;
  }

  /** The registered App, with the values that a person would copy from its settings page. */
  get app(): { id: number; slug: string; clientId: string; privateKey: string; login: string } {
    const { id, slug, clientId, privateKey, bot } = this.#parts.world.app;
    return { id, slug, clientId, privateKey, login: bot.login };
  }

  /** Where webhooks go: `http://127.0.0.1:<port>/api/github/webhooks`; null sends none. */
  get webhookTarget(): string | null {
    return this.deliveries.target;
  }

  set webhookTarget(target: string | null) {
    this.deliveries.target = target;
  }

  /**
   * Names that the GraphQL schema lacks, as an older server's: `PullRequest.isInMergeQueue`, a type, an enum
   * value.
   */
  set schemaLacks(names: string[]) {
    this.#parts.world.schemaLacks = names;
  }

  createOrganization(login: string): Account {
    return ensureAccount(this.#parts.world, login, "Organization");
  }

  createUser(login: string): Account {
    return ensureAccount(this.#parts.world, login);
  }

  /** This person deletes their account. Their texts stay, and no webhook is sent. */
  deleteAccount(login: string): void {
    const { world } = this.#parts;
    world.write(() => deleteAccount(world, ensureAccount(world, login)));
  }

  /** "acme/payments", with its members' logins. */
  createTeam(combinedSlug: string, members: string[]): Team {
    const { world } = this.#parts;
    const [organization = "", slug = ""] = combinedSlug.split("/");
    const team = {
      id: world.nextId(),
      organization: this.createOrganization(organization),
      slug,
      members: new Set(members.map((login) => ensureAccount(world, login))),
    };
    world.state.teams.push(team);
    return team;
  }

  /** "acme/shop". An owner that does not exist yet becomes an organization. */
  createRepository(fullName: string, options: RepositoryOptions = {}): RepositoryDriver {
    const { world } = this.#parts;
    const [login = "", name = ""] = fullName.split("/");
    const owner = findAccount(world.state, login) ?? this.createOrganization(login);
    const repository = world.write(() =>
      createRepository(world, {
        owner,
        name,
        visibility: options.visibility ?? (options.private ? "private" : "public"),
        defaultBranch: options.defaultBranch ?? "main",
        files: options.files ?? { "README.md": `# ${name}\n` },
      }),
    );
    return this.#driver(repository);
  }

  /** A repository that exists. */
  repository(fullName: string): RepositoryDriver {
    const found = findRepository(this.#parts.world.state, fullName);
    if (found === null) throw new Error(`There is no repository ${fullName}.`);
    return this.#driver(found);
  }

  get repositories(): RepositoryDriver[] {
    return this.#parts.world.state.repositories.map((one) => this.#driver(one));
  }

  /** Installs the app on an account: `installation.created`. Full names for chosen repositories. */
  install(
    login: string,
    given: { repositories?: "all" | string[]; permissions?: Permissions } = {},
  ): Installation {
    const { world } = this.#parts;
    const account = ensureAccount(world, login);
    const { repositories = "all", permissions = world.app.permissions } = given;
    const chosen =
      repositories === "all" ? repositories : repositories.map((name) => this.repository(name).state);
    return world.write(() => install(world, account, chosen, permissions));
  }

  get installations(): readonly Installation[] {
    return this.#parts.world.state.installations;
  }

  suspend(login: string): void {
    this.#change(login, (one) => setSuspended(this.#parts.world, one, true, one.account));
  }

  unsuspend(login: string): void {
    this.#change(login, (one) => setSuspended(this.#parts.world, one, false, one.account));
  }

  uninstall(login: string): void {
    this.#change(login, (one) => uninstall(this.#parts.world, one, one.account));
  }

  /** Changes the installation's permissions. */
  acceptPermissions(login: string, permissions: Permissions): void {
    this.#change(login, (one) => acceptPermissions(this.#parts.world, one, permissions, one.account));
  }

  addRepositories(login: string, fullNames: string[]): void {
    const added = fullNames.map((name) => this.repository(name).state);
    this.#change(login, (one) =>
      changeRepositories(this.#parts.world, one, { added, removed: [] }, one.account),
    );
  }

  removeRepositories(login: string, fullNames: string[]): void {
    const removed = fullNames.map((name) => this.repository(name).state);
    this.#change(login, (one) =>
      changeRepositories(this.#parts.world, one, { added: [], removed }, one.account),
    );
  }

  /** A personal access token of this person, for command lines. */
  createToken(login: string): string {
    return this.#parts.tokens.issueForUser(ensureAccount(this.#parts.world, login));
  }

  /**
   * `github.token` of a workflow run in this repository, by default with the example workflow's permissions.
   */
  createWorkflowToken(
    fullName: string,
    permissions: Permissions = {
      checks: "write",
      contents: "read",
      issues: "read",
      pull_requests: "write",
      statuses: "read",
    },
  ): string {
    return this.#parts.tokens.issueForWorkflow(this.repository(fullName).state, permissions);
  }

  /** Events in the form of a workflow's event file. They are kept only after the first read of this. */
  get workflowEvents(): readonly WorkflowEvent[] {
    return this.#parts.workflowEvents.list();
  }

  /** Every issued token gets 401 from now on. */
  revokeTokens(): void {
    this.#parts.tokens.revokeAll();
  }

  /** How far GraphQL reads lag behind the current state. `reads.lag(null)` ends the lag. */
  readonly reads = { lag: (lag: Lag | null): void => this.#parts.history.lag(lag) };

  /** Points an hour that each token has for each kind of request; by default 5,000. */
  givePoints(points: number): void {
    this.#parts.limits.limit = points;
  }

  /** Milliseconds that every answer takes at least. */
  latency(ms: number): void {
    this.#parts.latency.ms = ms;
  }

  /** Stops listening; open connections are cut. */
  async close(): Promise<void> {
    this.deliveries.target = null;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.deliveries.settled();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #change(login: string, change: (installation: Installation) => void): void {
    const { world } = this.#parts;
    const account = ensureAccount(world, login);
    const installation = world.state.installations.find((one) => one.account === account);
    if (installation === undefined) throw new Error(`The app is not installed on ${login}.`);
    world.write(() => change(installation));
  }

  #driver(repository: Repository): RepositoryDriver {
    const known = this.#repositories.get(repository) ?? new RepositoryDriver(this.#parts.world, repository);
    this.#repositories.set(repository, known);
    return known;
  }
}
