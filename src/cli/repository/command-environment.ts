import { execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";
import type { DatabaseLocation } from "../../database/database.ts";
import {
  EnvironmentError,
  loadRealEnvironment,
  type RawEnvironment,
  readDatabaseEnvironment,
  readDotEnv,
  readTokenEnvironment,
  type TokenEnvironment,
  webUrlOf,
} from "../../env.ts";

/** Whose credentials a command uses, and the variables that hold them. */
const credentials = {
  person: ["GITHUB_TOKEN"],
  app: ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH"],
};

/**
 * The environment of commands that people run in any repository. A stranger may have written the `.env`
 * there, and it can name a server. So the file counts only if it brings its own credentials: a token from the
 * real environment, or the login of GitHub's command line, never goes to a server that the file names. Throws
 * EnvironmentError when the file takes its key from outside the folder.
 */
export function loadCommandEnvironment(kind: keyof typeof credentials, file = ".env"): RawEnvironment {
  const real = loadRealEnvironment();
  const has = (raw: RawEnvironment) => credentials[kind].some((name) => raw[name] !== undefined);
  if (has(real)) return real;
  const own = readDotEnv(file);
  if (!has(own)) return real;
  const path = own.PRIVATE_KEY_PATH;
  if (kind === "app" && isOutside(dirname(file), path)) {
    throw new EnvironmentError([
      `PRIVATE_KEY_PATH in .env is "${path}", which is outside this folder. Set the App's credentials in the environment instead.`,
    ]);
  }
  return { ...own, ...real };
}

/** A person's token, and the GitHub that it is for. Throws EnvironmentError. */
export const readPersonsEnvironment = (): TokenEnvironment =>
  readTokenEnvironment(loadCommandEnvironment("person"));

/** True when `GITHUB_TOKEN` is set. */
export const hasToken = (): boolean => readPersonsEnvironment().token !== null;

/** `GITHUB_TOKEN`, else the login of GitHub's own command line; null when there is neither. */
export function findToken(): string | null {
  return readPersonsEnvironment().token ?? readGhToken();
}

/** The address under which people and Git see GitHub: `https://github.com`. */
export const findWebUrl = (): URL => new URL(webUrlOf(readPersonsEnvironment().apiUrl));

/** The login for exactly this host: a token of github.com is never sent to another server. */
function readGhToken(): string | null {
  try {
    return (
      execFileSync("gh", ["auth", "token", "--hostname", findWebUrl().hostname], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim() || null
    );
  } catch {
    return null;
  }
}

/** True when at least one of the App's credentials is set. */
export function hasAppCredentials(): boolean {
  const environment = loadCommandEnvironment("app");
  return credentials.app.some((name) => environment[name] !== undefined);
}

/**
 * Where the server's database is, for a command that people run in any repository. An address in the folder's
 * `.env` counts only with a password of its own: without one, node-postgres sends `PGPASSWORD`, or what
 * `~/.pgpass` holds, to the server that the file names. Throws EnvironmentError.
 */
export function readCommandDatabase(environment: RawEnvironment): DatabaseLocation {
  const where = readDatabaseEnvironment(environment);
  const isOwn = environment.DATABASE_URL === loadRealEnvironment().DATABASE_URL;
  if (isOwn || !("databaseUrl" in where)) return where;
  const { password, searchParams } = new URL(where.databaseUrl);
  const keys = ["sslkey", "sslcert"].flatMap((name) => searchParams.getAll(name));
  const outside = keys.find((path) => isOutside(".", path));
  if (outside === undefined && password !== "") return where;
  const problem =
    outside === undefined
      ? "has no password, and yours isn't sent to a server that a folder names"
      : `names "${outside}", which is outside this folder`;
  throw new EnvironmentError([`DATABASE_URL in .env ${problem}. Set it in the environment instead.`]);
}

/** True for a file elsewhere on the machine, even if a link in the folder leads to it. */
function isOutside(folder: string, path: string | undefined): boolean {
  if (!path || !existsSync(path)) return false;
  const inside = relative(realpathSync(folder), realpathSync(path));
  return isAbsolute(inside) || inside.split(sep)[0] === "..";
}
