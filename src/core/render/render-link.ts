/** A Markdown link whose text is already harmless; the text alone when the address could end the link early. */
export function renderLink(text: string, url: string): string {
  return /^https?:\/\/[^\s()<>[\]|`\\]+$/.test(url) ? `[${text}](${url})` : text;
}
