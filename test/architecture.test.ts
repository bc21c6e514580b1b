import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
const src = join(root, "src");

/**
 * Which folders each folder may import, besides itself. The order is the dependency diagram in
 * docs/architecture.md.
 */
const mayImport: Record<string, string[]> = {
  core: [],
  reconcile: ["core"],
  webhooks: ["core", "reconcile/ports", "reconcile/github-error"],
  github: ["core", "reconcile/ports", "reconcile/github-error", "make-folder"],
  database: ["core", "reconcile/ports", "reconcile/github-error", "reconcile/row", "make-folder"],
  web: ["core", "reconcile/ports", "reconcile/github-error"],
  action: ["core", "reconcile", "github", "env"],
  cli: [
    ...["core", "reconcile", "github", "web", "main", "env", "private-key", "make-folder"],
    ...["database/failed-subjects", "database/kept-lives", "database/database"],
  ],
};

/**
 * The floors of core/, from the top down. Each imports only the floors above it, and itself. The first seven
 * are files that everything uses.
 */
const floors = [
  ...["home", "language", "pull-request", "marker", "observation", "finding", "planned"],
  ...["text", "calendar", "config", "description", "conversation", "commands", "turns", "render", "plan"],
  "report",
];

/** The floors of core/plan/; its other files are the lowest. */
const planFloors = ["facts", "judge", "checks"];

/**
 * The rules' registration: a rule defines its options beside its check, and the config's schema is built from
 * them.
 */
const upward = ["core/config/schema/config-schema.ts imports core/description/rules/index"];

/** The only folders that know these packages. */
const owners: Record<string, string[]> = {
  "@octokit/": ["github"],
  probot: ["github", "webhooks", "web", "app.ts", "main.ts"],
  "better-sqlite3": ["database"],
  kysely: ["database"],
  pg: ["database"],
};

function listFiles(folder: string, pattern = /\.ts$/): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path, pattern) : pattern.test(name) ? [path] : [];
  });
}

const files = listFiles(src).map((path) => {
  const text = readFileSync(path, "utf8");
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]!);
  return { path: relative(src, path), text, imports };
});

const folderOf = (path: string) => path.split("/")[0]!;

