import { type Outage, runOutages } from "./outages.ts";
import { findPostgresPrograms, startOwnPostgres } from "./own-postgres.ts";

/**
 * `npm run test:outages`: 20 cuts, 10 immediate restarts and 2 silent connections of a real PostgreSQL under
 * load, with two instances. Exits with 1 when a due subject was looked at only after a minute, twice at once,
 * or never.
 */
const [cuts = 20, restarts = 10, freezes = 2, instances = 2] = process.argv.slice(2).map(Number);
const programs = await findPostgresPrograms();
if (programs === null) {
  process.stderr.write("PostgreSQL is not installed here: apt-get install postgresql\n");
  process.exit(2);
}
const outages: Outage[] = [];
for (let index = 0; index < Math.max(cuts, restarts, freezes); index += 1) {
  if (index < cuts) outages.push("cut");
  if (index < restarts) outages.push("restart");
  if (index < freezes) outages.push("freeze");
}
const postgres = await startOwnPostgres(programs);
try {
  const report = await runOutages(postgres, { instances, outages }, (line) =>
    process.stdout.write(`${line}\n`),
  );
  const seconds = report.outages.map((outage) => outage.seconds ?? Number.POSITIVE_INFINITY);
  process.stdout.write(
    `${JSON.stringify({ ...report, outages: undefined, slowest: Math.max(...seconds) }, null, 2)}\n`,
  );
  const isRight =
    Math.max(...seconds) <= 60 &&
    report.overlaps.length + report.forgotten.length + report.left.pending === 0 &&
    report.instances.every((ending) => ending === "ready, exit 0");
  process.exitCode = isRight ? 0 : 1;
} finally {
  await postgres.stop();
}
