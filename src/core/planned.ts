import type { Language } from "./language.ts";
import type { CheckConclusion, Instant } from "./pull-request.ts";

/**
 * What should exist on GitHub for one pull request. It is compared with what is there, and only differences
 * are written. Texts contain absolute instants, never ages, so that the same state always renders to the same
 * hash.
 */
export interface Plan {
  /** One per enabled check; each always concludes, so that it can be required. */
  checkRuns: PlannedCheckRun[];
  /** Check runs on the head that nothing asks for any more: they conclude with success and say so. */
  retiredChecks: PlannedCheckRun[];
  /** The sticky comment. Null leaves an existing one alone and creates none. */
  comment: PlannedComment | null;
  /** Only labels that the app manages; it leaves all others alone. */
  labels: PlannedLabel[];
  /** New comments that notify. At most one is visible. */
  reminders: PlannedReminder[];
  /** GraphQL ids of our reminders to minimise, because they have done their work. */
  minimize: string[];
  /** Replies inside a review thread (the back-and-forth hint). */
  replies: PlannedReply[];
  /** Answers to commands: our reaction on a comment. */
  reactions: PlannedReaction[];
  /** A new text for the pull request's body, with missing sections inserted; null leaves the body alone. */
  bodyEdit: PlannedBodyEdit | null;
  /**
   * The next instant at which the plan changes without a new event; null when only an event can change it.
   */
  wakeAt: Instant | null;
}

/** Writes nothing and never looks again. */
export const emptyPlan: Plan = {
  checkRuns: [],
  retiredChecks: [],
  comment: null,
  labels: [],
  reminders: [],
  minimize: [],
  replies: [],
  reactions: [],
  bodyEdit: null,
  wakeAt: null,
};

export interface CheckRunButton {
  /** ≤ 20 characters each for label and identifier, ≤ 40 for the description (GitHub's limits). */
  label: string;
  description: string;
  identifier: "insert" | "recheck";
}

/** The conclusions that our check runs may have. */
export type Conclusion = Extract<CheckConclusion, "success" | "neutral" | "failure">;

export interface PlannedCheckRun {
  name: string;
  /** The language it is written in. */
  language: Language;
  conclusion: Conclusion;
  title: string;
  /** Markdown, at most 65,535 bytes of UTF-8. */
  summary: string;
  text: string;
  buttons: CheckRunButton[];
  annotations: Annotation[];
  /** Covers the facts, the language and the renderer's version, but not the wording. */
  hash: string;
  /**
   * Id of the delivery that asked for it again: writes a new run even with the same hash, because GitHub or a
   * person waits for an answer. Null: only differences are written.
   */
  force: string | null;
}

/** How many annotations fit in one request (https://docs.github.com/en/rest/checks/runs). */
export const maxAnnotations = 50;

export interface Annotation {
  path: string;
  startLine: number;
  endLine: number;
  level: "notice" | "warning" | "failure";
  title: string;
  message: string;
}

export interface PlannedComment {
  /** May it be created, or only updated if it exists? */
  create: boolean;
  /** Markdown without the marker. */
  body: string;
  /** Like a check run's. */
  hash: string;
}

export interface PlannedLabel {
  name: string;
  color: string;
  description: string;
  /** Should it be on the pull request? */
  wanted: boolean;
}

export interface PlannedReminder {
  /** Whose turn, what began it and the step: the reminder's identity, kept in its marker. */
  key: string;
  /** Markdown without the marker. */
  body: string;
}

export interface PlannedReply {
  /** REST id of the thread's first comment, which replies name. */
  inReplyTo: number;
  /** The hint's identity, kept in its marker. */
  key: string;
  /** Markdown without the marker. */
  body: string;
}

export interface PlannedReaction {
  /** GraphQL id of the comment or review. */
  subjectId: string;
  content: "rocket" | "thumbs_down" | "confused";
}

export interface PlannedBodyEdit {
  /** The body that was edited. If GitHub's has changed since, nothing is written. */
  from: string;
  to: string;
}

/**
 * One request that changes something on GitHub. `key` names what a create makes, to remember it for five
 * minutes.
 */
export type Write =
  | { type: "create_check_run"; key: string; headSha: string; externalId: string; checkRun: PlannedCheckRun }
  | { type: "update_check_run"; id: number; externalId: string; checkRun: PlannedCheckRun }
  | { type: "create_comment"; key: string; body: string; hash: string }
  | { type: "update_comment"; id: number; body: string; hash: string }
  | { type: "delete_comment"; id: number }
  | { type: "create_label"; name: string; color: string; description: string }
  | { type: "add_label"; name: string }
  | { type: "remove_label"; name: string }
  | { type: "create_reply"; key: string; inReplyTo: number; body: string; hash: string }
  | { type: "minimize_comment"; subjectId: string }
  | { type: "add_reaction"; subjectId: string; content: PlannedReaction["content"] }
  | { type: "update_body"; edit: PlannedBodyEdit };
