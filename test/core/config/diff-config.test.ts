import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type ConfigDifference, diffConfig, type ShownValue } from "../../../src/core/config/diff-config.ts";
import { resolveConfig } from "../../../src/core/config/effective.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { times } from "../../properties.ts";
import { anyConfig } from "./any-config.ts";

const resolve = (base: string | null, organisation: string | null = null, organisationIsHidden = false) =>
  resolveConfig({ base, defaultBranch: null, organisation, organisationIsHidden });
const diff = (before: string, after: string) => show(diffConfig(resolve(before), resolve(after)));

/** The differences as people read them in English. */
const show = (differences: ConfigDifference[]) =>
  differences.map(({ path, isOrder, before, after }) => ({
    path: isOrder ? english.config.sectionOrder(path) : path,
    before: say(before),
    after: say(after),
  }));
const say = (value: ShownValue) => (typeof value === "string" ? value : english.config.value(value));

describe("the changes between two configs", () => {
  it("list each effective value, in the order of the file", () => {
    const after =
      "turns: {targets: {default: 4 business hours}, hours: {time_zone: UTC}}\nenforcement: block\n";
    expect(diff("enforcement: advise", after)).toEqual([
      { path: "enforcement", before: "advise", after: "block" },
      { path: "turns.targets.default", before: "1 business day", after: "4 business hours" },
      { path: "turns.hours.time_zone", before: "not set", after: "UTC" },
    ]);
  });

  it("list nothing when a file only repeats the default", () => {
    expect(diff("", "enforcement: advise\nreview: {gate: blocking}")).toEqual([]);
  });

  it("take one line for a section that is added, removed or moved", () => {
    const after =
      "description: {sections: [{id: risk}, {id: context}, {id: a11y, heading: A11y, level: warning}]}";
    expect(diff("", after)).toEqual([
      { path: "description.sections.approach", before: "Approach (error)", after: "not asked for" },
      { path: "description.sections.testing", before: "Testing (error)", after: "not asked for" },
      { path: "description.sections.review_focus", before: "Review focus (warning)", after: "not asked for" },
      { path: "description.sections.a11y", before: "not asked for", after: "A11y (warning)" },
      { path: "description.sections (order)", before: "context, risk", after: "risk, context" },
    ]);
  });

  it("look up sources as often for many sections as for one", () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `{id: s${index}}`).join(", ");
    const countReadings = (count: number) => {
      const after = resolve(`description: {sections: [${ids(count)}]}`);
      const entries = vi.spyOn(after.sources, Symbol.iterator);
      diffConfig(resolve(""), after);
      return entries.mock.calls.length;
    };
    expect(countReadings(50)).toBe(countReadings(1));
  });

  it("never show people", () => {
    expect(diff("", "turns: {people: {alice: {time_zone: Europe/Berlin}}}")).toEqual([
      { path: "turns.people", before: "(not shown)", after: "(not shown)" },
    ]);
  });

  it("name a value that a hidden organisation file sets", () => {
    const organisation = `
enforcement: block
turns: {targets: {default: 1 hour}}
review: {kinds: {blocking: {prefixes: [codename]}}}
locked: [enforcement]`;
    const before = resolve("comment: {when: never}\nturns: {targets: {default: 3 days}}", organisation, true);
    const after = resolve(
      "review: {kinds: {blocking: {prefixes: [p0]}}}\nenforcement: advise",
      organisation,
      true,
    );
    expect(show(diffConfig(before, after))).toEqual([
      { path: "comment.when", before: "never", after: "errors" },
      { path: "review.kinds.blocking.prefixes", before: "the organisation's value", after: "10 words" },
      { path: "turns.targets.default", before: "3 days", after: "the organisation's value" },
    ]);
  });

  it("are empty exactly when the configs are equal", () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, (left, right) => {
        const [before, after] = [resolve(JSON.stringify(left)), resolve(JSON.stringify(right))];
        expect(diffConfig(before, before)).toEqual([]);
        const same = JSON.stringify(before.config) === JSON.stringify(after.config);
        expect(diffConfig(before, after).length === 0).toBe(same);
      }),
      { numRuns: 40 * times },
    );
  });
});
