import type { BackAndForth } from "../conversation/back-and-forth.ts";
import type { PlannedReply } from "../planned.ts";

const words = [
  "",
  "once",
  "twice",
  ...["three", "four", "five", "six", "seven", "eight", "nine", "ten"].map((n) => `${n} times`),
];

/** The hint in a thread that goes back and forth: once a thread, so the key is the thread's. */
export function renderBackAndForthReply({ threadId, inReplyTo, trips }: BackAndForth): PlannedReply {
  const round = words[trips] ?? `${trips} times`;
  const body = `This thread has gone back and forth ${round}. Ten minutes on a call may be quicker; write the outcome here as \`Decision: …\` and it will be listed in the summary.`;
  return { inReplyTo, key: `back-and-forth:${threadId}`, body };
}
