import { z } from "zod";
import { matchesPath } from "../../config/globs.ts";
import { globSchema } from "../../config/schema/values.ts";
import { splitLines } from "../../text/lines.ts";
import { wordSet } from "../../text/words.ts";
import { listNamedFiles, visibleText } from "../parts.ts";
import { defineRule } from "./rule.ts";

/** Lock files, by the names that tools give them. */
const lockFiles = wordSet(
  "package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock Cargo.lock " +
    "Gemfile.lock composer.lock poetry.lock Pipfile.lock uv.lock pdm.lock go.sum go.work.sum mix.lock pubspec.lock " +
    "Podfile.lock Package.resolved flake.lock packages.lock.json gradle.lockfile .terraform.lock.hcl conan.lock " +
    "Manifest.toml",
);
/** Folders of vendored or generated files. */
const folders = wordSet(
  "vendor node_modules third_party third-party vendored bower_components generated __generated__ __snapshots__ dist",
);
/** Files that generators name by a pattern. */
const generatedName =
  /\.min\.(?:js|css)$|\.(?:map|snap|rbi)$|\.pb\.(?:go|cc|h)$|_pb2(?:_grpc)?\.py$|_pb\.(?:js|d\.ts)$|\.(?:g|freezed)\.dart$|\.(?:g|[dD]esigner)\.cs$|[._]generated\.|\.gen\.|^zz_generated\./;

/** Is it a lock file, vendored or generated? `.gitattributes` decides, else the path. */
function isGenerated(path: string, attributes: GeneratedAttributes): boolean {
  const said = attributes.find(({ glob }) => matchesPath([glob], path));
  if (said !== undefined) return said.isGenerated;
  const steps = path.split("/");
  const name = steps.pop() ?? "";
  return lockFiles.has(name) || generatedName.test(name) || steps.some((step) => folders.has(step));
}

/** The lines of `.gitattributes`, the last and strongest first. */
type GeneratedAttributes = readonly { glob: string; isGenerated: boolean }[];

