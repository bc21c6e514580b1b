import { readFileSync } from "node:fs";

/**
 * The text of one GraphQL document in `documents/`, followed by the shared fragments that it uses (GitHub
 * refuses a document with unused fragments). Read once, at start.
 */
export function loadDocument(name: string): string {
  const document = readDocument(name);
  const fragments = new Map(
    readDocument("fragments")
      .split(/^(?=fragment )/m)
      .filter((text) => text.startsWith("fragment "))
      .map((text) => [text.split(" ")[1], text]),
  );
  const used = new Set<string>();
  const collect = (text: string) => {
    for (const [, fragment] of text.matchAll(/\.\.\.([A-Z]\w*)/g)) {
      const body = fragments.get(fragment);
      if (body === undefined || used.has(body)) continue;
      used.add(body);
      collect(body);
    }
  };
  collect(document);
  return [document, ...used].join("\n");
}

function readDocument(name: string): string {
  return readFileSync(new URL(`./documents/${name}.graphql`, import.meta.url), "utf8");
}
