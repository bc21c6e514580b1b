import type { z } from "zod";
import { definition, shapeOf } from "./describe-expected.ts";
import { configSchema } from "./schema.ts";

let places: Map<string, string[]> | undefined;

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
export function listPlaces(key: string): readonly string[] {
  if (places === undefined) {
    places = new Map();
    collect(configSchema, "", places);
  }
  return places.get(key) ?? [];
}
