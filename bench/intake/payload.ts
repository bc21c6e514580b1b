import { createHmac } from "node:crypto";

export const secret = "a secret of the bench";

/** A `pull_request` delivery of about 20 KB like GitHub's: most of it is the description and links. */
export function createPayload(number: number): { body: string; signature: string } {
  const body = JSON.stringify({
    action: "edited",
    number,
    pull_request: {
      number,
      updated_at: "2026-11-23T09:00:00Z",
      head: { sha: "abcdef0123456789abcdef0123456789abcdef01", ref: "topic" },
      body: "## Context\r\n\r\nA paragraph of a description, with a `word` and a [link](https://example.com).\r\n".repeat(
        60,
      ),
      links: Array.from(
        { length: 120 },
        (_, index) => `https://api.github.com/repos/acme/shop/pulls/${number}/${index}{/sha}`,
      ),
    },
    installation: { id: 3 },
    repository: {
      id: 7,
      name: "shop",
      full_name: "acme/shop",
      owner: { login: "acme" },
      default_branch: "main",
      topics: Array(400).fill("a topic of it"),
    },
    sender: { login: "alice", type: "User" },
  });
  return { body, signature: `sha256=${createHmac("sha256", secret).update(body).digest("hex")}` };
}
