import type { Migration } from "kysely/migration";
import * as first from "./001-queue.ts";

/** Every migration, oldest first; a new one is one file and one line here, and an old one never changes. */
export const migrations: Record<string, Migration> = {
  "001-queue": first,
};
