import type { GaveUp, ParsedDescription } from "../core/description/parsed-description.ts";
import { hasGivenUp } from "../core/description/parsed-description.ts";
import { TextWorker } from "./text-worker.ts";

export interface ReadTexts {
  parsed: ParsedDescription | GaveUp;
  /** Those that could be read. */
  templates: ParsedDescription[];
}

/** Reads texts off the event loop; whatever a text is, the answer is there within the budget. */
export interface TextReader {
  read(texts: { body: string; templates: readonly string[] }): Promise<ReadTexts>;
  close(): Promise<void>;
}

/** A pull request template seldom changes and is read for every pull request. */
const mostTemplates = 500;

/** Sources run as they are (Node strips types); a build is beside them as JavaScript. */
const workerFile = new URL(
  import.meta.url.endsWith(".ts") ? "./reading-worker.ts" : "./reading-worker.js",
  import.meta.url,
);

/**
 * @param budgetMs time for one text, in milliseconds: half of it passes on the wall's clock, the other half has to be spent by
 * the worker (a busy machine is not the text's fault). Then the worker is killed and replaced.
 * @param file what runs in the thread; tests give others
 */
export function createTextReader({
  budgetMs,
  file = workerFile,
}: {
  budgetMs: number;
  file?: URL;
}): TextReader {
  const worker = new TextWorker(budgetMs, file);
  const templates = new Map<string, ParsedDescription | GaveUp>();

  async function readTemplate(text: string): Promise<ParsedDescription | GaveUp> {
    const known = templates.get(text);
    if (known !== undefined) return known;
    const parsed = await worker.read(text);
    // A time-out may be the machine's fault: it is not remembered.
    if (!hasGivenUp(parsed) || parsed.reason !== "time") {
      if (templates.size >= mostTemplates) templates.delete(templates.keys().next().value!);
      templates.set(text, parsed);
    }
    return parsed;
  }

  return {
    async read({ body, templates: texts }) {
      const [parsed, ...read] = await Promise.all([worker.read(body), ...texts.map(readTemplate)]);
      return {
        parsed: parsed!,
        templates: read.filter((template) => !hasGivenUp(template)) as ParsedDescription[],
      };
    },
    close: () => worker.close(),
  };
}
