import { existsSync, readFileSync } from "node:fs";

/** Real texts beside the project; null when they are missing. */
export function readData<Row>(name: string): Row[] | null {
  const file = new URL(`../../../shared/data/${name}`, import.meta.url);
  return existsSync(file) ? readLines<Row>(file) : null;
}

/** The project's annotations. */
export function readAnnotations<Row>(name: string): Row[] {
  return readLines<Row>(new URL(`../fixtures/eval/${name}`, import.meta.url));
}

function readLines<Row>(file: URL): Row[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}