describe("the folders are the dependency diagram", () => {
  it("has no folder that the diagram does not list", () => {
    const folders = readdirSync(src).filter((name) => statSync(join(src, name)).isDirectory());
    expect(folders.filter((folder) => !(folder in mayImport))).toEqual([]);
    const core = readdirSync(join(src, "core"));
    expect(core.filter((name) => !floors.includes(name.replace(/\.ts$/, "")))).toEqual([]);
  });

  it("imports only downwards", () => {
    const wrong = files.flatMap(({ path, imports }) => {
      const allowed = mayImport[folderOf(path)];
      if (allowed === undefined) return [];
      return imports
        .filter((name) => name.startsWith("."))
        .map((name) => relative(src, join(src, path, "..", name)).replace(/\.ts$/, ""))
        .filter((target) => {
          if (folderOf(target) === folderOf(path)) return false;
          return !allowed.some((prefix) => target === prefix || target.startsWith(`${prefix}/`));
        })
        .map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("imports only upper floors inside core/", () => {
    const floorOf = (path: string) => floors.indexOf(path.split("/")[1]!.replace(/\.ts$/, ""));
    const wrong = files
      .filter(({ path }) => folderOf(path) === "core")
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => name.startsWith("."))
          .map((name) => relative(src, join(src, path, "..", name)).replace(/\.ts$/, ""))
          .filter((target) => folderOf(target) === "core" && floorOf(target) > floorOf(path))
          .map((target) => `${path} imports ${target}`),
      );
    expect(wrong).toEqual(upward);
  });

  it("judges before it plans inside core/plan/", () => {
    const floorOf = (path: string) => {
      const floor = planFloors.indexOf(path.split("/")[2]!.replace(/\.ts$/, ""));
      return floor < 0 ? planFloors.length : floor;
    };
    const wrong = files
      .filter(({ path }) => path.startsWith("core/plan/"))
      .flatMap(({ path, imports }) =>
        imports
          .map((name) => join(dirname(path), name))
          .filter((target) => target.startsWith("core/plan/") && floorOf(target) > floorOf(path))
          .map((target) => `${path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it("has no import cycle", () => {
    const left = new Map(
      files.map(({ path, imports }) => [path, imports.map((name) => join(path, "..", name))] as const),
    );
    // A file that imports no remaining file, or that no remaining file imports, is in no cycle.
    for (let before = Number.POSITIVE_INFINITY; left.size < before; ) {
      before = left.size;
      const imported = new Set([...left.values()].flat());
      for (const [path, targets] of left)
        if (!imported.has(path) || !targets.some((target) => left.has(target))) left.delete(path);
    }
    expect([...left.keys()]).toEqual([]);
  });

  it("has no two folders that import each other, unless one contains the other", () => {
    const arrows = new Set(
      files.flatMap(({ path, imports }) =>
        imports
          .filter((name) => name.startsWith("."))
          .map((name) => [dirname(path), dirname(join(path, "..", name))])
          .filter(([from, to]) => !`${from}/`.startsWith(`${to}/`) && !`${to}/`.startsWith(`${from}/`))
          .map(([from, to]) => `${from} and ${to}`),
      ),
    );
    const mutual = [...arrows].filter((arrow) => arrows.has(arrow.split(" and ").reverse().join(" and ")));
    // The rules' registration, as above.
    expect(mutual.sort()).toEqual([
      "core/config/schema and core/description/rules",
      "core/description/rules and core/config/schema",
    ]);
  });

  /** Type imports are gone at run time. */
  it("judges no text on the main thread of the server and the Action", () => {
    const loaded = new Set<string>();
    const load = (path: string) => {
      if (loaded.has(path)) return;
      loaded.add(path);
      const text = readFileSync(join(src, path), "utf8");
      const imports = text.matchAll(/^(?:import|export)\s+(?!type\b)([^;"]*?)\s*from\s+"(\.[^"]+)"/gm);
      for (const [, names, from] of imports)
        if (!/^\{(?:\s*type\s[^,}]+,?)+\s*\}$/.test(names!)) load(join(path, "..", from!));
    };
    for (const start of ["cli/main.ts", "cli/serve.ts", "main.ts", "action/main.ts"]) load(start);
    const judging = ["config", "description", "conversation", "commands", "turns"];
    const wrong = [...loaded].filter((path) => judging.some((folder) => path.startsWith(`core/${folder}/`)));
    expect(wrong).toEqual([]);
    // This thread loads the pool, but not the thread's own file.
    expect([loaded.has("reconcile/judge-on-threads.ts"), loaded.has("reconcile/judging-thread.ts")]).toEqual([
      true,
      false,
    ]);
  });

  it("keeps each outside package in its own folder", () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports.flatMap((name) =>
        Object.entries(owners)
          .filter(([owned]) => name === owned || name.startsWith(owned.endsWith("/") ? owned : `${owned}/`))
          .filter(([, folders]) => !folders.includes(folderOf(path)))
          .map(() => `${path} imports ${name}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the core is pure", () => {
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\(|\brandomUUID\b|\bprocess\.|\bfetch\(|\bconsole\.|\bsetTimeout\(|\bsetInterval\(/;

  it("has no clock, chance, environment, network or console", () => {
    const wrong = files.filter(({ path, text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      return folderOf(path) === "core" && impure.test(code);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  // Hashes, and loading a large package only when it is needed.
  const harmless = ["node:crypto", "node:module"];

  it("imports nothing that reaches outside", () => {
    const wrong = files.flatMap(({ path, imports }) =>
      folderOf(path) === "core"
        ? imports
            .filter((name) => name.startsWith("node:") && !harmless.includes(name))
            .map((name) => `${path}: ${name}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });
});

describe("the environment", () => {
  it("is read in env.ts only (and the command line's own arguments in cli/)", () => {
    const readers = files.filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ path }) => path);
    expect(readers.filter((path) => path !== "env.ts")).toEqual([]);
  });
});

describe("the sources", () => {
  const documents = readdirSync(join(src, "github/documents")).map((name) => {
    const path = join("github/documents", name);
    return { path, text: readFileSync(join(src, path), "utf8") };
  });
  const written = [...files.filter(({ path }) => path !== "github/generated.ts"), ...documents];

  /** Files with comments besides src/: tests, benches, settings, workflows and deployment files. */
  const around = [
    ...["test", "bench", ".config", ".ci", ".github"].flatMap((folder) =>
      listFiles(join(root, folder), /\.(?:ts|js|ya?ml)$|^[a-z-]+$/),
    ),
    ...["Dockerfile", "app.yml", "compose.yml", ".env.example"].map((name) => join(root, name)),
  ].map((path) => ({ path: relative(root, path), text: readFileSync(path, "utf8") }));

  it("have no comment line over 110 columns, addresses aside, nor do tests, settings and workflows", () => {
    const long = [...written, ...around].flatMap(({ path, text }) =>
      text
        .split("\n")
        .map((line, index) => ({ line, where: `${path}:${index + 1}` }))
        .filter(
          ({ line }) =>
            [...line].length > 110 && /^\s*(?:\/\/|\/?\*|# )(?! ?(?:\w\S*: \S*)?https?:\/\/\S+$)/.test(line),
        )
        .map(({ where }) => where),
    );
    expect(long).toEqual([]);
  });

  it("have no file over 300 lines", () => {
    const long = written.filter(({ text }) => text.trimEnd().split("\n").length > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

it("lets every property test run longer", () => {
  const test = import.meta.dirname;
  const fixed = listFiles(test).flatMap((path) => {
    const found = readFileSync(path, "utf8").match(/numRuns: \d[\d_]*\b(?! \* times)/g) ?? [];
    return found.map((runs) => `${relative(test, path)}: ${runs}`);
  });
  expect(fixed).toEqual([]);
});
