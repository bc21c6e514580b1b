import { reminders } from "./reminders.ts";
import { turns } from "./turns.ts";
import { list, moment } from "./format.ts";

/** All that the app writes on GitHub, in English. The other catalogues have its type. */
export const english = { list, moment, turns, reminders };
