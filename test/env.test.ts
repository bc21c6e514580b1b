import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadCommandEnvironment } from "../src/cli/repository/command-environment.ts";
import {
  EnvironmentError,
  loadEnvironment,
  loadRealEnvironment,
  type RawEnvironment,
  readEnvironment,
  readTokenEnvironment,
  variables,
} from "../src/env.ts";

const key = (type: "pkcs1" | "pkcs8") =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type, format: "pem" }) as string;
const pem = key("pkcs1");
const credentials = { APP_ID: "7", PRIVATE_KEY: pem, WEBHOOK_SECRET: "s3cret" };

function problemsOf(raw: RawEnvironment, options?: { container: boolean }): string[] {
  try {
    readEnvironment(raw, options);
    return [];
  } catch (error) {
    return (error as EnvironmentError).problems;
  }
}

const notSet = {
  APP_ID: "APP_ID isn't set. Set it to the number on the App's settings page.",
  WEBHOOK_SECRET: "WEBHOOK_SECRET isn't set. Set it to the webhook secret on the App's settings page.",
  PRIVATE_KEY:
    "PRIVATE_KEY isn't set. Set it to the App's private key, as PEM (line ends as \"\\n\" are fine) or as base64 of the .pem file.",
};

describe("the environment of a server", () => {
  it("needs the three credentials, and has a default for the rest", () => {
    expect(readEnvironment(credentials)).toEqual({
      mode: "serve",
      host: "localhost",
      port: 3000,
      logLevel: "info",
      logFormat: "pretty",
      appId: 7,
      privateKey: pem.trim(),
      webhookSecret: "s3cret",
      apiUrl: "https://api.github.com",
      graphqlUrl: "https://api.github.com/graphql",
      webhookProxyUrl: null,
      dataDir: "./data",
      databaseUrl: null,
      concurrency: 10,
    });
  });

  it("accepts every variable of a running server", () => {
    expect(
      readEnvironment({
        ...credentials,
        HOST: "0.0.0.0",
        PORT: "8080",
        LOG_LEVEL: "debug",
        LOG_FORMAT: "json",
        GITHUB_API_URL: "http://localhost:4000/",
        WEBHOOK_PROXY_URL: "https://smee.io/abc",
        DATA_DIR: "/data",
        DATABASE_URL: "postgres://a:b@db/async",
        CONCURRENCY: "4",
      }),
    ).toMatchObject({
      host: "0.0.0.0",
      port: 8080,
      logLevel: "debug",
      logFormat: "json",
      apiUrl: "http://localhost:4000",
      graphqlUrl: "http://localhost:4000/graphql",
      webhookProxyUrl: "https://smee.io/abc",
      dataDir: "/data",
      databaseUrl: "postgres://a:b@db/async",
      concurrency: 4,
    });
  });

  it.each([
    [{}, "https://api.github.com", "https://api.github.com/graphql"],
    [{ GHE_HOST: "ghe.acme.org" }, "https://ghe.acme.org/api/v3", "https://ghe.acme.org/api/graphql"],
    [
      { GHE_HOST: "ghe.acme.org:8443", GHE_PROTOCOL: "http" },
      "http://ghe.acme.org:8443/api/v3",
      "http://ghe.acme.org:8443/api/graphql",
    ],
    [
      { GHE_HOST: "ghe.acme.org", GITHUB_API_URL: "https://api.acme.ghe.com" },
      "https://api.acme.ghe.com",
      "https://api.acme.ghe.com/graphql",
    ],
    [
      { GITHUB_API_URL: "http://localhost:1", GITHUB_GRAPHQL_URL: "http://localhost:2/gql" },
      "http://localhost:1",
      "http://localhost:2/gql",
    ],
  ])("finds GitHub: %j", (given, apiUrl, graphqlUrl) => {
    expect(readEnvironment({ ...credentials, ...given })).toMatchObject({ apiUrl, graphqlUrl });
    expect(readTokenEnvironment(given)).toEqual({ token: null, apiUrl, graphqlUrl });
  });

  it("names all problems at once, and never shows a secret", () => {
    expect(
      problemsOf({
        APP_ID: "Iv1.abc",
        PRIVATE_KEY: "hunter2",
        WEBHOOK_SECRET: "",
        PORT: "http",
        LOG_LEVEL: "loud",
        GHE_HOST: "https://ghe.acme.org",
        DATABASE_URL: "mysql://root:hunter2@db",
        CONCURRENCY: "0",
      }),
    ).toEqual([
      "APP_ID can't be \"Iv1.abc\". Set it to the number on the App's settings page.",
      "PRIVATE_KEY can't be used. Set it to the App's private key, as PEM (line ends as \"\\n\" are fine) or as base64 of the .pem file.",
      'PORT can\'t be "http". Set it to a port number from 0 to 65535.',
      'LOG_LEVEL can\'t be "loud". Set it to trace, debug, info, warn, error or fatal.',
      'GHE_HOST can\'t be "https://ghe.acme.org". Set it to the host name of the GitHub Enterprise Server, without https://.',
      "DATABASE_URL can't be used. Set it to a Postgres address, such as postgres://user:password@host:5432/name.",
      'CONCURRENCY can\'t be "0". Set it to a number from 1 to 100.',
      notSet.WEBHOOK_SECRET,
    ]);
  });
});

