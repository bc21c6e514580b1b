import { due } from "../../commands/due.ts";
import type { CommandsVerdict } from "../../commands/evaluate-commands.ts";
import { givenOf } from "../../commands/given.ts";
import { ready } from "../../commands/ready.ts";
import { snooze } from "../../commands/snooze.ts";
import { waiting } from "../../commands/waiting.ts";
import type { TurnCommands } from "../../turns/turns-input.ts";

/** The accepted commands that move turns and clocks; their spans are for the turns to place on the speaker's calendar. */
export function findTurnCommands({ accepted }: Pick<CommandsVerdict, "accepted">): TurnCommands {
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
    snoozes: givenOf(accepted, snooze).map(({ at, by, value }) => ({ at, by, span: value })),
    due: lastDue ? { at: lastDue.at, by: lastDue.by, span: lastDue.value } : null,
  };
}
