import type { Root } from "mdast";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { LimitError, type Limits, limits, limitWork } from "../../../src/core/description/parse/limits.ts";
import { githubTree } from "../../../src/core/description/parse-description.ts";

/**
 * The longest time to read one of each, in microseconds on an idle machine. `npm run bench -- reading`
 * compares these with the clock: no hostile text may take longer than they say.
 */
const microseconds = {
  characters: 1.3,
  allLines: 6,
  lines: 10,
  lazyLines: 20,
  underlines: 100,
  containers: 20,
  marks: 18,
  lookahead: 0.05,
  bars: 4,
};

function createReader(most: Limits) {
  const { extension, start } = limitWork(most);
  const processor = unified()
    .use(remarkParse)
    .use(function github(this: Processor) {
      Object.assign(this.data(), {
        micromarkExtensions: [gfmStrikethrough(), gfmTaskListItem(), extension],
        fromMarkdownExtensions: githubTree,
      });
    })
    .freeze() as Processor<Root>;
  return { processor, start };
}

const usual = createReader(limits);

interface Cost {
  /** The limit that stops the reading; null when the text is read to its end. */
  endedBy: keyof Limits | null;
  /** In milliseconds. It comes from counts, so it is always the same for a text. */
  estimate: number;
}

/** The cost of reading a text by the parser's own counts, to its end or until the parser gives up. */
export function costOf(text: string, most: Limits = limits): Cost {
  const { processor, start } = most === limits ? usual : createReader(most);
  const allLines = text.split(/\r\n?|\n/).length;
  if (allLines > most.allLines) return { endedBy: "allLines", estimate: 0 };
  const counts = start();
  let endedBy: Cost["endedBy"] = null;
  try {
    processor.parse(text);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    endedBy = error.limit;
  }
  const counted: Record<string, number> = { ...counts, allLines, characters: text.length };
  const sum = Object.entries(microseconds).reduce(
    (all, [what, each]) => all + (counted[what] ?? 0) * each,
    0,
  );
  return { endedBy, estimate: sum / 1_000 };
}
