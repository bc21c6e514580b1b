import type { TurnsInput } from "../turns-input.ts";
import { type Asking, findAsks } from "./find-asks.ts";
import type { People } from "../../conversation/find-people.ts";
import { findPushes } from "./find-pushes.ts";
import { findRequests } from "./find-requests.ts";
import { findReviews } from "./find-reviews.ts";
import { sortEvents, type TurnEvent } from "./turn-event.ts";

type Input = Pick<TurnsInput, "pullRequest" | "commands" | "now">;

/** The pull request's life as far as it moves turns, oldest first. Nothing in it depends on when the app looks. */
export function buildEvents(
  { pullRequest, commands, now }: Input,
  asking: Asking[],
  people: People,
): TurnEvent[] {
  const pushes = findPushes(pullRequest, now);
  return sortEvents([
    ...findRequests(pullRequest),
    ...findReviews(pullRequest, asking, people),
    ...findAsks(asking, pushes),
    ...pushes.map(({ at, id }): TurnEvent => ({ at, id, type: "pushed" })),
    ...commands.moves.map(
      ({ at, by, command, id }): TurnEvent => ({
        ...{ at, id, type: "command", command },
        byAuthor: people.isAuthor(by),
      }),
    ),
  ]);
}
