/** U+200B: breaks what GitHub would link or mention, and is not seen. */
export const breaker = "\u200b";

/** The starts of addresses, `www.`, `GH-1` and `mailto:`, broken so that none of them becomes a link. */
export const breakLinks = (text: string): string =>
  text.replace(/:(?=\/\/)|www(?=\.)|GH(?=-\d)|(?:mailto|xmpp)(?=:)/gi, (start) => start + breaker);
