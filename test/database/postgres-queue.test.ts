import pino from "pino";
import { afterAll, beforeAll, describe } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { describeQueue } from "./contract/describe-queue.ts";
import { ask, createDatabase, dropDatabase, serverUrl } from "./postgres-server.ts";

const logger = pino({ level: process.env.TEST_LOG_LEVEL ?? "silent" });
const name = `async_review_queue_${process.pid}`;

describe.skipIf(serverUrl === "")("PostgreSQL", () => {
  let databaseUrl = "";
  beforeAll(async () => {
    databaseUrl = await createDatabase(name);
  });
  afterAll(() => dropDatabase(name));

  describeQueue("PostgreSQL", async () => ({
    where: { databaseUrl },
    open: (clock) => openDatabase({ databaseUrl }, { clock, logger }),
    drop: async () => {
      await ask(databaseUrl, "truncate subjects, deliveries, marks");
    },
  }));
});
