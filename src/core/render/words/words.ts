import type { english } from "./en/index.ts";

/** One language's texts. Each message is a sentence, or a cell or label that stands by itself. */
export type Words = typeof english;
