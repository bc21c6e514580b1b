import { due } from "../../commands/due.ts";
import type { CommandsVerdict } from "../../commands/evaluate-commands.ts";
import { givenOf } from "../../commands/given.ts";
import { ready, waiting } from "../../commands/plain-commands.ts";
import type { TurnCommands } from "../../turns/turns-input.ts";

/** The accepted commands that move turns and clocks; their spans are for the turns to place on the speaker's calendar. */
export function findTurnCommands({
  accepted,
  state,
}: Pick<CommandsVerdict, "accepted" | "state">): TurnCommands {
  const lastDue = givenOf(accepted, due).at(-1);
  return {
    moves: [...givenOf(accepted, ready), ...givenOf(accepted, waiting)].map(
      ({ command, at, by, commentId }) => ({
        command: command.name === ready.name ? "ready" : "waiting",
        at,
        by,
        id: commentId,
      }),
    ),
    snoozes: state.snoozes.map(({ at, by, value, endedAt }) => ({ at, by, span: value, endedAt })),
    due: lastDue ? { at: lastDue.at, by: lastDue.by, span: lastDue.value } : null,
  };
}
