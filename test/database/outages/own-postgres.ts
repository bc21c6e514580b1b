import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findFreePort } from "../../find-free-port.ts";

const execute = promisify(execFile);

/** A separate PostgreSQL server, which may be killed and restarted. */
export interface OwnPostgres {
  url: string;
  /**
   * Ends every process of the server at once, like a crash, and starts it again. Resolves when it accepts
   * connections.
   */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The folder of Debian's programs (`initdb`, `pg_ctl`); null when PostgreSQL is not installed. */
export async function findPostgresPrograms(): Promise<string | null> {
  const folder = "/usr/lib/postgresql";
  const versions = await readdir(folder).catch(() => []);
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest === undefined ? null : join(folder, newest, "bin");
}

export async function startOwnPostgres(programs: string): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  // The server refuses to run as root, so Debian's own user must be able to reach the folder.
  await chmod(folder, 0o777);
  const port = await findFreePort();
  const run = (program: string, ...options: string[]) => asPostgres(join(programs, program), options);
  const data = join(folder, "data");
  const control = (...options: string[]) =>
    run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), ...options);
  await run("initdb", "-D", data, "-U", "postgres", "-A", "trust");
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  await control("-o", settings, "start");
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart: () => control("-m", "immediate", "restart"),
    stop: async () => {
      await control("-m", "immediate", "stop");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function asPostgres(program: string, options: string[]): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  // `pg_ctl` leaves its pipes open with the server, so no output is awaited.
  const [file, ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", program] : [program];
  await execute("sh", ["-c", '"$@" >/dev/null 2>&1', "sh", file!, ...rest, ...options]);
}
