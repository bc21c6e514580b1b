import pg from "pg";

/** A PostgreSQL server for the tests. Each test file has its own database, which is dropped afterwards. */
export const serverUrl = process.env.TEST_DATABASE_URL ?? "";

if (serverUrl === "") {
  process.stderr.write(
    "PostgreSQL: skipped, TEST_DATABASE_URL names no server (postgres://user@host:port/postgres)\n",
  );
}

/** Creates an empty database of this name, and returns its URL. */
export async function createDatabase(name: string): Promise<string> {
  await ask(serverUrl, `drop database if exists ${name} with (force)`);
  await ask(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(name: string): Promise<void> {
  await ask(serverUrl, `drop database if exists ${name} with (force)`);
}

/** Runs one statement on its own connection. */
export async function ask(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
