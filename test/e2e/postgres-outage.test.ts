import { pino } from "pino";
import { afterAll, describe, expect, it } from "vitest";
import { startServer } from "../../src/main.ts";
import { ask, createDatabase, dropDatabase, serverUrl } from "../database/postgres-server.ts";
import { countComments, countRuns, createOwnRepository, openLazy } from "./own-installation.ts";
import { startScene } from "./start-scene.ts";

const name = `async_review_outage_${process.pid}`;
const others = `datname = '${name}' and pid <> pg_backend_pid()`;

describe.skipIf(serverUrl === "")(
  "two instances whose connections to PostgreSQL are cut while they work",
  () => {
    afterAll(() => dropDatabase(name));

    it("check and comment on every pull request once, and become ready without a restart", async () => {
      const databaseUrl = await createDatabase(name);
      await using scene = await startScene({ databaseUrl, pacedByClock: true });
      const clock = { now: () => scene.github.clock.now() };
      const second = await startServer(scene.environment, { clock, logger: pino({ level: "silent" }) });
      try {
        const repository = await createOwnRepository(scene);
        const pullRequests = [];
        for (let number = 0; number < 8; number += 1) {
          pullRequests.push(openLazy(repository));
          // Looks begin as soon as the delivery is answered.
          await scene.github.deliveries.settled();
          await ask(databaseUrl, `select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
        }
        const settle = () =>
          scene.settle().then(
            () => "settled",
            () => "gone",
          );
        await expect.poll(settle, { timeout: 20_000 }).toBe("settled");
        // A delivery may have been refused, and the server requests it again only minutes later by the
        // machine's clock. So each pull request gets another delivery.
        for (const pullRequest of pullRequests) pullRequest.edit({ title: "Fix the bug" });
        for (let pause = 0; pause < 4; pause += 1) await scene.advance("PT1M");
        expect(pullRequests.map(countRuns)).toEqual(pullRequests.map(() => 1));
        expect(pullRequests.map(countComments)).toEqual(pullRequests.map(() => 1));
        for (const { url } of [scene.server, second]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
      } finally {
        await second.stop();
      }
    });
  },
);
