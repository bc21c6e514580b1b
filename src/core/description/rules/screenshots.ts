import { z } from "zod";
import { matchesPath } from "../../config/patterns/matches-path.ts";
import type { Part } from "../parsed-description.ts";
import { isUsable } from "../section-status.ts";
import { defineRule } from "./rule.ts";

const visiblePaths = ["css", "scss", "less", "tsx", "jsx", "vue", "svelte", "html"].map(
  (ending) => `**/*.${ending}`,
);

export const screenshots = defineRule({
  id: "screenshots",
  summary: "A change to what users see shows an image or a video of it.",
  level: "warning",
  options: {
    paths: z.array(z.string()).default(visiblePaths).describe("Globs of the files that users see."),
  },
  check({ input, parsed, options }) {
    const file = input.files.find(({ path }) => matchesPath(options.paths, path) && !isTest(path));
    if (file === undefined) return [];
    if (
      parsed.parts.some((part) => (part.type === "text" && part.media === "image") || saysNothingToSee(part))
    )
      return [];
    return [
      {
        section: null,
        message: `\`${file.path}\` changes what users see, but there is no image or video; expected a screenshot (before and after) or a short recording`,
        hint: "If nothing looks different, saying so is enough.",
        line: null,
      },
    ];
  },
});

const nothingToSee =
  /\b(?:no|not?|nothing|without)\b[^.;\n]{0,60}\b(?:visual(?:ly)?|visible|looks?|appearance|ui|screenshots?)\b|\b(?:looks?|ui|appearance)\b[^.;\n]{0,40}\b(?:the same|unchanged|identical)\b/i;

/** "No visual change": a writer's word, not an unticked box of the form. */
function saysNothingToSee(part: Part): boolean {
  return part.type === "text" && part.kind === "prose" && isUsable(part) && nothingToSee.test(part.text);
}

/** A component's test shows nothing to users. */
function isTest(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|spec)\/|\.(?:test|spec|stories)\.[a-z]+$/i.test(path);
}
