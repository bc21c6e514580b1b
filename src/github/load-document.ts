import { readdirSync, readFileSync } from "node:fs";
import type { Documents } from "./generated.ts";

/** The name of a file in `documents/`, without its ending. */
export type DocumentName = keyof Documents;

const folder = new URL("./documents/", import.meta.url);

/** Read at start, so that all come from the same version of the app as the code. */
const texts = new Map(
  readdirSync(folder).map((file) => [
    file.replace(".graphql", ""),
    readFileSync(new URL(file, folder), "utf8"),
  ]),
);

const fragments = new Map(
  [...texts.values()]
    .flatMap((text) => text.split(/^(?=fragment )/m))
    .filter((text) => text.startsWith("fragment "))
    .map((text) => [text.split(" ")[1], text]),
);

/**
 * The text of one GraphQL document, followed by the shared fragments that it uses (GitHub refuses a document
 * with unused fragments).
 */
export function loadDocument(name: DocumentName): string {
  const document = texts.get(name) ?? "";
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
