import { type Tree, toTree } from "./layers.ts";
import { configSchema } from "./schema.ts";

/** All defaults, as a tree. */
export const defaultTree: Tree = toTree(configSchema.parse({}));
