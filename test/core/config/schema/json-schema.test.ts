import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { resolveConfig } from "../../../../src/core/config/effective.ts";
import { parseConfig } from "../../../../src/core/config/read/parse-config.ts";
import { renderJsonSchema } from "../../../../src/core/config/schema/json-schema.ts";
import { draftConfig } from "../../../../src/core/description/draft/draft-config.ts";
import { renderEffectiveConfig } from "../../../../src/core/render/effective-config.ts";
import { english } from "../../../../src/core/render/words/en/index.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const fixtures = join(root, "test/fixtures/config");
const schema = renderJsonSchema();
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

interface Node {
  title?: string;
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Node>;
  items?: Node;
  additionalProperties?: Node | boolean;
  anyOf?: Node[];
}

/** Every key of the schema with its dotted path. */
function listKeys(node: Node, path: string): { path: string; node: Node }[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([key, below]) => [
    { path: `${path}.${key}`, node: below },
    ...listKeys(below, `${path}.${key}`),
  ]);
  const inner = [node.items, node.additionalProperties, ...(node.anyOf ?? [])].filter(
    (below): below is Node => typeof below === "object",
  );
  return [...own, ...inner.flatMap((below) => listKeys(below, `${path}[]`))];
}

const files = readdirSync(fixtures)
  .flatMap((name) => ["repository.yml", "organisation.yml"].map((file) => `${name}/${file}`))
  .filter((file) => existsSync(join(fixtures, file)));
const textOf = (file: string) => readFileSync(join(fixtures, file), "utf8");

describe("the JSON schema", () => {
  it("equals the committed file", async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      join(root, "docs/async.schema.json"),
    );
  });

  it("has a title, a description and an example on every key", () => {
    const silent = listKeys(schema as Node, "").filter(
      ({ node }) => !node.title || !node.description || (node.examples?.length ?? 0) === 0,
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it("accepts its own examples and defaults", () => {
    const wrong: string[] = [];
    const ajv = new Ajv2020({ strict: false });
    for (const { path, node } of listKeys(schema as Node, "")) {
      const check = ajv.compile(node);
      const shown = [...(node.examples ?? []), ...("default" in node ? [node.default] : [])];
      wrong.push(
        ...shown.filter((value) => !check(value)).map((value) => `${path}: ${JSON.stringify(value)}`),
      );
    }
    expect(wrong).toEqual([]);
  });

  // No JSON schema can express what only the parser knows (calendars, time zones, globs, expressions, files
  // together).
  const sayable = [
    "broken-values",
    "unknown-keys",
    "top-level-list",
    "top-level-scalar",
    "hidden-organisation",
    "wall-time",
  ];
  const shapeIsWrong = new Set(sayable.map((name) => `${name}/repository.yml`));

  it.each(files.filter((file) => !/^(yaml-features|syntax-error|empty|only-comments)/.test(file)))(
    "agrees with the parser on %s",
    (file) => {
      const isValid = validate(parse(textOf(file)));
      const problems = parseConfig(textOf(file), { file, source: "organisation" }).problems;
      if (shapeIsWrong.has(file)) expect([isValid, problems.length > 0]).toEqual([false, true]);
      else if (problems.some(({ kind }) => kind === "unknown-key")) expect(isValid).toBe(false);
      else expect([isValid, validate.errors ?? []]).toEqual([true, []]);
    },
  );

  it("accepts this repository's own file, and every example of the documentation", () => {
    const page = readFileSync(join(root, "docs/configuration.md"), "utf8");
    const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
    const texts = [readFileSync(join(root, ".github/async.yml"), "utf8"), ...examples];
    const wrong = texts.filter((text) => !validate(parse(text) ?? {}));
    expect([examples.length > 5, wrong]).toEqual([true, []]);
  });

  it("is named in the first line of a new config, and accepts that config", () => {
    const draft = draftConfig([
      { path: "template.md", text: "## Why now\nSay it.\n\n## Risks (optional)\n" },
    ]);
    expect(draft.split("\n")[0]).toBe(`# yaml-language-server: $schema=${schema.$id}`);
    expect(schema.$id).toMatch(/\/docs\/async\.schema\.json$/);
    expect([validate(parse(draft)), validate.errors]).toEqual([true, null]);
  });

  it("accepts the config that `config show` prints", () => {
    const base = "enforcement: block\nturns: {hours: {time_zone: UTC, fri: off}}\n";
    const shown = renderEffectiveConfig(
      resolveConfig({ base, defaultBranch: null, organisation: null }),
      english,
    );
    expect([validate(parse(shown)), validate.errors]).toEqual([true, null]);
  });

  it("allows the longest durations", () => {
    const takes = (target: string) => validate({ turns: { targets: { default: target } } });
    expect(["10000 business hours", "2000 days", "1 day", "99999 minutes"].map(takes)).toEqual(
      Array(4).fill(true),
    );
    expect(["10001 hours", "2001 business days", "20000 days"].map(takes)).toEqual(Array(3).fill(false));
  });

  it("refuses each of many wrong values", async () => {
    validate(parse(textOf("broken-values/repository.yml")));
    const places = new Set((validate.errors ?? []).map(({ instancePath }) => instancePath));
    const file = join(fixtures, "broken-values/json-schema.txt");
    await expect(`${[...places].sort().join("\n")}\n`).toMatchFileSnapshot(file);
  });
});
