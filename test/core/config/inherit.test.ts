import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProblem, resolveConfig } from "../../../src/core/config/effective.ts";
import { times } from "../../properties.ts";
import { anyConfig } from "./any-config.ts";

const resolve = (
  base: string | null,
  organisation: string | null = null,
  defaultBranch: string | null = null,
) => resolveConfig({ base, defaultBranch, organisation });

describe("the file that sets the config", () => {
  it("is the base branch's, else the default branch's, else none", () => {
    expect(resolve("enforcement: block", null, "enabled: false").config).toMatchObject({
      enforcement: "block",
      enabled: true,
    });
    expect(resolve(null, null, "enabled: false").config.enabled).toBe(false);
    expect([resolve(null).hasFile, resolve("").hasFile, resolve(null, "").hasFile]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("is the organisation's, not the default branch's, when the base branch's is broken", () => {
    const { config, problems } = resolve("{", "comment: {when: never}", "enabled: false");
    expect([config.comment.when, config.enabled]).toEqual(["never", true]);
    expect(problems.at(-1)?.fallback).toBe("Using the organisation's file until it's fixed.");
  });
});

describe("the config of the organisation's own .github repository", () => {
  it("counts one file as both, and lets it lock keys", () => {
    const text = "enforcement: block\nlocked: [enforcement]\n";
    const { config, problems, sources } = resolve(text, text);
    expect([config.enforcement, problems, sources.get("enforcement")]).toEqual(["block", [], "locked"]);
  });

  it("reports its problems as the repository's own", () => {
    const text = "enforcement: hard";
    expect(resolve(text, text).problems.map(formatProblem)).toEqual([
      ".github/async.yml:1:14: enforcement can't be \"hard\". Write advise or block. Using the default (advise) until it's fixed.",
    ]);
  });
});

describe("problems of the merged config", () => {
  const said = (base: string, organisation: string | null = null, organisationIsHidden = false) =>
    resolveConfig({ base, defaultBranch: null, organisation, organisationIsHidden }).problems.map(
      formatProblem,
    );
  const hours = (from: string, to: string) => `turns: {hours: {from: "${from}", to: "${to}"}}`;
  const same = "starts and ends at the same time. Set `from` and `to` to different times.";

  it("don't include hours that differ once they are merged", () => {
    const alice = 'people: {alice: {from: "17:00"}}';
    expect(said(`turns: {hours: {from: "08:00", to: "20:00"}, ${alice}}`)).toEqual([]);
    expect(said('turns: {hours: {from: "17:00"}}', hours("10:00", "23:00"))).toEqual([]);
    expect(said('turns: {hours: {to: "23:00"}}', 'turns: {hours: {from: "17:00"}}')).toEqual([]);
  });

  it("include a person's hours that are empty together with the team's", () => {
    const text = 'turns: {hours: {from: "10:00", to: "18:00"}, people: {alice: {to: "10:00"}}}';
    expect(said(text)).toEqual([
      `.github/async.yml:1:67: a person in turns.people ${same} Treated as unset until it's fixed.`,
    ]);
    expect(resolve(text).config.turns.people.alice).toEqual({ away: [], remind: true });
  });

  it("don't include midnight to midnight, which is the whole day", () => {
    expect(said('turns: {hours: {from: "00:00", to: "00:00", sat: "00:00-00:00"}}')).toEqual([]);
    expect(said('turns: {hours: {sat: "01:00-01:00"}}')).toHaveLength(1);
  });

  it("fall back from a team's empty hours file by file", () => {
    expect(said(hours("12:00", "12:00"), 'turns: {hours: {from: "17:00"}}')).toEqual([
      `the organisation's .github/async.yml:1:23: turns.hours ${same} Using the default (09:00) until it's fixed.`,
      `.github/async.yml:1:36: turns.hours ${same} Using the default (17:00) until it's fixed.`,
    ]);
    const mended = resolve(hours("12:00", "12:00"), hours("08:00", "18:00"));
    expect(mended.config.turns.hours).toMatchObject({ from: "08:00", to: "18:00" });
    expect(mended.sources.get("turns.hours.from")).toBe("organisation");
  });

  it("name the file that changed the hours, whatever the spelling of the person", () => {
    const organisation = 'turns: {people: {Alice: {from: "17:00"}}, hours: {to: "20:00"}}';
    const text = 'turns: {people: {alice: {remind: false}}, hours: {to: "17:00"}}';
    expect(said(text, organisation)).toEqual([
      `.github/async.yml:1:55: a person in turns.people ${same} The person's own hours are ignored until it's fixed.`,
    ]);
    expect(resolve(text, organisation).config.turns.people).toEqual({ alice: { away: [], remind: false } });
    expect(said("{}", 'turns: {people: {Alice: {to: "09:00"}}}')).toEqual([
      `the organisation's .github/async.yml:1:30: a person in turns.people ${same} Treated as unset until it's fixed.`,
    ]);
  });

  it("don't tell a repository what they show only with a hidden file", () => {
    const hidden = [
      "the organisation's .github/async.yml:1:1: It has a problem. Ask its maintainers to run `async-review config check`.",
    ];
    const to = 'turns: {hours: {to: "12:00"}}';
    expect(said(to, 'turns: {hours: {from: "12:00"}}', true)).toEqual(hidden);
    expect(said(to, 'turns: {people: {alice: {from: "12:00"}}}', true)).toEqual(hidden);
    expect(said('turns: {people: {alice: {to: "12:00"}}}', 'turns: {hours: {from: "12:00"}}', true)).toEqual(
      hidden,
    );
    expect(said(hours("12:00", "12:00"), 'turns: {hours: {from: "10:00"}}', true)[0]).toContain(
      `.github/async.yml:1:36: turns.hours ${same}`,
    );
    const when = "description: {when: [{labels: [a], sections: {seecret: off}}]}";
    const sections = "description: {sections: [{id: secret, heading: Secret}]}";
    expect(said(when, sections)[0]).toContain("Did you mean `secret`?");
    expect(said(when, sections, true)[0]).toMatch(/isn't configured\. (?!.*\bsecret\b)/);
  });

  it("report two checks with one name to the last file that names one of them", () => {
    const both = 'checks.description and checks.review are both "ci". Give each its own name.';
    for (const isHidden of [false, true])
      expect(said("checks: {review: ci}", "checks: {description: ci}", isHidden)).toEqual([
        `.github/async.yml:1:18: ${both}`,
      ]);
    const organisation = "checks: {description: ci, review: ci}\nlocked: [checks]";
    expect(said("checks: {review: other}", organisation)[0]).toBe(
      `the organisation's .github/async.yml:1:35: ${both}`,
    );
  });

  it("don't include `replace` whose prefixes are in another file", () => {
    const replace = "review: {kinds: {blocking: {replace: true}}}";
    const prefixes = "review: {kinds: {blocking: {prefixes: [p0]}}}";
    expect([said(replace, prefixes), said(prefixes, replace)]).toEqual([[], []]);
    expect(resolve(replace, prefixes).config.review.kinds.blocking.prefixes).toEqual(["p0"]);
    expect(said(replace, "{}")).toEqual([
      ".github/async.yml:1:38: review.kinds.blocking.replace is true, but there are no prefixes. Add some; until then the built-in ones count.",
    ]);
  });
});

describe("config inheritance", () => {
  const merge = (repository: unknown, organisation: unknown) =>
    resolve(JSON.stringify(repository), JSON.stringify(organisation)).config;

  it("changes nothing when a file inherits from the same file", () => {
    fc.assert(
      fc.property(anyConfig, (file) => {
        // The same text would mean the organisation's own repository.
        const twice = resolve(`${JSON.stringify(file)} # again`, JSON.stringify(file)).config;
        expect(twice).toEqual(merge(file, {}));
      }),
      { numRuns: 40 * times },
    );
  });

  it("with one empty file, gives the other file alone and names it as the source", () => {
    fc.assert(
      fc.property(anyConfig, (file) => {
        const [above, below] = [resolve(JSON.stringify(file), ""), resolve("", JSON.stringify(file))];
        expect(above.config).toEqual(below.config);
        expect([...above.sources.keys()]).toEqual([...below.sources.keys()]);
        expect([...new Set(above.sources.values())].filter((source) => source !== "repository")).toEqual([]);
        expect([...new Set(below.sources.values())].filter((source) => source !== "organisation")).toEqual(
          [],
        );
      }),
      { numRuns: 40 * times },
    );
  });

  it("compares logins and labels without case, as GitHub does", () => {
    const inCase = (text: string, recase: (name: string) => string): string => {
      const file = JSON.parse(text);
      const rename = (map: object) =>
        Object.fromEntries(Object.entries(map).map(([name, value]) => [recase(name), value]));
      if (file.turns?.people !== undefined) file.turns.people = rename(file.turns.people);
      const targets = file.turns?.targets;
      if (targets?.labels !== undefined) targets.labels = rename(targets.labels);
      return JSON.stringify(file);
    };
    const lower = (config: unknown) => inCase(JSON.stringify(config), (name) => name.toLowerCase());
    fc.assert(
      fc.property(anyConfig, anyConfig, fc.boolean(), (repository, organisation, isLocked) => {
        const above = JSON.stringify(repository);
        const locked = ["turns.people.alice", "turns.targets.labels.incident"];
        const below = lower({ ...organisation, locked: isLocked ? locked : [] });
        const loud = resolve(
          inCase(above, (name) => name.toUpperCase()),
          below,
        );
        const plain = resolve(lower(repository), below);
        expect(JSON.parse(lower(loud.config))).toEqual(JSON.parse(lower(plain.config)));
        const folded = ({ sources }: typeof plain) =>
          [...sources].map(([path, source]) => [path.toLowerCase(), source]);
        expect(folded(loud)).toEqual(folded(plain));
      }),
      { numRuns: 60 * times },
    );
  });

  it("takes names within one file that differ only in case for the same name", () => {
    const { config, problems } = resolve(
      "turns:\n  people:\n    Alice: {from: '08:00'}\n    alice: {from: '07:00'}\n  targets: {labels: {Incident: off}}\n",
      "turns: {people: {ALICE: {to: '16:00'}}}",
    );
    expect(config.turns.people).toMatchObject({ alice: { from: "07:00", to: "16:00" } });
    expect(Object.keys(config.turns.people)).toEqual(["alice"]);
    expect(Object.keys(config.turns.targets.labels)).toEqual(["blocker", "design"]);
    expect(problems.map(formatProblem)).toEqual([
      ".github/async.yml:4:5: Duplicate key `a person in turns.people` (first on line 3). The last one counts.",
    ]);
  });

  it("never changes a locked key", () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, (repository, organisation) => {
        const locked = ["enforcement", "turns", "description.sections", "review.kinds.nit"];
        const config = merge(repository, { ...organisation, locked });
        const alone = merge({}, { ...organisation, locked });
        expect([
          config.enforcement,
          config.turns,
          config.description.sections,
          config.review.kinds.nit,
        ]).toEqual([alone.enforcement, alone.turns, alone.description.sections, alone.review.kinds.nit]);
      }),
      { numRuns: 40 * times },
    );
  });
});

describe("a problem's message", () => {
  const scolding = /\b(?:must|invalid(?! YAML)|violation)\b|!(?!\w)/i;
  const pieces = fc.constantFrom(
    ...["description", "sections", "id", "rules", "title", "pattern", "when", "turns", "hours", "time_zone"],
    ...[": ", "- ", "\n", "  ", "[", "}", "{", '"', "*a", "(?=", "([", "@", "%", "|", "\t"],
  );

  it("never scolds", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const said = resolve(parts.join("")).problems.map(formatProblem);
        expect(said.filter((line) => scolding.test(line))).toEqual([]);
      }),
      { numRuns: 200 * times },
    );
  });
});
