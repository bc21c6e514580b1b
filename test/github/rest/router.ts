import type { World } from "../state/world.ts";
import type { Deliveries } from "../webhooks/deliveries.ts";
import type { Answer } from "./answer.ts";
import type { Token } from "./token.ts";
import type { Tokens } from "./tokens.ts";

/** The arguments of a handler, which throws a `Refusal` when GitHub would refuse. */
export interface Request {
  world: World;
  tokens: Tokens;
  deliveries: Deliveries;
  token: Token;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  /** Parsed JSON; an empty object when there was no body. */
  body: Record<string, unknown>;
}

export interface Route {
  method: string;
  /** `/repos/:owner/:repo/labels/:name`; a last `:path*` takes the rest. */
  path: string;
  handle: (request: Request) => Answer;
  /** Whether the route answers without a token. */
  isOpen?: true;
  /** A page for people, which GitHub's description of its API does not include. */
  isPage?: true;
}

interface Compiled extends Route {
  pattern: RegExp;
}

/** Finds the route of a request. */
export class Router {
  #routes: Compiled[];

  constructor(routes: Route[]) {
    this.#routes = routes.map((route) => ({ ...route, pattern: compile(route.path) }));
  }

  /** The route and its decoded parameters; null when there is no route. */
  find(method: string, path: string): { route: Route; params: Record<string, string> } | null {
    for (const route of this.#routes) {
      if (route.method !== method) continue;
      const match = route.pattern.exec(path);
      if (match) return { route, params: decode(match.groups ?? {}) };
    }
    return null;
  }
}

function compile(path: string): RegExp {
  const source = path.replace(/:(\w+)(\*?)/g, (_, name: string, star: string) =>
    star === "*" ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}

function decode(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}
