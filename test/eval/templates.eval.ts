import type { Measured } from "./measured.ts";
import { filledSections, fillTemplate, judgeTemplate, presentSections, readTemplates } from "./templates.ts";

/**
 * Real templates, unfilled and filled in by the script. The app knows the repository's template for the first
 * figure, and does not for the second.
 */
export function run(print: (line: string) => void): Measured | null {
  const templates = readTemplates();
  if (templates === null) return null;
  let sections = 0;
  const wrong = { known: 0, unknown: 0, filled: 0 };
  for (const { repo, text } of templates) {
    const known = judgeTemplate(text, [text]);
    const unknown = judgeTemplate(text, []);
    const filled = judgeTemplate(fillTemplate(text), [text]);
    sections += presentSections(known).length;
    wrong.known += filledSections(known).length;
    wrong.unknown += filledSections(unknown).length;
    const notFilled = presentSections(known).filter((id) => !filledSections(filled).includes(id));
    wrong.filled += notFilled.length;
    if (filledSections(known).length > 0)
      print(`  ${repo}: unfilled, read as filled: ${filledSections(known)}`);
    if (filledSections(unknown).length > 0) {
      print(`  ${repo}: unfilled, read as filled without its template: ${filledSections(unknown)}`);
    }
    if (notFilled.length > 0) print(`  ${repo}: filled, not read as filled: ${notFilled}`);
  }
  print(`${sections} sections of ${templates.length} templates`);
  print(`unfilled but read as filled: ${wrong.known}, without knowing the template: ${wrong.unknown}`);
  print(`filled but not read as filled: ${wrong.filled}`);
  // The app knows the repository's template. Without it (a description pasted into `lint`), some forms cannot
  // be told from text.
  return {
    measure: "share read right",
    value: 1 - Math.max(wrong.known, wrong.filled) / sections,
    wanted: 0.95,
  };
}
