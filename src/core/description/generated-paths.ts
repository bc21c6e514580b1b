import { matchesPath } from "../config/glob.ts";
import { splitLines } from "../text/lines.ts";

/** Files that nobody writes by hand, by the names that tools give them. */
const lockFiles = [
  ..."package-lock.json|npm-shrinkwrap.json|yarn.lock|pnpm-lock.yaml|bun.lock|bun.lockb|deno.lock|Cargo.lock".split(
    "|",
  ),
  ..."Gemfile.lock|composer.lock|poetry.lock|Pipfile.lock|uv.lock|pdm.lock|go.sum|mix.lock|pubspec.lock|Podfile.lock".split(
    "|",
  ),
  ..."Package.resolved|flake.lock|packages.lock.json|gradle.lockfile|.terraform.lock.hcl|conan.lock|Manifest.toml".split(
    "|",
  ),
].map((name) => `**/${name}`);

const vendored = ["vendor", "node_modules", "third_party", "third-party", "vendored", "bower_components"].map(
  (folder) => `**/${folder}/**`,
);

const generated = [
  ..."**/*.min.js|**/*.min.css|**/*.map|**/*.pb.go|**/*.pb.cc|**/*.pb.h|**/*_pb2.py|**/*_pb2_grpc.py|**/*_pb.js".split(
    "|",
  ),
  ..."**/*_pb.d.ts|**/*.g.dart|**/*.freezed.dart|**/*.g.cs|**/*.designer.cs|**/*.Designer.cs|**/*.generated.*".split(
    "|",
  ),
  ..."**/*_generated.*|**/generated/**|**/__generated__/**|**/*.gen.*|**/zz_generated.*|**/*.snap|**/__snapshots__/**".split(
    "|",
  ),
  ..."**/dist/**|**/go.work.sum|**/*.rbi".split("|"),
];

/** Is it a lock file, vendored, or generated, by its path or by the repository's `.gitattributes`? */
export function isGenerated(path: string, attributes: GeneratedAttributes): boolean {
  const said = attributes.find(({ glob }) => matchesPath([glob], path));
  return said?.isGenerated ?? matchesPath([...lockFiles, ...vendored, ...generated], path);
}

/** What `.gitattributes` says, the strongest (last) line first. */
export type GeneratedAttributes = readonly { glob: string; isGenerated: boolean }[];

/** The lines with `linguist-generated` or `linguist-vendored` (github-linguist's "Overrides" page). */
export function parseGeneratedAttributes(text: string): GeneratedAttributes {
  return splitLines(text)
    .flatMap(({ text: line }) => {
      const [pattern = "", ...words] = line.trim().split(/\s+/);
      if (pattern === "" || pattern.startsWith("#")) return [];
      const word = words.findLast((attribute) => /^-?linguist-(?:generated|vendored)(?:=|$)/.test(attribute));
      if (word === undefined) return [];
      const isSet = !word.startsWith("-") && !word.endsWith("=false");
      return [{ glob: toGlob(pattern), isGenerated: isSet }];
    })
    .reverse();
}

/** As in `.gitignore`: without a slash inside, a pattern matches in every folder. */
function toGlob(pattern: string): string {
  const folder = pattern.endsWith("/") ? `${pattern}**` : pattern;
  if (folder.startsWith("/")) return folder.slice(1);
  return pattern.slice(0, -1).includes("/") ? folder : `**/${folder}`;
}
