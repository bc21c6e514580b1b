import { z } from "zod";
import { matchesPath } from "../../config/patterns.ts";
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
    if (parsed.parts.some((part) => part.type === "text" && part.media === "image")) return [];
    return [
      {
        section: null,
        message: `\`${file.path}\` changes what users see, but there is no image or video; expected a screenshot or recording`,
        hint: "Paste a screenshot (before and after) or a short recording, or say why nothing looks different.",
        line: null,
      },
    ];
  },
});

/** A component's test shows nothing to users. */
function isTest(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|spec)\/|\.(?:test|spec|stories)\.[a-z]+$/i.test(path);
}
