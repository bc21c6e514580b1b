import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Kind, parse, print, visit } from "graphql";

const folder = fileURLToPath(new URL("../../src/github/documents", import.meta.url));

/** The app's own documents by file name, each with the fragments that it spreads, as the app sends them. */
export function readDocuments(): Record<string, string> {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const files = readdirSync(folder);
  const fragments = new Map(
    files
      .flatMap((file) => parse(read(file)).definitions)
      .flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, print(one)] as const] : [],
      ),
  );
  const names = files.filter((name) => !name.endsWith("fragments.graphql"));
  return Object.fromEntries(
    names.map((name) => [name.replace(".graphql", ""), withFragments(read(name), fragments)]),
  );
}

function withFragments(text: string, fragments: Map<string, string>, known = new Set<string>()): string {
  const found: string[] = [];
  visit(parse(text), {
    FragmentSpread: ({ name }) => {
      if (known.has(name.value)) return;
      known.add(name.value);
      found.push(withFragments(fragments.get(name.value)!, fragments, known));
    },
  });
  return [text, ...found].join("\n");
}
