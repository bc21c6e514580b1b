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

/** Every rule that a config can set, by id, in the order in which their findings are listed. */
export const configurableRules = {
  "unedited-template": uneditedTemplate,
  placeholder,
  "too-short": tooShort,
  "linked-ticket": linkedTicket,
  screenshots,
  "review-order": reviewOrder,
  "generated-files": generatedFiles,
  rollback,
  "unfinished-tasks": unfinishedTasks,
  "vague-ask": vagueAsk,
  title,
} as const;

export type RuleId = keyof typeof configurableRules;
