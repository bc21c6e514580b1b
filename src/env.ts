import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import type { DatabaseLocation } from "./database/database.ts";
import { readKeyFile, readPrivateKey } from "./private-key.ts";

/**
 * Everything that is wrong with the environment, one line each: the variable, what was seen, what to put
 * there. Never a secret.
 */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

interface Variable<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Completes "Set it to …" in a problem. */
  put: string;
  /** Its value is never shown. */
  secret?: true;
}

const variable = <Schema extends z.ZodType>(schema: Schema, put: string): Variable<Schema> => ({
  schema,
  put,
});
const secret = <Schema extends z.ZodType>(schema: Schema, put: string): Variable<Schema> => ({
  schema,
  put,
  secret: true,
});

const text = z.string();
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));

/**
 * Every variable that is read. `.env.example` and the table in docs/operations.md list the same ones (a test
 * compares).
 */
export const variables = {
  APP_ID: variable(z.string().regex(/^\d+$/).transform(Number), "the number on the App's settings page"),
  PRIVATE_KEY: secret(
    text.transform(readPrivateKey).pipe(text),
    'the App\'s private key, as PEM (line ends as "\\n" are fine) or as base64 of the .pem file',
  ),
  PRIVATE_KEY_PATH: variable(text, "the path of the App's .pem file"),
  WEBHOOK_SECRET: secret(text, "the webhook secret on the App's settings page"),
  PORT: variable(z.coerce.number().int().min(0).max(65_535), "a port number from 0 to 65535"),
  HOST: variable(text, "the address to listen on, such as localhost or 0.0.0.0"),
  LOG_LEVEL: variable(
    z.enum(["trace", "debug", "info", "warn", "error", "fatal"]),
    "trace, debug, info, warn, error or fatal",
  ),
  LOG_FORMAT: variable(z.enum(["pretty", "json"]), "pretty or json"),
  GHE_HOST: variable(
    z.string().regex(/^[A-Za-z0-9.-]+(:\d+)?$/),
    "the host name of the GitHub Enterprise Server, without https://",
  ),
  GHE_PROTOCOL: variable(z.enum(["https", "http"]), "https or http"),
  WEBHOOK_PROXY_URL: variable(address, "a smee.io channel, such as https://smee.io/abc"),
  GITHUB_API_URL: variable(address, "the REST API's address, such as https://api.github.com"),
  GITHUB_GRAPHQL_URL: variable(address, "the GraphQL API's address, such as https://api.github.com/graphql"),
  DATA_DIR: variable(text, "a folder for the database"),
  DATABASE_URL: secret(
    z.url({ protocol: /^postgres(ql)?$/ }),
    "a Postgres address, such as postgres://user:password@host:5432/name",
  ),
  CONCURRENCY: variable(z.coerce.number().int().min(1).max(100), "a number from 1 to 100"),
  PUBLIC_URL: variable(
    address,
    "the address where GitHub can reach this server, such as https://async.example.org",
  ),
  GITHUB_TOKEN: secret(text, "a person's token"),
  NODE_ENV: variable(text, "production, or nothing"),
};

type Values = { [Name in keyof typeof variables]?: z.output<(typeof variables)[Name]["schema"]> };

/** Variables as the operating system and `.env` give them. */
export type RawEnvironment = Record<string, string | undefined>;

interface Listening {
  host: string;
  port: number;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
  logFormat: "pretty" | "json";
}

/** No credentials yet: only the set-up page is served, on loopback only. */
export interface SetupEnvironment extends Listening {
  mode: "setup";
  apiUrl: string;
  /** Where GitHub and people reach the server; the page suggests it. */
  publicUrl: string | null;
  webhookProxyUrl: string | null;
}

export interface ServeEnvironment extends Listening {
  mode: "serve";
  appId: number;
  /** PEM. */
  privateKey: string;
  webhookSecret: string;
  apiUrl: string;
  graphqlUrl: string;
  webhookProxyUrl: string | null;
  dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  concurrency: number;
}

/** What the command line needs from the environment. A token is null when none is set. */
export interface TokenEnvironment {
  token: string | null;
  apiUrl: string;
  graphqlUrl: string;
}

/** The real environment on top of the working folder's `.env`, if there is one. */
export function loadEnvironment(file = ".env"): RawEnvironment {
  return { ...readDotEnv(file), ...loadRealEnvironment() };
}

/** The real environment alone: a stranger may have written the working folder's `.env`. */
export const loadRealEnvironment = (): RawEnvironment => withoutBlanks(process.env);

/** True when npm started this process, as one of the project's scripts. */
export const isNpmScript = (raw: RawEnvironment = process.env): boolean =>
  raw.npm_lifecycle_event !== undefined;

/** Where npm was called, and the package whose script it runs; null when npm did not start this process. */
export const readNpmCall = (raw: RawEnvironment = process.env) => ({
  folder: raw.INIT_CWD ?? null,
  packageFile: raw.npm_package_json ?? null,
});

/**
 * The server's environment. `container`: a start without credentials fails even on loopback; by default true
 * under `NODE_ENV=production`, which the image sets. Throws EnvironmentError with everything that is wrong.
 */
