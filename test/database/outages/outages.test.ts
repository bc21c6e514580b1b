import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runOutages } from "./outages.ts";
import { findPostgresPrograms, type OwnPostgres, startOwnPostgres } from "./own-postgres.ts";

const programs = await findPostgresPrograms();
if (programs === null)
  process.stderr.write("Outages of PostgreSQL: skipped, its programs are not in /usr/lib/postgresql\n");

/** A sample of `npm run test:outages`. */
describe.skipIf(programs === null)(
  "two instances while PostgreSQL is cut off and restarted under load",
  () => {
    let postgres: OwnPostgres;
    beforeAll(async () => {
      postgres = await startOwnPostgres(programs!);
    });
    afterAll(() => postgres.stop());

    it("look at all due subjects once, within a minute and without a restart", {
      timeout: 300_000,
    }, async () => {
      const report = await runOutages(postgres, {
        instances: 2,
        outages: ["cut", "restart", "cut", "restart", "cut"],
      });
      const slow = report.outages.filter(({ seconds }) => seconds === null || seconds > 60);
      expect({ slow, ...report, outages: report.outages.length }).toEqual({
        slow: [],
        outages: 5,
        looks: expect.any(Number),
        deliveries: expect.anything(),
        overlaps: [],
        forgotten: [],
        left: { pending: 0, due: 0 },
        instances: ["ready, exit 0", "ready, exit 0"],
      });
    });
  },
);
