import type { Instant, PullRequest } from "../../pull-request.ts";
import type { AskingRemark } from "../turns-input.ts";
import { isBotLogin } from "./is-person.ts";
import type { TurnEvent } from "./turn-event.ts";

/** The remarks by people other than the author that want something. */
export function findAskingRemarks(
  { author }: PullRequest,
  remarks: readonly AskingRemark[] = [],
): AskingRemark[] {
  return remarks.filter(
    ({ source, opener, asks }) =>
      asks && source !== "thread" && opener !== author.login && opener !== "ghost" && !isBotLogin(opener),
  );
}

/**
 * Remarks have no threads: any later comment of the author on the conversation page answers them. One that was closed without an answer counts
 * from the author's latest push, as a resolved thread does.
 */
export function findRemarks(
  pullRequest: PullRequest,
  remarks: readonly AskingRemark[] | undefined,
  pushes: Instant[],
): TurnEvent[] {
  const { comments, author } = pullRequest;
  const said = comments
    .filter((comment) => comment.author.login === author.login)
    .map(({ createdAt }) => createdAt);
  return findAskingRemarks(pullRequest, remarks).flatMap(
    ({ id, opener, kind, since, isOpen }): TurnEvent[] => {
      const ask = { kind, blocking: kind === "blocking", asksAuthor: true };
      const answers = said.filter((at) => at > since);
      const closed = isOpen || answers.length > 0 ? [] : [[since, ...pushes].toSorted().at(-1)!];
      return [
        { at: since, type: "asked", by: opener, threadId: id, ask },
        ...[...answers, ...closed].map(
          (at): TurnEvent => ({ at, type: "answered", threadId: id, isWaived: !isOpen }),
        ),
      ];
    },
  );
}
