import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { breakLines } from "./break-lines.ts";
import { linkPlaces, markLines } from "./link-places.ts";

/**
 * The steps in GitHub's order: Markdown, then the HTML inside it, then the removal of everything that must
 * not be on a page.
 */
const createPipeline = (hasBreaks: boolean, finish: () => (tree: Root) => void) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(hasBreaks ? [breakLines] : [])
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    // The default schema follows GitHub's: https://github.com/rehypejs/rehype-sanitize#defaultschema
    .use(rehypeSanitize)
    .use(finish)
    .use(rehypeStringify)
    .freeze();
const ofPeople = createPipeline(true, markLines);

/** Longer texts by people are shown as typed, because remark takes seconds for some and hangs on others. */
const maxCharactersOfPeople = 6_000;
const rendered = new Map<string, string>();

/**
 * The app's own Markdown as HTML that is safe on a page. Places in the pull request are links. Comments break
 * lines.
 */
export const renderChecks = (text: string, number: number, hasBreaks = false): string =>
  remember(`${number} ${hasBreaks} ${text}`, () =>
    tryPipeline(
      createPipeline(hasBreaks, () => linkPlaces(number)),
      text,
    ),
  );

/**
 * A person's description or comment as HTML that is safe on a page. Every line end is a break, and elements
 * have their line.
 */
export const renderConversation = (text: string): string => remember(text, () => renderOfPeople(text));

/** The page is redrawn often from the same texts, so each text is rendered once. */
function remember(key: string, render: () => string): string {
  const html = rendered.get(key) ?? render();
  rendered.delete(key);
  rendered.set(key, html);
  if (rendered.size > 500) rendered.delete(rendered.keys().next().value!);
  return html;
}

const renderOfPeople = (text: string) =>
  text.length > maxCharactersOfPeople ? renderAsTyped(text) : tryPipeline(ofPeople, text);

/** Deep nesting overflows the stack. */
function tryPipeline(pipeline: typeof ofPeople, text: string): string {
  try {
    return String(pipeline.processSync(text));
  } catch {
    return renderAsTyped(text);
  }
}

const renderAsTyped = (text: string) => `<pre>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
