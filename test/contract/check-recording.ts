import { findLimitProblems } from "./find-limit-problems.ts";
import { knownGaps } from "./known-gaps.ts";
import type { RecordedLine } from "./recording.ts";
import type { RestDescription } from "./rest-description.ts";
import type { WebhookDescription } from "./webhook-description.ts";

export interface Report {
  requests: number;
  webhooks: number;
  /** Each problem once, with its number of occurrences. */
  problems: Map<string, number>;
  /** The known gaps in the description that the recording met. */
  gaps: Set<(typeof knownGaps)[number]>;
}

/** Endpoints of the local GitHub that are not in the described API. */
const undescribed = new Set(["/graphql"]);

/**
 * Compares every line with GitHub's descriptions and the limits that they omit. With `mayBeRefused`, refused
 * requests are wrong on purpose, as in the scenario, so only their answers are checked.
 */
export function checkRecording(
  lines: RecordedLine[],
  { rest, webhooks }: { rest: RestDescription; webhooks: WebhookDescription },
  { mayBeRefused }: { mayBeRefused: boolean },
): Report {
  const report: Report = { requests: 0, webhooks: 0, problems: new Map(), gaps: new Set() };
  for (const line of lines) {
    const [title, problems] =
      line.kind === "webhook" ? checkWebhook(line, webhooks) : checkRequest(line, rest, mayBeRefused);
    report[line.kind === "webhook" ? "webhooks" : "requests"] += 1;
    for (const problem of problems) {
      const text = `${title}: ${problem}`;
      const gap = knownGaps.find((one) => one.problem.test(text));
      if (gap) {
        report.gaps.add(gap);
        continue;
      }
      report.problems.set(text, (report.problems.get(text) ?? 0) + 1);
    }
  }
  return report;
}

type Line<Kind> = Extract<RecordedLine, { kind: Kind }>;

function checkWebhook(line: Line<"webhook">, webhooks: WebhookDescription): [string, string[]] {
  const title = `webhook ${[line.event, line.action].filter((one) => one !== null).join(".")}`;
  return [title, webhooks.check(line.event, line.action, line.payload)];
}

function checkRequest(
  line: Line<"request">,
  rest: RestDescription,
  mayBeRefused: boolean,
): [string, string[]] {
  if (undescribed.has(line.path)) return [line.path, []];
  const found = rest.find(line.method, line.path);
  if (found === null) return [`${line.method} ${line.path}`, ["GitHub describes no such endpoint"]];
  const title = `${line.method} ${found.template}`;
  const isExcused = mayBeRefused && line.status !== null && line.status >= 400;
  const ofRequest = isExcused
    ? []
    : [
        ...rest.checkBody(found, line.body),
        ...rest.checkQuery(found, new URLSearchParams(line.query)),
        ...findLimitProblems(line.method, found.template, line.body),
      ];
  const ofAnswer =
    line.status === null ? [] : rest.checkAnswer(found, line.status, line.response, line.accept);
  return [
    title,
    [...ofRequest.map((one) => `request ${one}`), ...ofAnswer.map((one) => `answer ${line.status} ${one}`)],
  ];
}
