import { createInterface } from "node:readline/promises";
import { toTerminalText } from "../../core/text/terminal-text.ts";

/** Asks a question that "y" or "yes" answers; everything else, also the end of the input, is a no. */
export async function confirm(
  question: string,
  { input, output }: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
): Promise<boolean> {
  const lines = createInterface({ input, output });
  try {
    const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
    const answer = await Promise.race([lines.question(`${toTerminalText(question)} [y/N] `), ended]);
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}