describe("the private key", () => {
  const other = key("pkcs8");
  it.each([
    ["PEM", pem],
    ["PKCS #8", other],
    ["escaped line ends", pem.replaceAll("\n", "\\n")],
    ["quotes around it", `"${pem.replaceAll("\n", "\\n")}"`],
    ["base64", Buffer.from(pem).toString("base64")],
  ])("may be %s", (_, given) => {
    const environment = readEnvironment({ ...credentials, PRIVATE_KEY: given });
    const wanted = given === other ? other : pem;
    expect(environment).toMatchObject({ mode: "serve" });
    expect("privateKey" in environment && environment.privateKey.trim()).toBe(wanted.trim());
  });

  it("may be a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "env-"));
    const path = join(folder, "key.pem");
    const { PRIVATE_KEY: _, ...rest } = credentials;
    writeFileSync(path, pem);
    expect(readEnvironment({ ...rest, PRIVATE_KEY_PATH: path })).toMatchObject({
      privateKey: pem.trim(),
    });
    writeFileSync(path, "hunter2");
    expect(problemsOf({ ...rest, PRIVATE_KEY_PATH: path })).toEqual([
      `PRIVATE_KEY_PATH is "${path}", which holds no private key. Set it to the path of the App's .pem file.`,
    ]);
    rmSync(folder, { recursive: true });
    expect(problemsOf({ ...rest, PRIVATE_KEY_PATH: path })).toEqual([
      `PRIVATE_KEY_PATH is "${path}", which can't be read (ENOENT). Set it to the path of the App's .pem file.`,
    ]);
  });
});