/** The lines with `linguist-generated` or `linguist-vendored` (github-linguist's "Overrides" page). */
function parseGeneratedAttributes(text: string): GeneratedAttributes {
  return splitLines(text)
    .flatMap(({ text: line }) => {
      const [pattern = "", ...words] = line.trim().split(/\s+/);
      // Git ignores patterns with `!`.
      if (pattern === "" || /^[#!]/.test(pattern)) return [];
      const word = words.findLast((attribute) => /^-?linguist-(?:generated|vendored)(?:=|$)/.test(attribute));
      if (word === undefined) return [];
      const isSet = !word.startsWith("-") && !word.endsWith("=false");
      return [{ glob: toGlob(pattern), isGenerated: isSet }];
    })
    .reverse();
}

/** As in `.gitignore`, a pattern without a slash inside matches in every folder. */
function toGlob(pattern: string): string {
  const folder = pattern.endsWith("/") ? `${pattern}**` : pattern;
  if (folder.startsWith("/")) return folder.slice(1);
  return pattern.slice(0, -1).includes("/") ? folder : `**/${folder}`;
}

/** Words for parts of a diff, because "the report is generated at night" is about the product. */
const part =
  "it|rest|most|everything|much|all|bulk|half|lines|diff|changes|files?|code|clients?|stubs?|types|bindings|schemas?|mocks?|sdk|them|these|those|folder|directory|protos?|migrations?|docs|fixtures";
const generator =
  "schema|spec|specification|openapi|swagger|proto(?:s|c|buf)?|graphql|grammar|idl|templates?|scripts?|tools?|generator|codegen|compiler|cli|make\\w*|npm|yarn|pnpm|go|cargo|gradle|prisma|sqlc|buf|orval";

/**
 * Ways to say that files are not written by hand. The same words say what a product does ("generates a PDF",
 * "upgrade their plan", "a bundle of offers"), so each pattern has words that are about files.
 */
const mentions = [
  /\block[ -]?files?\b|\b(?:package-lock|yarn\.lock|pnpm-lock|go\.sum|cargo\.lock)\b/i,
  /\bgenerated (?:code|files?|clients?|types?|stubs?|bindings?|schemas?|sources?|docs?|parts?|assets?|artifacts?|mocks?|classes|models)\b|\b(?:auto|machine)[- ]?generated\b|\bre-?generat\w+\b|\bcode[- ]?gen(?:eration|erated|erator)?\b/i,
  new RegExp(
    `\\b(?:${part})\\b[^.;\\n]{0,30}\\b(?:is|are|was|were|been|being|gets?) (?:all |mostly |only |just |also |of it )?generated\\b|\\b(?:only|just|mostly|purely|all|entirely) generated\\b`,
    "i",
  ),
  new RegExp(`\\bgenerated (?:by|with|from|via|using)\\b[^.;\\n]{0,25}(?:\`|\\b(?:${generator})\\b)`, "i"),
  /\bvendor(?:ed|ing)\b|(?:^|\b(?:this|it|pr|request|change|commit|also|now) )vendors (?!(?:that|who|can|may|must|are|have|sell)\b)|\bvendor(?:\/|`| (?:folder|directory|dir|tree|update|bump|files?|code)\b)|\bthird[- ]party (?:code|sources?|files?|libraries|library)\b/i,
  /\bsnapshot(?:s|ed)? (?:files?|tests?|updates?|changes?|are|were|only|updated)\b|\b(?:updat\w+|new|test|jest|refresh\w*|re-?record\w*) (?:the |all |test |jest ){0,3}snapshots?\b/i,
  /\b(?:bump|updat|upgrad|pin|add|remov|instal|refresh)\w* (?:the |all |our |new |dev |npm |go |some |a |outdated |minor |major ){0,4}(?:dependenc\w+|deps|packages?)\b|\b(?:bump|updat|upgrad|pin)\w* (?:the |all |our |npm |go |outdated ){0,3}modules?\b|\bbump(?:s|ed|ing)? (?!(?:the|an?|its|our|all)\b)[\w@./`-]{2,60}(?=[.,;]|$| and )|\b(?:dependenc(?:y|ies)|deps) (?:bumps?|updates?|upgrades?|are|were|only|bumped|updated|upgraded)\b/i,
  /\b(?:bump|updat|upgrad)\w* [\w@./`-]{1,60} (?:(?:from|to) )?v?\d/i,
  /\b(?:npm|yarn|pnpm|bun|go mod|cargo|bundle|composer|pip|poetry|uv|protoc|buf|swagger|openapi-generator|graphql-codegen|prisma) (?:i|ci|install|audit|update|upgrade|tidy|vendor|lock|add|generate|run|sync)\b/i,
  /\bminified\b|\b(?:built|compiled|bundled|build) (?:files?|output|assets?|artifacts?|bundles?)\b|\bdist\/|\bwritten by (?:a |the )?(?:tool|script|generator|npm|yarn|pnpm|protoc|go)\b/i,
];

export const generatedFiles = defineRule({
  id: "generated-files",
  summary: "When much of the diff is generated, vendored or a lock file, the description says so.",
  level: "warning",
  options: {
    share: z
      .int()
      .min(1)
      .max(100)
      .default(50)
      .describe(
        "The share of the changed lines, in per cent, from which the description has to mention them.",
      ),
    paths: z
      .array(globSchema)
      .default([])
      .describe("Globs of other generated files, besides the built-in ones."),
  },
  check({ input, parsed, options }) {
    const attributes = parseGeneratedAttributes(input.gitattributes ?? "");
    const files = input.files.filter(
      ({ path }) => isGenerated(path, attributes) || matchesPath(options.paths, path),
    );
    const lines = sumLines(files);
    const all = sumLines(input.files);
    const [first] = files;
    if (first === undefined || files.length === input.files.length || all === 0) return [];
    const share = Math.floor((100 * lines) / all);
    const text = visibleText(parsed);
    if (share < options.share || mentions.some((mention) => mention.test(text))) return [];
    if (listNamedFiles(parsed, { body: input.body, files }).size > 0) return [];
    return [{ section: null, seen: { type: "generated-files", share, path: first.path }, line: null }];
  },
});

function sumLines(files: readonly { additions: number; deletions: number }[]): number {
  return files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0);
}
