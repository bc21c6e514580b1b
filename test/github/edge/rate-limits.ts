import { createHash } from "node:crypto";

/** The used points of each token holder, by hours of the machine's clock (sources.md §7). */
export class RateLimits {
  #used = new Map<string, { used: number; reset: number }>();
  limit = 5000;

  /** The points that this holder has left. */
  left(authorization: string | undefined, resource: "core" | "graphql"): number {
    return Number(this.count(authorization, resource, 0)["x-ratelimit-remaining"]);
  }

  /** Counts points, and returns GitHub's headers for them. */
  count(
    authorization: string | undefined,
    resource: "core" | "graphql",
    points: number,
  ): Record<string, string> {
    const holder = createHash("sha1")
      .update(authorization ?? "")
      .digest("hex");
    const key = `${resource} ${holder}`;
    const now = Math.floor(Date.now() / 1000);
    const known = this.#used.get(key);
    const window = known === undefined || known.reset <= now ? { used: 0, reset: now + 3600 } : known;
    window.used += points;
    this.#used.set(key, window);
    return {
      "x-ratelimit-limit": String(this.limit),
      "x-ratelimit-remaining": String(Math.max(this.limit - window.used, 0)),
      "x-ratelimit-used": String(window.used),
      "x-ratelimit-reset": String(window.reset),
      "x-ratelimit-resource": resource,
    };
  }
}
