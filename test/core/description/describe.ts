import { type ConfigInput, configSchema } from "../../../src/core/config/schema/config-schema.ts";
import type { DescriptionVerdict } from "../../../src/core/description/description.ts";
import { evaluateDescription } from "../../../src/core/description/evaluate-description.ts";
import { parseDescription } from "../../../src/core/description/parse-description.ts";
import type { ParsedDescription } from "../../../src/core/description/parts.ts";
import type { DescriptionInput } from "../../../src/core/description/requirements.ts";

export interface DescribeOptions extends Partial<Omit<DescriptionInput, "config" | "templates" | "parsed">> {
  config?: ConfigInput["description"];
  /** Texts of the repository's templates. */
  templates?: string[];
}

/** The verdict on a pull request that has this body and changes 100 lines of one file. */
export function judge(body: string, options: DescribeOptions = {}): DescriptionVerdict {
  return evaluateDescription(describe(body, options));
}

export function describe(
  body: string,
  { config, templates = [], ...facts }: DescribeOptions = {},
): DescriptionInput {
  return {
    parsed: parseDescription(body),
    templates: templates.map((text) => parseDescription(text) as ParsedDescription),
    title: "Retry payments that time out",
    author: "alice",
    labels: [],
    isDraft: false,
    isInMergeQueue: false,
    baseRef: "main",
    files: [{ path: "src/retry.go", additions: 80, deletions: 20 }],
    additions: 80,
    deletions: 20,
    changedFiles: 1,
    body,
    ...facts,
    config: configSchema.parse({ description: config ?? {} }).description,
  };
}

/** Section id → status. */
export function statuses(body: string, options: DescribeOptions = {}): Record<string, string> {
  return Object.fromEntries(judge(body, options).sections.map(({ id, status }) => [id, status]));
}
