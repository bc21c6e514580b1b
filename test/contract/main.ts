/**
 * `npm run test:contract`: compares the local GitHub's answers, and the app's requests in the end-to-end
 * tests, with GitHub's own descriptions of its API and webhooks. Downloads the descriptions once (about 30
 * MB) into `.cache/`.
 *
 * The end-to-end tests' requests are read from `.cache/requests.jsonl`, which
 * `STANDIN_RECORD=.cache/requests.jsonl npm test` writes.
 */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { routes } from "../github/rest/routes.ts";
import { checkRecording, type Report } from "./check-recording.ts";
import { fetchDescription } from "./fetch-descriptions.ts";
import { knownGaps } from "./known-gaps.ts";
import { readRecording } from "./recording.ts";
import { RestDescription } from "./rest-description.ts";
import { runScenario } from "./scenario.ts";
import { WebhookDescription } from "./webhook-description.ts";

const cache = fileURLToPath(new URL("../../.cache", import.meta.url));
const descriptions = {
  rest: new RestDescription(fetchDescription("rest")),
  webhooks: new WebhookDescription(fetchDescription("webhooks")),
};

const recorded = `${cache}/contract/scenario.jsonl`;
/** Lines with known mistakes. A comparison that finds none in them does not work. */
const canaries = checkRecording(
  [
    { kind: "webhook", event: "pull_request", action: "opened", payload: { action: "opened", number: "1" } },
    {
      kind: "request",
      method: "POST",
      path: "/repos/acme/shop/check-runs",
      query: "",
      body: { name: "x" },
      operation: null,
      status: 201,
      response: { id: "1" },
    },
  ],
  descriptions,
  { mayBeRefused: false },
);
const found = [...canaries.problems.keys()];
const expected = [
  "webhook pull_request.opened: ",
  "POST /repos/{owner}/{repo}/check-runs: request ",
  "POST /repos/{owner}/{repo}/check-runs: answer 201 ",
];
const missed = expected.filter((start) => !found.some((problem) => problem.startsWith(start)));
if (missed.length > 0) throw new Error(`The comparison is blind: nothing was found in ${missed.join(", ")}`);

rmSync(recorded, { force: true });
process.env.STANDIN_RECORD = recorded;
const scenario = await runScenario();
delete process.env.STANDIN_RECORD;

let failed = false;
const itself = checkRecording(readRecording(recorded) ?? [], descriptions, { mayBeRefused: true });
show("The local GitHub by itself", itself);

const unused = routes
  .filter((route) => !route.isPage)
  .map((route) => `${route.method} ${route.path}`)
  .filter((route) => !scenario.routes.has(route));
const stale = knownGaps.filter((gap) => !itself.gaps.has(gap));
for (const line of [
  ...unused.map((route) => `the scenario does not use ${route}`),
  ...stale.map((gap) => `known-gaps.ts has ${gap.problem}, which is not met any more`),
  ...scenario.defects,
]) {
  console.log(`  ✗ ${line}`);
  failed = true;
}

const requests = readRecording(`${cache}/requests.jsonl`);
if (requests === null) {
  console.log(
    "The end-to-end tests: nothing is recorded. Record with\n" +
      "  rm -f .cache/requests.jsonl; STANDIN_RECORD=.cache/requests.jsonl npm test",
  );
} else {
  show("The end-to-end tests", checkRecording(requests, descriptions, { mayBeRefused: false }));
}
process.exitCode = failed ? 1 : 0;

function show(title: string, report: Report): void {
  console.log(
    `${title}: ${report.requests} requests, ${report.webhooks} webhooks, ${report.problems.size} problems`,
  );
  for (const [problem, times] of [...report.problems].slice(0, 50))
    console.log(`  ✗ ${problem}${times > 1 ? ` (${times} times)` : ""}`);
  failed ||= report.problems.size > 0;
}
