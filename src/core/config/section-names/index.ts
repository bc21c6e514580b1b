import { approachEnglish, approachTranslated } from "./approach.ts";
import { contextEnglish, contextTranslated } from "./context.ts";
import { reviewFocusEnglish, reviewFocusTranslated } from "./review-focus.ts";
import { riskEnglish, riskTranslated } from "./risk.ts";
import { testingEnglish, testingTranslated } from "./testing.ts";

const distinct = (...lists: (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

/** The built-in words for each of the five sections, in twelve languages, each word once. */
export const builtInAliases = {
  context: distinct(contextEnglish, contextTranslated),
  approach: distinct(approachEnglish, approachTranslated),
  risk: distinct(riskEnglish, riskTranslated),
  testing: distinct(testingEnglish, testingTranslated),
  review_focus: distinct(reviewFocusEnglish, reviewFocusTranslated),
} as const;

const english = new Set(
  distinct(contextEnglish, approachEnglish, riskEnglish, testingEnglish, reviewFocusEnglish),
);

/** Words whose endings are not English ones: French "Comment" (how) is not what "Comments" means. */
export const translatedAliases: ReadonlySet<string> = new Set(
  distinct(
    contextTranslated,
    approachTranslated,
    riskTranslated,
    testingTranslated,
    reviewFocusTranslated,
  ).filter((alias) => !english.has(alias)),
);