describe("the environment without credentials", () => {
  it("treats blank credentials as none", () => {
    expect(readEnvironment({ APP_ID: " ", PRIVATE_KEY_PATH: "\t" })).toMatchObject({ mode: "setup" });
  });

  it.each([undefined, "localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])(
    "serves the set-up page on loopback: %s",
    (HOST) => {
      expect(readEnvironment({ HOST })).toMatchObject({
        mode: "setup",
        host: HOST ?? "localhost",
        port: 3000,
      });
    },
  );

  it("stops the start on any other address", () => {
    const all = [notSet.APP_ID, notSet.WEBHOOK_SECRET, notSet.PRIVATE_KEY];
    expect(problemsOf({ HOST: "0.0.0.0" })).toEqual(all);
    expect(problemsOf({ HOST: "127.0.0.1.example.org" })).toEqual(all);
  });

  it("always stops the start in a container", () => {
    const all = [notSet.APP_ID, notSet.WEBHOOK_SECRET, notSet.PRIVATE_KEY];
    expect(problemsOf({ HOST: "localhost" }, { container: true })).toEqual(all);
    expect(problemsOf({ HOST: "localhost", NODE_ENV: "production" })).toEqual(all);
  });

  it("stops the start with only some of the credentials", () => {
    expect(problemsOf({ ...credentials, PRIVATE_KEY: " ", PRIVATE_KEY_PATH: " " })).toEqual([
      notSet.PRIVATE_KEY,
    ]);
    expect(problemsOf({ APP_ID: "7" })).toEqual([notSet.WEBHOOK_SECRET, notSet.PRIVATE_KEY]);
    expect(problemsOf({ WEBHOOK_SECRET: "x" })).toEqual([notSet.APP_ID, notSet.PRIVATE_KEY]);
    expect(problemsOf({ PRIVATE_KEY: pem })).toEqual([notSet.APP_ID, notSet.WEBHOOK_SECRET]);
  });

  it("still reports wrong values", () => {
    expect(problemsOf({ PORT: "70000" })).toEqual([
      'PORT can\'t be "70000". Set it to a port number from 0 to 65535.',
    ]);
  });
});

describe("the command line's environment", () => {
  it("has a token, and none of the server's variables", () => {
    expect(readTokenEnvironment({ GITHUB_TOKEN: "ghp_x", PORT: "http" })).toEqual({
      token: "ghp_x",
      apiUrl: "https://api.github.com",
      graphqlUrl: "https://api.github.com/graphql",
    });
    expect(() => readTokenEnvironment({ GITHUB_API_URL: "nowhere" })).toThrow(EnvironmentError);
  });
});

describe(".env", () => {
  it("is read, but the real environment wins", () => {
    const folder = mkdtempSync(join(tmpdir(), "env-"));
    const path = join(folder, ".env");
    writeFileSync(path, 'PATH=/nowhere\nASYNC_TEST_KEY="a\\nb" # a comment\n');
    expect(loadEnvironment(path)).toMatchObject({ PATH: process.env.PATH, ASYNC_TEST_KEY: "a\nb" });
    rmSync(folder, { recursive: true });
    expect(loadEnvironment(path)).toEqual(loadRealEnvironment());
  });
});

describe("a .env in a stranger's repository", () => {
  const folder = mkdtempSync(join(tmpdir(), "env-"));
  const file = join(folder, ".env");
  const key = join(folder, "key.pem");
  const elsewhere = "GITHUB_API_URL=https://elsewhere.example";
  const names = ["GITHUB_TOKEN", "GITHUB_API_URL", "APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH"];
  beforeEach(() => {
    for (const name of names) vi.stubEnv(name, undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(key, { force: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each<["person" | "app", Record<string, string>, string, string | undefined]>([
    ["person", { GITHUB_TOKEN: "real" }, "GITHUB_TOKEN=own", undefined],
    ["person", {}, "GITHUB_TOKEN=own", "https://elsewhere.example"],
    ["person", { APP_ID: "1" }, "GITHUB_TOKEN=own", "https://elsewhere.example"],
    // gh may have a login, which does not belong to the file.
    ["person", {}, "APP_ID=1", undefined],
    ["app", { APP_ID: "1" }, "PRIVATE_KEY=own", undefined],
    ["app", { PRIVATE_KEY: "real" }, "APP_ID=1", undefined],
    ["app", { PRIVATE_KEY_PATH: "real.pem" }, "APP_ID=1\nPRIVATE_KEY=own", undefined],
    ["app", {}, "APP_ID=1\nPRIVATE_KEY=own", "https://elsewhere.example"],
    ["app", { APP_ID: "", GITHUB_TOKEN: "real" }, "PRIVATE_KEY=own", "https://elsewhere.example"],
  ])(
    "sets GitHub's address only together with the credentials: %s, environment %j, file %j",
    (kind, real, own, address) => {
      for (const [name, value] of Object.entries(real)) vi.stubEnv(name, value);
      writeFileSync(file, `${elsewhere}\n${own}\n`);
      expect(loadCommandEnvironment(kind, file).GITHUB_API_URL).toBe(address);
    },
  );

  it("sets a variable that is blank in the real environment", () => {
    vi.stubEnv("GITHUB_TOKEN", " ");
    writeFileSync(file, "GITHUB_TOKEN=own\n");
    expect(loadCommandEnvironment("person", file).GITHUB_TOKEN).toBe("own");
  });

  it("may name a key file in its own folder, but none elsewhere, not even by a link", () => {
    writeFileSync(file, `${elsewhere}\nAPP_ID=1\nPRIVATE_KEY_PATH=${key}\n`);
    writeFileSync(key, "a key");
    expect(loadCommandEnvironment("app", file)).toMatchObject({ PRIVATE_KEY_PATH: key });
    rmSync(key);
    symlinkSync(fileURLToPath(import.meta.url), key);
    const problem = `PRIVATE_KEY_PATH in .env is "${key}", which is outside this folder. Set the App's credentials in the environment instead.`;
    expect(() => loadCommandEnvironment("app", file)).toThrow(problem);
  });
});

describe("every variable is documented", () => {
  const names = Object.keys(variables).sort();
  const readNames = (file: string, pattern: RegExp) =>
    [...readFileSync(new URL(file, import.meta.url), "utf8").matchAll(pattern)]
      .map((match) => match[1]!)
      .sort();

  it("in .env.example", () => {
    expect(readNames("../.env.example", /^#? ?([A-Z][A-Z_]+)=/gm)).toEqual(names);
  });

  it("in the table of docs/operations.md", () => {
    expect(readNames("../docs/operations.md", /^\| `([A-Z][A-Z_]+)` \|/gm)).toEqual(names);
  });
});
