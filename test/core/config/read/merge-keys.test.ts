import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../../src/core/config/read/parse-config.ts";

const parse = (text: string) => parseConfig(text, { file: "f.yml", source: "repository" });
const said = (text: string) =>
  parse(text).problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`);

const people = `
turns:
  hours: {time_zone: Europe/Berlin}
  people:
    alice: &berlin {time_zone: Europe/Berlin, from: "09:00", to: "17:00"}
    carol: &short {to: "13:00"}
    bob:
      <<: *berlin
      to: "18:00"
    dora: {<<: [*short, *berlin], from: "08:00"}
`;

describe("merge keys (<<)", () => {
  it("add what a map lacks, and earlier maps of a list win", () => {
    expect(said(people)).toEqual([]);
    const berlin = "Europe/Berlin";
    expect(parse(people).values.turns?.people).toEqual({
      alice: { time_zone: berlin, from: "09:00", to: "17:00" },
      carol: { to: "13:00" },
      bob: { time_zone: berlin, from: "09:00", to: "18:00" },
      dora: { time_zone: berlin, from: "08:00", to: "13:00" },
    });
  });

  it("count anywhere in a map, and may build on each other", () => {
    const text =
      "description: {sections: [&a {id: risk, level: warning, min_words: 9}, &b {<<: *a, id: testing}, {id: context, level: error, <<: *b}]}";
    expect(said(text)).toEqual([]);
    expect(parse(text).values.description?.sections).toEqual([
      { id: "risk", level: "warning", min_words: 9 },
      { id: "testing", level: "warning", min_words: 9 },
      { id: "context", level: "error", min_words: 9 },
    ]);
  });

  it("are a problem when they name no map, and the rest of the map counts", () => {
    const other = "Write an alias of a map, such as *defaults, or a list of them.";
    expect(said("comment: {<<: 5, when: never}")).toEqual([`1:15 comment."<<" is 5. ${other}`]);
    expect(parse("comment: {<<: 5, when: never}").values).toEqual({ comment: { when: "never" } });
    expect(said("enforcement: &e block\ncomment: {<<: *e}")).toEqual([
      `2:15 comment."<<" is an alias of something else. ${other}`,
    ]);
    expect(said("comment: {<<: *later}")).toEqual([
      '1:15 comment."<<" is the alias *later, which names nothing. Write the anchor &later before it.',
    ]);
    expect(said("comment: {'<<': {when: never}}")).toEqual([
      expect.stringMatching(/^1:11 Unknown key `comment."<<"`/),
    ]);
  });

  it("are refused as too large when they include themselves or add too much", () => {
    for (const text of [
      "comment: &c {<<: *c, when: never}",
      `comment: &c {<<: [${"*c, ".repeat(8000)}*c], when: never}`,
      `turns:\n  people: {a: &a {${Array.from({ length: 500 }, (_, at) => `k${at}: 1`).join(", ")}}, b: {<<: [${"*a, ".repeat(8000)}*a]}}`,
    ])
      expect(said(text)).toEqual([expect.stringContaining("is too large")]);
  });
});
