/** An image, plain, linked, or as an HTML tag. */
export interface Image {
  alt: string;
  url: string;
  /** Index after the image (and after the link around it). */
  end: number;
}

/** The image that starts at `start` (`![`, `[![` or `<img`, also inside `<a>`); null when none does. */
export function parseImage(line: string, start: number): Image | null {
  if (line.startsWith("[![", start)) {
    const inner = parseMarkdownImage(line, start + 1);
    if (inner === null) return null;
    if (!line.startsWith("](", inner.end)) return null;
    const close = line.indexOf(")", inner.end + 2);
    return close < 0 ? null : { ...inner, end: close + 1 };
  }
  if (line.startsWith("![", start)) return parseMarkdownImage(line, start);
  if (line.startsWith("<img ", start)) return parseTag(line, start);
  return null;
}

function parseMarkdownImage(line: string, start: number): Image | null {
  const bracket = line.indexOf("](", start + 2);
  if (bracket < 0) return null;
  const close = line.indexOf(")", bracket + 2);
  if (close < 0) return null;
  const url = line.slice(bracket + 2, close).split(/\s/, 1)[0]!;
  return { alt: line.slice(start + 2, bracket), url, end: close + 1 };
}

function parseTag(line: string, start: number): Image | null {
  const close = line.indexOf(">", start);
  if (close < 0) return null;
  const tag = line.slice(start, close);
  return { alt: attribute(tag, "alt"), url: attribute(tag, "src"), end: close + 1 };
}

function attribute(tag: string, name: string): string {
  const at = tag.indexOf(`${name}="`);
  if (at < 0) return "";
  const from = at + name.length + 2;
  const to = tag.indexOf('"', from);
  return to < 0 ? "" : tag.slice(from, to);
}
