import { createSign, generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectOctokit } from "./connect-octokit.ts";
import type { GitHub } from "./driver/github.ts";
import { startGitHub } from "./start-github.ts";

let github: GitHub;

beforeEach(async () => {
  github = await startGitHub({ record: "nothing" });
});
afterEach(() => github.close());

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const seconds = () => Math.floor(Date.now() / 1000);

function sign(claims: Record<string, unknown>, key = github.app.privateKey): string {
  const head = `${encode({ alg: "RS256", typ: "JWT" })}.${encode(claims)}`;
  return `${head}.${createSign("RSA-SHA256").update(head).sign(key, "base64url")}`;
}

const fine = () => ({ iat: seconds() - 60, exp: seconds() + 540, iss: github.app.id });

async function get(
  path: string,
  token: string | null,
): Promise<{ status: number; message: string | undefined }> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${github.url}${path}`, { headers });
  const body = (await response.json()) as { message?: string };
  return { status: response.status, message: body.message };
}

// docs: "Generating a JSON Web Token (JWT) for a GitHub App": RS256, iat, exp ≤ 10 minutes, iss client ID or
// App ID.
describe("the App's JWT", () => {
  it("is verified with the App's key", async () => {
    expect(await get("/app", sign(fine()))).toEqual({ status: 200, message: undefined });
    expect(await get("/app", sign({ ...fine(), iss: github.app.clientId }))).toEqual({
      status: 200,
      message: undefined,
    });
    const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    const forged = sign(fine(), other.export({ type: "pkcs1", format: "pem" }).toString());
    expect(await get("/app", forged)).toEqual({
      status: 401,
      message: "A JSON web token could not be decoded",
    });
  });

  it("is refused for wrong times or a wrong issuer", async () => {
    const expired = await get("/app", sign({ ...fine(), exp: seconds() - 1 }));
    const far = await get("/app", sign({ ...fine(), exp: seconds() + 3600 }));
    const early = await get("/app", sign({ ...fine(), iat: seconds() + 600 }));
    const foreign = await get("/app", sign({ ...fine(), iss: 1 }));
    expect([expired, far, early, foreign].map((one) => [one.status, one.message?.slice(0, 40)])).toEqual(
      [
        [401, "'Expiration time' claim ('exp') must be a"],
        [401, "'Expiration time' claim ('exp') is too fa"],
        [401, "'Issued at' claim ('iat') must be an Inte"],
        [404, "Integration not found"],
      ].map(([status, message]) => [status, String(message).slice(0, 40)]),
    );
  });

  it("is required on App endpoints, where no other token works", async () => {
    github.createRepository("acme/shop");
    const { id } = github.install("acme");
    const auth = (await connectOctokit(github, id).auth({ type: "installation" })) as { token: string };
    expect((await get("/app", auth.token)).status).toBe(401);
    expect(await get("/app", null)).toEqual({ status: 401, message: "Requires authentication" });
    expect(await get("/app", "ghs_nonsense")).toEqual({ status: 401, message: "Bad credentials" });
  });
});

describe("installation tokens", () => {
  it("are requested once by a real Octokit, and have the long form", async () => {
    github.createRepository("acme/shop");
    const octokit = connectOctokit(github, github.install("acme").id);
    await octokit.rest.repos.get({ owner: "acme", repo: "shop" });
    await octokit.rest.repos.get({ owner: "acme", repo: "shop" });
    expect(github.requests.names).toEqual([
      "POST /app/installations/:installation/access_tokens",
      "GET /repos/:owner/:repo",
      "GET /repos/:owner/:repo",
    ]);
    expect(github.requests.all.map((one) => one.byToken)).toEqual(["jwt", "installation", "installation"]);
    const { token } = (await octokit.auth({ type: "installation" })) as { token: string };
    // New stateless format: `ghs_<APPID>_…`, not 40 characters (sources.md §9).
    expect(token).toMatch(new RegExp(`^ghs_${github.app.id}_`));
  });

  it("see public repositories and the installation's, and get 404 for others", async () => {
    github.createRepository("acme/shop", { private: true });
    github.createRepository("acme/hidden", { private: true });
    github.createRepository("other/public");
    const { id } = github.install("acme", { repositories: ["acme/shop"] });
    const { rest } = connectOctokit(github, id);
    const see = async (owner: string, repo: string) =>
      rest.repos.get({ owner, repo }).then(
        ({ status }) => status,
        (error: { status: number }) => error.status,
      );
    expect([await see("acme", "shop"), await see("acme", "hidden"), await see("other", "public")]).toEqual([
      200, 404, 200,
    ]);
    github.addRepositories("acme", ["acme/hidden"]);
    expect(await see("acme", "hidden")).toBe(200);
    const { data } = await rest.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map((one) => one.full_name)).toEqual(["acme/shop", "acme/hidden"]);
  });

  it("may be narrowed, never widened", async () => {
    github.createRepository("acme/shop");
    const { id } = github.install("acme");
    const { rest } = connectOctokit(github);
    const narrowed = await rest.apps.createInstallationAccessToken({
      installation_id: id,
      permissions: { checks: "write" },
    });
    expect(narrowed.data.permissions).toEqual({ checks: "write" });
    await expect(
      rest.apps.createInstallationAccessToken({ installation_id: id, permissions: { contents: "write" } }),
    ).rejects.toMatchObject({ status: 422 });
  });

  // sources.md §10: suspended → 403 at token creation; still in the list, with `suspended_at`.
  it("are refused while suspended, and stop working after uninstalling", async () => {
    github.createRepository("acme/shop");
    const { id } = github.install("acme");
    const app = connectOctokit(github);
    const octokit = connectOctokit(github, id);
    await octokit.rest.repos.get({ owner: "acme", repo: "shop" });
    github.suspend("acme");
    await expect(app.rest.apps.createInstallationAccessToken({ installation_id: id })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("has been suspended"),
    });
    await expect(octokit.rest.repos.get({ owner: "acme", repo: "shop" })).rejects.toMatchObject({
      status: 403,
    });
    const { data } = await app.rest.apps.listInstallations();
    expect(data.map((one) => one.suspended_at !== null)).toEqual([true]);
    github.unsuspend("acme");
    await octokit.rest.repos.get({ owner: "acme", repo: "shop" });
    github.uninstall("acme");
    await expect(app.rest.apps.getInstallation({ installation_id: id })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("every answer", () => {
  it("has the rate limit's headers and an ETag for conditional requests", async () => {
    github.createRepository("acme/shop");
    const { rest } = connectOctokit(github, github.install("acme").id);
    const first = await rest.repos.get({ owner: "acme", repo: "shop" });
    const second = await rest.repos.get({ owner: "acme", repo: "shop" });
    const shown = [first, second].map(({ headers }) => [
      headers["x-ratelimit-limit"],
      headers["x-ratelimit-remaining"],
      headers["x-ratelimit-resource"],
    ]);
    expect(shown).toEqual([
      ["5000", "4999", "core"],
      ["5000", "4998", "core"],
    ]);
    const repeated = rest.repos.get({
      owner: "acme",
      repo: "shop",
      headers: { "if-none-match": first.headers.etag ?? "" },
    });
    await expect(repeated).rejects.toMatchObject({ status: 304 });
  });

  it("is 404 where the local GitHub has no endpoint, which it records as a defect", async () => {
    github.createRepository("acme/shop");
    const octokit = connectOctokit(github, github.install("acme").id);
    await expect(octokit.request("GET /repos/acme/shop/releases")).rejects.toMatchObject({ status: 404 });
    expect(github.defects).toEqual(["GET /repos/acme/shop/releases: the local GitHub has no such endpoint."]);
  });
});
