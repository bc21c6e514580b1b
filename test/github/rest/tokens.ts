import { randomBytes } from "node:crypto";
import { ensureAccount } from "../actions/ensure-account.ts";
import type { Account, Installation, Permissions, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { refuse } from "./answer.ts";
import type { Token } from "./token.ts";
import { findJwtProblem } from "./verify-jwt.ts";

/** The issued tokens. Installation tokens are valid for an hour of the machine's clock. */
export class Tokens {
  #world: World;
  #known = new Map<string, Exclude<Token, { kind: "jwt" }>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** A token in the new stateless form, which is not 40 characters long (sources.md §9). */
  issue(installation: Installation, permissions: Permissions): { token: string; expiresAt: number } {
    const token = `ghs_${this.#world.app.id}_${randomBytes(24).toString("base64url")}`;
    const expiresAt = Date.now() + 3_600_000;
    this.#known.set(token, { kind: "installation", installation, permissions, expiresAt });
    return { token, expiresAt };
  }

  /**
   * `github.token` of one workflow run: for one repository, as GitHub Actions, whatever App is installed.
   */
  issueForWorkflow(repository: Repository, permissions: Permissions): string {
    const token = `ghs_${randomBytes(24).toString("base64url")}`;
    const now = this.#world.clock.now();
    const installation: Installation = {
      id: this.#world.nextId(),
      account: repository.owner,
      repositories: new Set([repository]),
      permissions,
      createdAt: now,
      updatedAt: now,
      suspendedAt: null,
    };
    const bot = ensureAccount(this.#world, "github-actions[bot]");
    const workflow = { app: { id: 15_368, slug: "github-actions" }, bot, suites: new Map() };
    const expiresAt = Date.now() + 3_600_000;
    this.#known.set(token, { kind: "installation", installation, permissions, expiresAt, workflow });
    return token;
  }

  /** A personal token, for command lines. */
  issueForUser(user: Account): string {
    const token = `ghp_${randomBytes(18).toString("hex")}`;
    this.#known.set(token, { kind: "user", user });
    return token;
  }

  /** Invalidates every issued token: the app gets 401 and must request a new one. */
  revokeAll(): void {
    this.#known.clear();
  }

  /** The kind of token that this looks like, valid or not; for the log. */
  kindOf(authorization: string | undefined): Token["kind"] | "none" {
    const text = readToken(authorization);
    if (text === null) return "none";
    if (text.startsWith("ghs_")) return "installation";
    return text.split(".").length === 3 ? "jwt" : "user";
  }

  /** The holder of the request's token. Throws GitHub's refusal. */
  authenticate(authorization: string | undefined): Token {
    const text = readToken(authorization);
    if (text === null) throw refuse(401, "Requires authentication");
    const known = this.#known.get(text);
    if (known === undefined && text.split(".").length === 3) return this.#authenticateApp(text);
    if (known === undefined) throw refuse(401, "Bad credentials");
    if (known.kind === "installation" && !known.workflow) this.#check(known.installation, known.expiresAt);
    return known;
  }

  #authenticateApp(jwt: string): Token {
    const problem = findJwtProblem(jwt, this.#world.app);
    if (problem) throw problem;
    return { kind: "jwt" };
  }

  #check(installation: Installation, expiresAt: number): void {
    const isInstalled = this.#world.state.installations.includes(installation);
    if (!isInstalled || expiresAt < Date.now()) throw refuse(401, "Bad credentials");
    if (installation.suspendedAt !== null) throw refuse(403, "This installation has been suspended");
  }
}

function readToken(authorization: string | undefined): string | null {
  return /^(?:bearer|token)\s+(.+)$/i.exec(authorization ?? "")?.[1] ?? null;
}
