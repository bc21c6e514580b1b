import type { Logger } from "../../github/client/options.ts";
import { isEssential } from "../../github/observe/find-unavailable-parts.ts";
import { tell } from "../print.ts";

/**
 * A command is quiet about its requests. It says once what its GitHub lacks, and what it sends that this
 * version doesn't know.
 */
export const commandLogger: Logger = {
  debug() {},
  warn(fields) {
    const { unknown } = fields as { unknown?: string | string[] };
    if (Array.isArray(unknown)) {
      // The command ends with an error about the others.
      const lacking = unknown.filter((name) => !isEssential(name));
      if (lacking.length > 0)
        tell(`async-review: this GitHub doesn't have ${lacking.join(", ")}; what depends on it is left out`);
    } else if (unknown !== undefined)
      tell(
        `async-review: this GitHub sent ${unknown}, which is newer than this version; update async-review`,
      );
  },
};