export function readEnvironment(
  raw: RawEnvironment,
  { container = raw.NODE_ENV === "production" } = {},
): SetupEnvironment | ServeEnvironment {
  const { given, values, problems } = readValues(raw);
  const listening: Listening = {
    host: values.HOST ?? "localhost",
    port: values.PORT ?? 3000,
    logLevel: values.LOG_LEVEL ?? "info",
    logFormat: values.LOG_FORMAT ?? (values.NODE_ENV === "production" ? "json" : "pretty"),
  };
  const keyVariable = given.PRIVATE_KEY_PATH === undefined ? "PRIVATE_KEY" : "PRIVATE_KEY_PATH";
  const credentials = ["APP_ID", "WEBHOOK_SECRET", keyVariable] as const;
  const missing = credentials.filter((name) => given[name] === undefined);
  if (missing.length === credentials.length && !container && isLoopback(listening.host)) {
    if (problems.length > 0) throw new EnvironmentError(problems);
    const { PUBLIC_URL: publicUrl = null, WEBHOOK_PROXY_URL: webhookProxyUrl = null } = values;
    return { mode: "setup", ...listening, apiUrl: readAddresses(values).apiUrl, publicUrl, webhookProxyUrl };
  }

  const privateKey = values.PRIVATE_KEY ?? readKeyFile(values.PRIVATE_KEY_PATH, problems);
  for (const name of missing) problems.push(`${name} isn't set. Set it to ${variables[name].put}.`);
  const { APP_ID: appId, WEBHOOK_SECRET: webhookSecret } = values;
  const hasAll = appId !== undefined && webhookSecret !== undefined && typeof privateKey === "string";
  if (problems.length > 0 || !hasAll) throw new EnvironmentError(problems);
  return {
    mode: "serve",
    ...listening,
    appId,
    privateKey,
    webhookSecret,
    ...readAddresses(values),
    webhookProxyUrl: values.WEBHOOK_PROXY_URL ?? null,
    dataDir: values.DATA_DIR ?? "./data",
    databaseUrl: values.DATABASE_URL ?? null,
    concurrency: values.CONCURRENCY ?? 10,
  };
}

/** The command line's environment. Ignores variables of the server. Throws EnvironmentError. */
export function readTokenEnvironment(raw: RawEnvironment): TokenEnvironment {
  const names = ["GITHUB_TOKEN", "GITHUB_API_URL", "GITHUB_GRAPHQL_URL", "GHE_HOST", "GHE_PROTOCOL"];
  const { values, problems } = readValues(Object.fromEntries(names.map((name) => [name, raw[name]])));
  if (problems.length > 0) throw new EnvironmentError(problems);
  return { token: values.GITHUB_TOKEN ?? null, ...readAddresses(values) };
}

/**
 * Where the server's database is, for the command line. Ignores all other variables. Throws EnvironmentError.
 */
export function readDatabaseEnvironment({ DATA_DIR, DATABASE_URL }: RawEnvironment): DatabaseLocation {
  const { values, problems } = readValues({ DATA_DIR, DATABASE_URL });
  if (problems.length > 0) throw new EnvironmentError(problems);
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir = "./data" } = values;
  return databaseUrl === undefined ? { dataDir } : { databaseUrl };
}

/** The variables of a `.env` file; none without one. Throws EnvironmentError when it can't be read. */
export function readDotEnv(file: string): RawEnvironment {
  try {
    return withoutBlanks(parseEnv(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new EnvironmentError([`${file} can't be read (${(error as NodeJS.ErrnoException).code}).`]);
  }
}

/** Trims every value. A blank one counts as none, because Compose files pass unset variables that way. */
function withoutBlanks(raw: RawEnvironment): RawEnvironment {
  const trimmed = Object.entries(raw).map(([name, value]) => [name, value?.trim()]);
  return Object.fromEntries(trimmed.filter(([, value]) => value));
}

function readValues(raw: RawEnvironment): { given: RawEnvironment; values: Values; problems: string[] } {
  const given = withoutBlanks(raw);
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, put, secret }] of Object.entries(variables) as [string, Variable][]) {
    const value = given[name];
    if (value === undefined) continue;
    const result = schema.safeParse(value);
    if (result.success) values[name] = result.data;
    else problems.push(`${name} can't be ${secret ? "used" : JSON.stringify(value)}. Set it to ${put}.`);
  }
  return { given, values: values as Values, problems };
}

/** A GitHub Enterprise Server has GraphQL beside its REST API, not below it: `/api/v3` and `/api/graphql`. */
function readAddresses(values: Values): { apiUrl: string; graphqlUrl: string } {
  const { GHE_HOST: host, GHE_PROTOCOL: protocol = "https" } = values;
  const apiUrl =
    values.GITHUB_API_URL ?? (host === undefined ? "https://api.github.com" : `${protocol}://${host}/api/v3`);
  return { apiUrl, graphqlUrl: values.GITHUB_GRAPHQL_URL ?? `${apiUrl.replace(/\/v3$/, "")}/graphql` };
}

/**
 * The address that people use, derived from the REST API's: `api.github.com` → `github.com`,
 * `api.acme.ghe.com` → `acme.ghe.com`, and on GitHub Enterprise Server `host/api/v3` → `host`.
 */
export function webUrlOf(apiUrl: string): string {
  const { protocol, host, pathname } = new URL(apiUrl);
  return `${protocol}//${pathname === "/" ? host.replace(/^api\.(?=[^.]+\.)/, "") : host}`;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}
