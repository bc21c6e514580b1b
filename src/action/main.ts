import { debug, error, getInput, info, setFailed, setOutput, summary, warning } from "@actions/core";
import { loadRealEnvironment, type RawEnvironment } from "../env.ts";
import { mayFailJob, type RunnerEnvironment, readRunnerEnvironment } from "./read-event.ts";
import { describeRun, renderSummary, toOutputs } from "./report.ts";
import { type FailOn, failOns, isFailure } from "./result.ts";
import { type ActionRun, runAction } from "./run-action.ts";

/**
 * The Action's entry point. Of what a look finds, only the description fails a job, and only where the next
 * run can pass. A refusal by GitHub is reported; it fails the job if somebody may be waiting for its verdict.
 */
async function main(runner: RunnerEnvironment, mayFail: boolean): Promise<void> {
  const failOn = readFailOn(getInput("fail-on"));
  const ran = await runAction(runner, {
    token: getInput("token", { required: true }),
    debug,
  });
  for (const [name, value] of Object.entries(toOutputs(findOwn(ran)))) setOutput(name, value);
  const { lines, problems } = describeRun(ran);
  for (const line of lines) info(line);
  await writeSummary(renderSummary(ran));
  for (const problem of problems) reportProblem(problem, mayFail);
  const found = findOwn(ran);
  if (mayFail && found !== null && isFailure(found, failOn)) {
    setFailed(found.checkRuns[0]?.title ?? "The description lacks what this repository asks for.");
  }
}

/**
 * Reports on reviews instead of looking at pull requests. If GitHub's limits cut the report short, its title,
 * an output and an annotation say so.
 */
async function report(repositories: string, runner: RunnerEnvironment, environment: RawEnvironment) {
  const given = (name: string) => getInput(name) || undefined;
  const asked = {
    repositories,
    since: given("since"),
    until: given("until"),
    mark: given("mark"),
    timeZone: given("time-zone"),
  };
  const token = getInput("token", { required: true });
  // Most runs need no report and none of its code.
  const { writeReviewReport } = await import("./review-report.ts");
  const { markdown, outputs } = await writeReviewReport(asked, runner, { token, environment, debug });
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  info(`Wrote ${outputs["report-html"]} and ${outputs["report-csv"]}.`);
  await writeSummary(markdown);
  if (outputs["report-partial"] === "true")
    warning(
      "The report is partial: it used a fifth of the token's points. Run it again in an hour to continue.",
    );
}

/**
 * Jobs on the default branch's commit never fail, because no later run would turn that commit green again.
 */
function reportProblem(problem: string, mayFail: boolean): void {
  if (mayFail) setFailed(problem);
  else error(problem);
}

function readFailOn(given: string): FailOn {
  const found = failOns.find((one) => one === (given || "enforcement"));
  if (found !== undefined) return found;
  throw new Error(`fail-on is "${given}"; use ${failOns.slice(0, -1).join(", ")} or ${failOns.at(-1)}.`);
}

function findOwn({ occasion, found }: ActionRun) {
  if (occasion.type !== "look" || occasion.subject.kind !== "pull_request") return null;
  return found.get(occasion.subject.number) ?? null;
}

/** Writes the job's summary. A failure to do so doesn't fail the job. */
async function writeSummary(text: string): Promise<void> {
  if (text === "") return;
  try {
    await summary.addRaw(text, true).write();
  } catch (cause) {
    debug(String(cause));
  }
}

let mayFail = true;
try {
  const environment = loadRealEnvironment();
  const runner = readRunnerEnvironment(environment);
  mayFail = mayFailJob(runner.event);
  const repositories = getInput("report");
  await (repositories === "" ? main(runner, mayFail) : report(repositories, runner, environment));
} catch (cause) {
  reportProblem(cause instanceof Error ? cause.message : String(cause), mayFail);
}
