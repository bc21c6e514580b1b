import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../../src/core/config/effective.ts";
import { renderEffectiveConfig } from "../../../src/core/render/effective-config.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { times } from "../../properties.ts";
import { anyConfig } from "../config/any-config.ts";

const folder = fileURLToPath(new URL("../../fixtures/config", import.meta.url));
const read = (name: string, file: string) => {
  const path = join(folder, name, file);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
};
const resolve = (base: string | null, organisation: string | null = null) =>
  resolveConfig({ base, defaultBranch: null, organisation });

describe("the effective config as a file", () => {
  it("says where each value came from", async () => {
    const effective = resolve(read("inheritance", "repository.yml"), read("inheritance", "organisation.yml"));
    await expect(renderEffectiveConfig(effective, english)).toMatchFileSnapshot(
      join(folder, "inheritance/shown.yml"),
    );
  });

  it("marks what is locked", async () => {
    const effective = resolve(read("locked", "repository.yml"), read("locked", "organisation.yml"));
    const lines = renderEffectiveConfig(effective, english).split("\n");
    expect(lines.filter((line) => line.endsWith("# locked"))).toMatchInlineSnapshot(`
      [
        "enforcement: block  # locked",
        "  when: errors  # locked",
        "    default: 4 business hours  # locked",
        "    author: 2 business days  # locked",
        "      blocker: 2 business hours  # locked",
        "      design: 2 business days  # locked",
        "      incident: 15 minutes  # locked",
      ]
    `);
  });

  it("names the keys that a hidden organisation file sets, and shows none of its values", () => {
    const organisation = `enforcement: block
description:
  sections: [{id: context, aliases: [hush-alias], hint: hush-hint}]
  when: [{labels: [hush-when], sections: {context: off}}]
review: {kinds: {nit: {prefixes: [hush-prefix], label: hush-label}}}
turns: {targets: {default: 3 hours, labels: {hush-target: 5 hours}}}
locked: [turns.targets.default]
`;
    const base =
      "review: {kinds: {nit: {prefixes: [ours]}}}\ndescription: {sections: [{id: context, aliases: [Ours]}]}\n";
    const texts = { base, defaultBranch: null, organisation, organisationIsHidden: true };
    const shown = renderEffectiveConfig(resolveConfig(texts), english);
    expect(shown).not.toMatch(/hush|enforcement: block|3 hours|5 hours/);
    expect(shown.split("\n").filter((line) => line.endsWith("# the organisation's value"))).toEqual([
      "enforcement:  # the organisation's value",
      "      aliases:  # the organisation's value",
      "      hint:  # the organisation's value",
      "  when:  # the organisation's value",
      "      prefixes:  # the organisation's value",
      "      label:  # the organisation's value",
      "    default:  # the organisation's value",
      "locked:  # the organisation's value",
    ]);
    expect(
      renderEffectiveConfig(resolveConfig({ ...texts, organisationIsHidden: false }), english),
    ).toContain("hush");
  });

  it.each(readdirSync(folder))("parses back to the same config: %s", (name) => {
    const effective = resolve(read(name, "repository.yml"), read(name, "organisation.yml"));
    const again = resolve(null, renderEffectiveConfig(effective, english));
    expect(again.config).toEqual(effective.config);
  });

  it("parses back to the same config, whatever the files say", () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, (repository, organisation) => {
        const effective = resolve(JSON.stringify(repository), JSON.stringify(organisation));
        const again = resolve(null, renderEffectiveConfig(effective, english));
        expect(again.config).toEqual(effective.config);
        expect(again.problems.filter(({ level }) => level === "error")).toEqual(
          again.problems.filter(({ message }) => message.includes("Give each its own")),
        );
      }),
      { numRuns: 40 * times },
    );
  });
});
