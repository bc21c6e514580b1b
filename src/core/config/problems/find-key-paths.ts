import type { z } from "zod";
import { configSchema } from "../schema/config-schema.ts";
import { definition, shapeOf } from "../schema/describe-expected.ts";

let paths: Map<string, string[]> | undefined;

function collect(schema: z.core.$ZodType, path: string, into: Map<string, string[]>): void {
  const def = definition(shapeOf(schema));
  if (def.type === "array") collect(def.element, `${path}[]`, into);
  if (def.type !== "object") return;
  for (const [key, below] of Object.entries(def.shape)) {
    const here = path === "" ? key : `${path}.${key}`;
    into.set(key, [...(into.get(key) ?? []), here]);
    collect(below, here, into);
  }
}

/** Where a key with that very name is known: dotted paths from the top of the file, without people's and rules' own options. */
export function findKeyPaths(key: string): readonly string[] {
  if (paths === undefined) {
    paths = new Map();
    collect(configSchema, "", paths);
  }
  return paths.get(key) ?? [];
}
