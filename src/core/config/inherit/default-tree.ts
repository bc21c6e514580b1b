import { configSchema } from "../schema/config-schema.ts";
import { type Tree, toTree } from "./layers.ts";

/** All defaults, as a tree. */
export const defaultTree: Tree = toTree(configSchema.parse({}));
