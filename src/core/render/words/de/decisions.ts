import type { Words } from "../words.ts";
import { plural } from "./format.ts";

export const decisions: Words["decisions"] = {
  heading: "Entscheidungen",
  earlier: (count) =>
    plural(count, { one: "1 frühere Entscheidung", other: `${count} frühere Entscheidungen` }),
  andEarlier: (count) => `Und ${count} frühere.`,
};
