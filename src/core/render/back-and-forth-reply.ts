import type { BackAndForth } from "../conversation/evaluate-thread.ts";
import type { PlannedReply } from "../planned.ts";
import type { Words } from "./words/words.ts";

/** The hint in a thread that goes back and forth: once a thread, so the key is the thread's. */
export function renderBackAndForthReply(
  { threadId, inReplyTo, trips }: BackAndForth,
  { reminders }: Words,
): PlannedReply {
  return { inReplyTo, key: `back-and-forth:${threadId}`, body: reminders.backAndForth(trips) };
}
