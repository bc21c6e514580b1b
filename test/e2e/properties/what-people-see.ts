import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { parseNodeId } from "../../github/state/node-id.ts";

const own = "async-review[bot]";
/** `2 March`, `2. März 2026`. */
const days =
  /\b\d{1,2}\.? (?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)[a-zä]*(?: \d{4})?/g;

/**
 * What people see of a repository's open pull requests, without ids and instants, so that two worlds with the
 * same history compare as equal. For a closed pull request it has only things that must not exist twice,
 * because a pull request that was closed before the app looked has no check.
 */
export function whatPeopleSee(repository: RepositoryDriver) {
  return repository.pullRequests.map((pullRequest) => {
    const { number, title, body, state, labels, comments, threads, checkRuns } = pullRequest.see();
    if (state !== "open") return { number, state };
    return {
      number,
      title,
      body,
      state,
      // A label keeps the spelling of whoever created it first.
      labels: labels.map((name) => name.toLowerCase()).sort(),
      comments: comments
        .map(({ author, body, isMinimized, reactions }) => ({
          author,
          isMinimized,
          reactions,
          body: anonymous(body, pullRequest),
        }))
        .sort(compareComments),
      reactions: threads.flatMap((thread) => thread.comments.map(({ reactions }) => reactions)),
      // A check that was turned off cannot be deleted, so whether it is there depends on whether the app
      // looked in between.
      checkRuns: checkRuns
        .filter(({ title }) => title !== "No longer needed")
        .map(({ name, status, conclusion, title, summary, text, actions }) => ({
          name,
          status,
          conclusion,
          title,
          summary: anonymous(summary ?? "", pullRequest),
          text: anonymous(text ?? "", pullRequest),
          actions,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  });
}

/** Everything that the app shows in a repository, to tell whether it changes. */
export function showOurs({ pullRequests }: RepositoryDriver): string {
  const shown = pullRequests.map((pullRequest) => {
    const { body, labels, comments, threads, checkRuns } = pullRequest.see();
    const said = [...comments, ...threads.flatMap((thread) => thread.comments)];
    const reactions = said.map((comment) => comment.reactions);
    return { body, labels, comments: comments.filter(({ author }) => author === own), reactions, checkRuns };
  });
  return JSON.stringify(shown);
}

/** People's comments in their order, then the app's sorted by text, because those may come in any order. */
function compareComments(a: { author: string; body: string }, b: { author: string; body: string }): number {
  const [isOurs, isOther] = [a, b].map(({ author }) => Number(author === own)) as [number, number];
  if (isOurs + isOther < 2) return isOurs - isOther;
  return a.body < b.body ? -1 : Number(a.body > b.body);
}

/**
 * The text without the parts that differ between two worlds with the same history: the repository's name,
 * dates, times and ids.
 */
function anonymous(text: string, { state }: PullRequestDriver): string {
  const { owner, name } = state.repository;
  return (
    text
      .replaceAll(`${owner.login}/${name}`, "owner/name")
      .replaceAll(owner.login, "owner")
      .replace(/\b\d\d:\d\d\b/g, "hh:mm")
      .replace(days, "day month")
      .replace(/\b20[23]\d-\d\d-\d\d\b/g, "yyyy-mm-dd")
      // The hash of a comment covers instants.
      .replace(/async-review:sticky:[0-9a-f]+/, "async-review:sticky")
      .replace(/#(discussion_r|issuecomment-|pullrequestreview-)\d+/g, "#$1")
      .replace(/(?<=@)\w+_kwDO[\w-]+/g, (id) => describeNode(id, state))
  );
}

/** The event that began a turn, such as the second review, without its id. */
function describeNode(text: string, { timeline, reviews, threads, comments }: PullRequestDriver["state"]) {
  const id = parseNodeId(text)?.id;
  const event = timeline.find((one) => one.id === id);
  const events = timeline.filter(({ kind }) => kind === event?.kind);
  const remarks = [...reviews, ...threads, ...threads.flatMap((thread) => thread.comments), ...comments];
  const [kind, all] = event === undefined ? [parseNodeId(text)?.kind, remarks] : [event.kind, events];
  return `${kind} ${all.map((one) => one.id).indexOf(id ?? 0)}`;
}

/**
 * The app's duplicates on GitHub: the same comment twice on one pull request, and check runs with the same
 * name for the same pull request on one commit, unless somebody asked for them again. On a commit that
 * several pull requests share, the run may belong to one after another, so only two equal runs in a row
 * count.
 */
export function findDuplicates(repository: RepositoryDriver, { reruns = 0 } = {}): string[] {
  const duplicates: string[] = [];
  for (const pullRequest of repository.pullRequests) {
    const ours = pullRequest.see().comments.filter(({ author }) => author === own);
    for (const [marker, count] of countSame(ours.map(({ body }) => readMarker(body))))
      if (count > 1) duplicates.push(`${count} comments ${marker} on #${pullRequest.number}`);
  }
  for (const { headSha, runs } of repository.state.checkSuites) {
    const isShared = new Set(runs.map(({ externalId }) => externalId?.split(":")[0])).size > 1;
    for (const name of new Set(runs.map((run) => run.name).filter((one) => one.startsWith("async")))) {
      const ids = runs.filter((run) => run.name === name).map(({ externalId }) => externalId ?? "");
      const seen = isShared ? countRepeats(ids) : countNumbers(ids);
      for (const [id, count] of seen)
        if (count > 1 + reruns) duplicates.push(`${count} × ${name} for #${id} on ${headSha.slice(0, 7)}`);
    }
  }
  return duplicates;
}

/** The identity of an app's comment: the sticky comment, whatever its text, or one reminder or notice. */
function readMarker(body: string): string {
  const [marker = "without a marker"] = /async-review:(?:sticky|\w+ \S+)/.exec(body) ?? [];
  return marker;
}

const countNumbers = (ids: string[]) => countSame(ids.map((id) => id.split(":")[0]!));

const countSame = (all: string[]) =>
  new Map(all.map((one) => [one, all.filter((other) => other === one).length]));

function countRepeats(ids: string[]): Map<string, number> {
  const repeated = ids.filter((id, index) => id === ids[index - 1]);
  return new Map(repeated.map((id) => [id, 1 + repeated.filter((one) => one === id).length]));
}
