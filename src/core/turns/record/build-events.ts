import type { TurnsInput } from "../turns-input.ts";
import { findAsks } from "./find-asks.ts";
import { findPushes } from "./find-pushes.ts";
import { findRemarks } from "./find-remarks.ts";
import { findRequests } from "./find-requests.ts";
import { findReviews } from "./find-reviews.ts";
import { sortEvents, type TurnEvent } from "./turn-event.ts";

type Input = Pick<TurnsInput, "pullRequest" | "commands" | "threads" | "remarks" | "now">;

/** The pull request's life as far as it moves turns, oldest first. Nothing in it depends on when the app looks. */
export function buildEvents({ pullRequest, commands, threads, remarks, now }: Input): TurnEvent[] {
  const pushes = findPushes(pullRequest, now);
  return sortEvents([
    ...findRequests(pullRequest),
    ...findReviews(pullRequest, threads, remarks),
    ...findAsks(pullRequest, threads, pushes),
    ...findRemarks(pullRequest, remarks, pushes),
    ...pushes.map((at): TurnEvent => ({ at, type: "pushed" })),
    ...commands.moves.map(
      ({ at, by, command }): TurnEvent => ({
        at,
        type: "command",
        command,
        byAuthor: by === pullRequest.author.login,
      }),
    ),
  ]);
}
