import { debug, error, getInput, info, setFailed, setOutput, summary } from "@actions/core";
import { readRunnerEnvironment } from "../env.ts";
import { failOns, isFailure, type FailOn } from "./result.ts";
import { describeRun, renderSummary, toOutputs } from "./report.ts";
import { type Ran, runAction } from "./run-action.ts";

/**
 * The Action's one entry. A job fails on the description alone, and only where the next run mends it; what GitHub kept us from is
 * told, and fails the job where somebody may wait for its verdict.
 */
async function main(): Promise<void> {
  const failOn = readFailOn(getInput("fail-on"));
  const ran = await runAction(readRunnerEnvironment(), {
    token: getInput("token", { required: true }),
    debug,
  });
  for (const [name, value] of Object.entries(toOutputs(findOwn(ran)))) setOutput(name, value);
  const { lines, problems } = describeRun(ran);
  for (const line of lines) info(line);
  await writeSummary(renderSummary(ran));
  const mayFail = ran.occasion.type === "look" && ran.occasion.mayFail;
  for (const problem of problems) {
    if (mayFail) setFailed(problem);
    else error(problem);
  }
  const found = findOwn(ran);
  if (mayFail && found !== null && isFailure(found, failOn)) {
    setFailed(found.checkRuns[0]?.title ?? "The description lacks what this repository asks for.");
  }
}

function readFailOn(given: string): FailOn {
  const found = failOns.find((one) => one === (given || "enforcement"));
  if (found !== undefined) return found;
  throw new Error(`fail-on is "${given}"; use ${failOns.slice(0, -1).join(", ")} or ${failOns.at(-1)}.`);
}

function findOwn({ occasion, found }: Ran) {
  if (occasion.type !== "look" || occasion.subject.kind !== "pull_request") return null;
  return found.get(occasion.subject.number) ?? null;
}

/** A summary that cannot be written fails nothing. */
async function writeSummary(text: string): Promise<void> {
  if (text === "") return;
  try {
    await summary.addRaw(text, true).write();
  } catch (cause) {
    debug(String(cause));
  }
}

try {
  await main();
} catch (cause) {
  setFailed(cause instanceof Error ? cause.message : String(cause));
}
