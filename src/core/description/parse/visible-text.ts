/** Every quantifier is bounded or stops at what starts the next match, so that no text takes longer than its length. */
const imageSyntax = /!\[[^\][]*\](?:\(\s*[^()\s][^()]*\)|\[[^\][]+\])/;
const mediaTag = /<(?:img|video|source)\b[^<>]*>/gi;
const mediaUrl =
  /https?:\/\/\S{1,200}?(?:\.(?:png|jpe?g|gif|svg|webp|mp4|mov|webm)\b|user-attachments\/assets\/|user-images\.githubusercontent\.com\/)/i;
const link = /\bhttps?:\/\/[^\s<>()]|\[[^\][]+\]\((?!\s*\))[^()\s]/i;

/** The strongest thing in a text that counts whatever its words are: an image or video, else a link with a target. */
export function findMedia(text: string): "image" | "link" | null {
  if (/badge|shields\.io/i.test(text)) return null;
  if (imageSyntax.test(text) || mediaUrl.test(text)) return "image";
  for (const [tag] of text.matchAll(mediaTag)) if (/\bsrc\s*=\s*["']?[^\s"'>]/i.test(tag)) return "image";
  return link.test(text) ? "link" : null;
}

/** A line as a reader sees it: without tags, image syntax, link targets and emphasis. Comments are already gone. */
export function toVisible(text: string): string {
  return text
    .replace(/!\[([^\][]*)\](?:\([^()]*\)|\[[^\][]*\])?/g, " ")
    .replace(/\[([^\][]*)\](?:\([^()]*\)|\[[^\][]*\])/g, "$1")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/gi, " ")
    .replace(/[*_~`]+/g, "")
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, " ")
    .trim();
}
