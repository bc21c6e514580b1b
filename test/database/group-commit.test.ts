import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { groupCommits } from "../../src/database/sqlite/group-commit.ts";

it("commits writes that arrive together in one transaction, and answers each", async () => {
  const file = new BetterSqlite3(":memory:");
  const begun: string[] = [];
  const write = groupCommits(file);
  file.exec("create table t (n integer primary key)");
  const insert = file.prepare("insert into t values (?)");
  const answers = await Promise.all(
    [1, 2, 3].map((n) =>
      write(() => {
        begun.push(`${n} ${file.inTransaction}`);
        return insert.run(n).changes + n;
      }),
    ),
  );
  expect(answers).toEqual([2, 3, 4]);
  expect(begun).toEqual(["1 true", "2 true", "3 true"]);
  file.close();
});

it("fails only the write that fails", async () => {
  const file = new BetterSqlite3(":memory:");
  const write = groupCommits(file);
  file.exec("create table t (n integer primary key)");
  const insert = file.prepare("insert into t values (?)");
  const results = await Promise.allSettled([1, 1, 2].map((n) => write(() => insert.run(n).changes)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(file.prepare("select n from t").pluck().all()).toEqual([1, 2]);
  file.close();
});

it("handles more writes than fit into one transaction", async () => {
  const file = new BetterSqlite3(":memory:");
  const write = groupCommits(file);
  file.exec("create table t (n integer primary key)");
  const insert = file.prepare("insert into t values (?)");
  await Promise.all(Array.from({ length: 1000 }, (_, n) => write(() => insert.run(n))));
  expect(file.prepare("select count(*) from t").pluck().get()).toBe(1000);
  file.close();
});

it("waits once for all writes while another program holds the lock", async () => {
  const folder = mkdtempSync(join(tmpdir(), "group-"));
  const path = join(folder, "x.sqlite");
  const other = new BetterSqlite3(path);
  other.exec("create table t (n integer primary key)");
  other.exec("begin immediate");
  const statements: string[] = [];
  const file = new BetterSqlite3(path, { timeout: 1, verbose: (text) => statements.push(String(text)) });
  const write = groupCommits(file);
  const insert = file.prepare("insert into t values (?)");
  const insertAll = () => Promise.allSettled([1, 2, 3].map((n) => write(() => insert.run(n).changes)));
  const refused = (await insertAll()).map((one) => one.status === "rejected" && one.reason.code);
  expect(refused).toEqual(["SQLITE_BUSY", "SQLITE_BUSY", "SQLITE_BUSY"]);
  expect(statements).toEqual(["BEGIN IMMEDIATE"]);
  other.exec("rollback");
  expect((await insertAll()).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
  for (const one of [file, other]) one.close();
  rmSync(folder, { recursive: true });
});
