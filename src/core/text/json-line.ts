import { escapeDangerousJson } from "./dangerous-characters.ts";

/** A value as compact JSON: what a terminal or a log would obey is escaped in it, and comes back when it is parsed. */
export const toJsonLine = (value: unknown): string => escapeDangerousJson(JSON.stringify(value));
