import {
  listStickyComments,
  parseKeyMarker,
  parseStickyMarker,
  withKeyMarker,
  withStickyMarker,
} from "../marker.ts";
import type { Observation } from "../observation.ts";
import type { Plan, PlannedCheckRun, PlannedComment, PlannedLabel, Write } from "../planned.ts";
import { type IssueComment, isSameLabel, type OwnCheckRun } from "../pull-request.ts";
import { checkRunKey, parseExternalId, type RecentCreate, withRecentRuns } from "./checks/own-runs.ts";

/**
 * The plan minus what is already there: the fewest writes, check runs first because people wait for them. A
 * body edit comes alone, because everything else is decided anew from the new body.
 */
export function listWrites(plan: Plan, observation: Observation, recent: RecentCreate[]): Write[] {
  if (plan.bodyEdit) return [{ type: "update_body", edit: plan.bodyEdit }];
  const { pullRequest } = observation;
  return [
    ...[...plan.checkRuns, ...plan.retiredChecks].flatMap((checkRun) =>
      listCheckRunWrites(checkRun, pullRequest.ownCheckRuns, {
        number: pullRequest.number,
        headSha: pullRequest.headSha,
        recent,
      }),
    ),
    ...listCommentWrites(plan.comment, pullRequest.comments, recent),
    ...plan.labels.flatMap((label) => listLabelWrites(label, observation)),
    ...listReminderWrites(plan, pullRequest.comments, recent),
    ...listReplyWrites(plan, observation, recent),
    ...plan.reactions.map((reaction): Write => ({ type: "add_reaction", ...reaction })),
  ];
}

/**
 * The newest run of a name counts. If it is this pull request's own, it is updated in place; otherwise a new
 * one is created.
 */
export function listCheckRunWrites(
  checkRun: PlannedCheckRun,
  present: OwnCheckRun[],
  where: { number: number | "group"; headSha: string; recent: RecentCreate[] },
): Write[] {
  const { number, headSha, recent } = where;
  const key = checkRunKey(checkRun, headSha);
  const externalId = `${number}:${checkRun.hash}`;
  const create: Write = { type: "create_check_run", key, headSha, externalId, checkRun };
  if (checkRun.force && !recent.some((made) => made.key === key)) return [create];
  const newest = withRecentRuns(present, recent, where).find((run) => run.name === checkRun.name);
  if (newest === undefined || !newest.externalId.startsWith(`${number}:`)) return [create];
  const corrected = correctOthers(checkRun, present, externalId);
  if (parseExternalId(newest).hash === checkRun.hash && newest.status === "completed") return corrected;
  // Annotations only append, so changed ones need a new run.
  if (checkRun.annotations.length > 0) return [create];
  return [{ type: "update_check_run", id: newest.databaseId, externalId, checkRun }, ...corrected];
}

/**
 * Each run of a workflow has a check suite of its own, and GitHub shows the newest check run of each suite.
 * So older check runs of the same name are updated to say the same. An App has one suite, with one run of a
 * name. A run without a conclusion is only remembered (`withRecentRuns`): if it is the newest, GitHub's list
 * lags; if it is older, GitHub no longer lists it.
 */
function correctOthers(checkRun: PlannedCheckRun, present: OwnCheckRun[], externalId: string): Write[] {
  const [newest, ...others] = present.filter((run) => run.name === checkRun.name);
  if (newest === undefined || newest.conclusion === null) return [];
  const wrong = others.filter(
    (run) => run.conclusion !== null && parseExternalId(run).hash !== checkRun.hash,
  );
  const plain = { ...checkRun, annotations: [] };
  return wrong.map(({ databaseId: id }) => ({ type: "update_check_run", id, externalId, checkRun: plain }));
}

function listCommentWrites(
  planned: PlannedComment | null,
  comments: IssueComment[],
  recent: RecentCreate[],
): Write[] {
  if (!planned) return [];
  const body = withStickyMarker(planned.body, planned.hash);
  const [found, ...others] = listStickyComments(comments);
  if (found) {
    // Two runs of a workflow may each have made one.
    const deletes = others.map(({ databaseId }): Write => ({ type: "delete_comment", id: databaseId }));
    const same = parseStickyMarker(found.body) === planned.hash;
    const update: Write = { type: "update_comment", id: found.databaseId, body, hash: planned.hash };
    return same ? deletes : [update, ...deletes];
  }
  const created = recent.find((create) => create.key === "comment");
  if (created?.id != null) {
    return created.hash === planned.hash
      ? []
      : [{ type: "update_comment", id: created.id, body, hash: planned.hash }];
  }
  return planned.create ? [{ type: "create_comment", key: "comment", body, hash: planned.hash }] : [];
}

/** Uses an existing label's own spelling. */
function listLabelWrites(label: PlannedLabel, { pullRequest, repository }: Observation): Write[] {
  const present = pullRequest.labels.find((name) => isSameLabel(name, label.name));
  if (label.wanted === (present !== undefined)) return [];
  if (present !== undefined) return [{ type: "remove_label", name: present }];
  const { color, description } = label;
  const known = repository.labels.find((name) => isSameLabel(name, label.name));
  const name = known ?? label.name;
  // Adding an unknown label would create a grey one without a description, so it is created first.
  return [
    ...(known !== undefined ? [] : [{ type: "create_label", name, color, description } as const]),
    { type: "add_label", name },
  ];
}

/** Planned comments not posted yet (neither observed nor created a moment ago), each with its marker. */
function listNew<Planned extends { key: string; body: string }>(
  kind: "reminder" | "reply",
  planned: readonly Planned[],
  comments: readonly Pick<IssueComment, "body" | "isOurs">[],
  recent: readonly RecentCreate[],
): (Planned & { writeKey: string })[] {
  const seen = new Set(comments.filter(({ isOurs }) => isOurs).map(({ body }) => parseKeyMarker(body, kind)));
  return planned
    .map((one) => ({
      ...one,
      writeKey: `${kind}:${one.key}`,
      body: withKeyMarker(one.body, kind, one.key),
    }))
    .filter(({ key, writeKey }) => !seen.has(key) && !recent.some((create) => create.key === writeKey));
}

function listReminderWrites(plan: Plan, comments: IssueComment[], recent: RecentCreate[]): Write[] {
  const posts = listNew("reminder", plan.reminders, comments, recent).map(
    ({ key, writeKey, body }): Write => ({ type: "create_comment", key: writeKey, body, hash: key }),
  );
  return [...posts, ...plan.minimize.map((subjectId): Write => ({ type: "minimize_comment", subjectId }))];
}

function listReplyWrites(plan: Plan, { pullRequest }: Observation, recent: RecentCreate[]): Write[] {
  const comments = pullRequest.threads.flatMap((thread) => thread.comments);
  return listNew("reply", plan.replies, comments, recent).map(
    ({ key, writeKey, inReplyTo, body }): Write => ({
      type: "create_reply",
      key: writeKey,
      inReplyTo,
      body,
      hash: key,
    }),
  );
}
