import { generatedFiles } from "./generated-files.ts";
import { linkedTicket } from "./linked-ticket.ts";
import { placeholder } from "./placeholder.ts";
import { reviewOrder } from "./review-order.ts";
import { rollback } from "./rollback.ts";
import { screenshots } from "./screenshots.ts";
import { title } from "./title.ts";
import { tooShort } from "./too-short.ts";
import { uneditedTemplate } from "./unedited-template.ts";
import { unfinishedTasks } from "./unfinished-tasks.ts";
import { vagueAsk } from "./vague-ask.ts";

/**
 * Every rule that a config can set, by id. Where two have something to say about one section, the first is
 * heard; findings about the whole pull request are listed in this order.
 */
export const configurableRules = {
  "unedited-template": uneditedTemplate,
  placeholder,
  "vague-ask": vagueAsk,
  "too-short": tooShort,
  "linked-ticket": linkedTicket,
  screenshots,
  "review-order": reviewOrder,
  "generated-files": generatedFiles,
  rollback,
  "unfinished-tasks": unfinishedTasks,
  title,
} as const;

export type RuleId = keyof typeof configurableRules;
