import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createMetrics } from "../../src/web/create-metrics.ts";

interface Query {
  where: string;
  expr: string;
}

const alerts = (
  parse(readFileSync("docs/operations/alerts.yml", "utf8")) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  }
).groups.flatMap(({ rules }) => rules);
const dashboard = JSON.parse(readFileSync("docs/operations/grafana-dashboard.json", "utf8")) as {
  panels: { title: string; targets: { expr: string; legendFormat: string }[] }[];
};
const queries: Query[] = [
  ...alerts.map(({ alert, expr }) => ({ where: alert, expr })),
  ...dashboard.panels.flatMap(({ title, targets }) =>
    // Grafana's own variable, which Prometheus does not know.
    targets.map(({ expr }) => ({ where: title, expr: expr.replaceAll("$__rate_interval", "5m") })),
  ),
];

/** Each figure's name as it is queried, with its labels. */
async function listFigures(): Promise<Map<string, string[]>> {
  const metrics = createMetrics(
    { count: async () => ({ pending: 0, due: 0, failed: 0 }), findOldestDue: async () => null },
    { now: () => "2026-11-23T09:00:00Z" },
  );
  metrics.countDelivery({ event: "pull_request", outcome: "failed" });
  metrics.countLook({ subject: "pull_request", outcome: "failed", seconds: 1 });
  metrics.countRequest({ kind: "rest_read", status: 404 });
  const resetAt = new Date("2026-11-23T10:00:00Z");
  metrics.noteQuota({ installationId: 1, resource: "core", remaining: 1, resetAt });
  const figures = new Map<string, string[]>([["up", ["job"]]]);
  for (const line of (await metrics.render()).body.split("\n")) {
    const [, name, labels = ""] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
    if (name !== undefined)
      figures.set(
        name,
        [...labels.matchAll(/(\w+)="/g)].map((match) => match[1]!),
      );
  }
  return figures;
}

/** The figures of a query: every `name`, with the labels by which it filters or groups. */
function readNames(expr: string): { names: string[]; labels: string[] } {
  const groups = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap((match) => match[1]!.split(/,\s*/));
  const filters = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap((match) =>
    [...match[1]!.matchAll(/(\w+)\s*[=!]/g)].map((filter) => filter[1]!),
  );
  const bare = expr
    .replace(/\bby \([^)]*\)/g, "")
    .replace(/\{[^}]*\}/g, "")
    .replace(/\[[^\]]*\]/g, "");
  const names = [...bare.matchAll(/\b[a-z]\w*\b(?!\s*\()/g)].map((match) => match[0]);
  const functions = new Set(["sum", "min", "max"]);
  return { names: names.filter((name) => !functions.has(name)), labels: [...groups, ...filters] };
}

describe("the alert rules and the dashboard", () => {
  it.each(queries)("use figures that /metrics has: $where", async ({ expr }) => {
    const figures = await listFigures();
    const { names, labels } = readNames(expr);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !figures.has(name))).toEqual([]);
    const known = names.flatMap((name) => figures.get(name)!);
    expect(labels.filter((label) => !known.includes(label))).toEqual([]);
  });

  it("show every figure of the app", async () => {
    const used = new Set(queries.flatMap(({ expr }) => readNames(expr).names));
    const own = [...(await listFigures()).keys()].filter((name) => name.startsWith("async_review_"));
    // A histogram is queried by its buckets.
    expect(own.filter((name) => !used.has(name) && !/_(sum|count)$/.test(name))).toEqual([]);
  });

  it("are documented on the operators' page, with every figure", async () => {
    const page = readFileSync("docs/operations.md", "utf8");
    const own = [...(await listFigures()).keys()].filter((name) => name.startsWith("async_review_"));
    const bases = new Set(own.map((name) => name.replace(/_seconds_(bucket|sum|count)$/, "_seconds")));
    expect([...bases].filter((name) => !page.includes(`\`${name}`))).toEqual([]);
    expect(page).toContain("operations/alerts.yml");
    expect(page).toContain("operations/grafana-dashboard.json");
  });
});

const promtool = findPromtool();
if (promtool === null) {
  process.stderr.write("promtool: skipped, it is not installed (apt-get install prometheus)\n");
}

describe.skipIf(promtool === null)("promtool", () => {
  it("accepts the alert rules, which fire when they should", () => {
    expect(run("check", "rules", "docs/operations/alerts.yml")).toContain(
      `SUCCESS: ${alerts.length} rules found`,
    );
    expect(run("test", "rules", "test/operations/alerts.test.yml")).toContain("SUCCESS");
  });

  it("accepts every query of the dashboard", () => {
    const folder = mkdtempSync(join(tmpdir(), "async-review-"));
    const rules = queries.map(({ expr }, index) => ({ record: `query_${index}`, expr }));
    const file = join(folder, "queries.yml");
    writeFileSync(file, JSON.stringify({ groups: [{ name: "queries", rules }] }));
    try {
      expect(run("check", "rules", file)).toContain(`SUCCESS: ${rules.length} rules found`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function findPromtool(): string | null {
  try {
    return execFileSync("sh", ["-c", "command -v promtool"]).toString().trim();
  } catch {
    return null;
  }
}

function run(...args: string[]): string {
  return execFileSync(promtool!, args, { stdio: ["ignore", "pipe", "pipe"] }).toString();
}
