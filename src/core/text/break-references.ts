/** U+200B: breaks what GitHub would link or mention, and is not seen. */
export const breaker = "\u200b";

/**
 * The text with everything broken that GitHub links by itself, mentions apart: addresses, `www.`, `GH-1`, `mailto:`, commits.
 * A commit is a whole word of seven hexadecimal digits or more: "feedback" begins with seven and is none.
 */
export const breakReferences = (text: string): string =>
  text
    .replace(/:(?=\/\/)|www(?=\.)|GH(?=-\d)|(?:mailto|xmpp)(?=:)/gi, (start) => start + breaker)
    .replace(/(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])/gi, (sha) => sha.replace(/.{6}(?=.)/g, `$&${breaker}`));
