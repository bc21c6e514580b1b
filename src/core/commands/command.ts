import type { Moment } from "../calendar/span.ts";

/** Who may give a command. Write access is always enough. */
export type Who = "anyone" | "maintainer" | "author-or-maintainer" | "participant" | "remark-author";

/** What a command's argument says, or why it says nothing. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; message: string };

/** When a command was given, in which zone its dates count, and the address of the comment that it stands in. */
export interface Said extends Moment {
  url: string;
}

/** A slash command, listed in `index.ts`. */
export interface Command<Value = unknown> {
  name: string;
  /** One line for `/async help`. */
  summary: string;
  /** As typed: `/async snooze <duration>`. */
  usage: string;
  who: Who;
  /** Reads what follows the name: the rest of the line, trimmed; `following` is the text below, up to the next command. */
  parse(argument: string, following: string, said: Said): Parsed<Value>;
}
