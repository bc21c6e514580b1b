/** Stub until the real one lands. */
export function quoteText(text: string, most = 200): string {
  return text
    .slice(0, most)
    .replaceAll("@", "@\u200b")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replace(/\s+/g, " ");
}
