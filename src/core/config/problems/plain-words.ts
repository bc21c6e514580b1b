/** Other people's error messages in our own tone: words that scold are never used. */
export function plainWords(message: string): string {
  return message
    .replace(/\bmust not\b/gi, "should not")
    .replace(/\bmust\b/gi, "should")
    .replace(/\binvalid or unsupported Perl syntax\b/gi, "a syntax that RE2 does not have")
    .replace(/\binvalid\b/gi, "unusable");
}
