/** A page's form as a browser would send it: hidden and typed fields, with a person's changes. */
export function fillForm(page: string, action: string, typed: Record<string, string>): URLSearchParams {
  const form = page.split("<form ").find((part) => part.includes(`action="${action}"`));
  if (form === undefined) throw new Error(`The page has no form for ${action}.`);
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = read(tag, "name");
    const isOff = /type="(radio|checkbox)"/.test(tag) && !/ checked/.test(tag);
    if (name !== null && !isOff) fields.append(name, read(tag, "value") ?? "");
  }
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  return fields;
}

/** The action of the first form that leads elsewhere. */
export const readAction = (page: string): string =>
  readText(/<form method="post" action="(http[^"]*)"/.exec(page)![1]!);

export const readProblem = (page: string): string | null => {
  const found = /<p class="problem"[^>]*>([^<]*)</.exec(page)?.[1];
  return found === undefined ? null : readText(found);
};

const read = (tag: string, name: string) => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : readText(found);
};

export const readText = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
