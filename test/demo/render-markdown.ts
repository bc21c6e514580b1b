import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** In GitHub's order: Markdown, then the HTML inside it, then everything that may not be on a page is taken out. */
const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  // The default schema is made after GitHub's: https://github.com/rehypejs/rehype-sanitize#defaultschema
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze();

/** Anybody's Markdown as HTML that is safe to put on a page. */
export function renderMarkdown(text: string): string {
  return String(pipeline.processSync(text));
}
