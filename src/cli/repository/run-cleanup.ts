import { createInterface } from "node:readline/promises";
import { type EffectiveConfig, resolveConfig } from "../../core/config/effective.ts";
import { type SortedLabels, sortLabels } from "../../core/plan/plan-labels.ts";
import { toTerminalText } from "../../core/text/quote-text.ts";
import { listRepositoryLabels } from "../../github/list-repository-labels.ts";
import { deleteLabel } from "../../github/write/sync-label.ts";
import { printJson, printText, tell, UsageError } from "../print.ts";
import { connectAsPerson } from "./connect.ts";
import { parseRepositoryName } from "./run-command.ts";

export interface CleanupOptions {
  yes?: boolean;
  format: "text" | "json";
}

/** Finds the labels that the app created, asks, deletes them one by one, and says what stays. */
export async function runCleanup(
  repositoryName: string,
  { yes = false, format }: CleanupOptions,
): Promise<void> {
  const { owner, name } = parseRepositoryName(repositoryName);
  if (!yes && !(process.stdin.isTTY && process.stderr.isTTY)) {
    throw new UsageError("There's no terminal to ask in; add --yes to delete the labels without asking.");
  }
  const { client } = connectAsPerson();
  const { labels, configTexts } = await listRepositoryLabels(client, { owner, name });
  const { config } = resolveConfig(configTexts);
  const sorted = sortLabels(labels, config);
  const mayDelete = yes || sorted.own.length === 0 || (await ask(repositoryName, sorted.own));
  const deleted: string[] = [];
  if (mayDelete) {
    for (const label of sorted.own) {
      await deleteLabel(client, { owner, name }, label);
      deleted.push(label);
    }
  }
  const kept = [
    ...sorted.own
      .filter((label) => !deleted.includes(label))
      .map((label) => ({ name: label, reason: "you said no" })),
    ...sorted.doubtful,
  ];
  if (format === "json") printJson({ deleted, kept });
  else printText(`${describe(repositoryName, deleted, kept, config)}\n`);
}

async function ask(repository: string, own: string[]): Promise<boolean> {
  const { stdin: input, stderr: output } = process;
  tell(own.map((label) => `  ${label}`).join("\n"));
  const what = own.length === 1 ? "this label" : `these ${own.length} labels`;
  const question = `Delete ${what} from ${repository}, and from every issue and pull request there?`;
  return confirm(question, { input, output });
}

function describe(
  repository: string,
  deleted: string[],
  kept: SortedLabels["doubtful"],
  { enabled, checks }: EffectiveConfig["config"],
): string {
  const checkNames = [checks.description, checks.review, checks.config].filter((check) => check !== false);
  return [
    deleted.length === 0 ? `No label was deleted from ${repository}.` : `Deleted from ${repository}:`,
    ...deleted.map((label) => `  ${label}`),
    "What stays:",
    ...kept.map(({ name, reason }) => `  the label "${name}": ${reason}`),
    "  comments and reminders, as part of the pull requests' history",
    "  check runs, until GitHub archives them after 400 days",
    `Before you uninstall the app, take its checks (${checkNames.join(", ")}) off the required status checks.`,
    ...(enabled && deleted.length > 0
      ? [
          "If the app is still installed, it creates labels again when it needs them; `enabled: false` stops that.",
        ]
      : []),
  ].join("\n");
}

/**
 * Asks a question to which "y" and "yes" mean yes. Anything else means no, and so does the end of the input.
 */
export async function confirm(
  question: string,
  { input, output }: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
): Promise<boolean> {
  const lines = createInterface({ input, output });
  try {
    const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
    const answer = await Promise.race([lines.question(`${toTerminalText(question)} [y/N] `), ended]);
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}
