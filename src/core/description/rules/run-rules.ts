import type { Finding, Level } from "../../finding.ts";
import type { DescriptionConfig } from "../../config/schema/config-schema.ts";
import type { DescriptionFacts, ParsedDescription } from "../description.ts";
import { configurableRules, type RuleId } from "./index.ts";
import type { Found, Rule, SectionState } from "./rule.ts";
import { section } from "./section.ts";

const rules = Object.entries(configurableRules) as [RuleId, Rule][];
const weight: Record<Level, number> = { off: 0, warning: 1, error: 2 };

/** Runs every enabled rule, and adds id and level to its findings. A section gets at most one finding. */
export function runRules(
  input: DescriptionFacts & { config: Pick<DescriptionConfig, "rules"> },
  parsed: ParsedDescription,
  sections: readonly SectionState[],
): Finding[] {
  const levels = new Map(sections.map((state) => [state.section.id, state.level]));
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const add = (rule: string, level: Level, found: Found) => {
    const sectionLevel = found.section === null ? level : (levels.get(found.section) ?? level);
    const lower = weight[sectionLevel] < weight[level] ? sectionLevel : level;
    if (lower === "off" || (found.section !== null && seen.has(found.section))) return;
    if (found.section !== null) seen.add(found.section);
    findings.push({ rule, level: lower, ...found });
  };
  for (const found of section.check({ input, parsed, sections, options: {} })) add("section", "error", found);
  for (const [id, rule] of rules) {
    const { level, ...options } = input.config.rules[id];
    if (level === "off") continue;
    for (const found of rule.check({ input, parsed, sections, options })) add(id, level, found);
  }
  return inOrder(findings, sections);
}

/** Findings about sections first, in the sections' order, then those about the whole pull request. */
function inOrder(findings: Finding[], sections: readonly SectionState[]): Finding[] {
  const position = new Map<string | null, number>(sections.map(({ section }, index) => [section.id, index]));
  const at = (finding: Finding) => position.get(finding.section) ?? sections.length;
  return findings.sort((one, other) => at(one) - at(other));
}
