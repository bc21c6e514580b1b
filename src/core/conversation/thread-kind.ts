import type { Kind, KindsConfig, ReviewConfig } from "../config/schema/review-schema.ts";
import type { Instant, Review, ReviewComment, ReviewThread } from "../pull-request.ts";
import { visibleLines } from "../text/lines.ts";
import { isCommand } from "../text/parse-commands.ts";
import { classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import { isCourtesy } from "./is-courtesy.ts";
import { isByPerson, isShownByPerson } from "./people.ts";
import { weightOf } from "./remark.ts";

/** A thread's effective kind, and where it comes from. */
export interface ThreadKind {
  kind: Kind | null;
  because: "prefix" | "by-review" | "nothing";
  subject: string;
  /** When the deciding comment was written. */
  since: Instant;
  /** The person to satisfy: the writer of the last blocking word, else the opener. */
  holder: string;
  /** When they wrote it. */
  heldSince: Instant;
}

type KindsOfThread = Pick<ReviewConfig, "kinds" | "unprefixed">;

/** What one person said the thread is. */
type Voice = Pick<ThreadKind, "kind" | "because" | "since"> & { lastBlocked: Instant };

/**
 * A thread's kind is that of its opener's strongest comment. A later remark never lowers it. An edit of the
 * first comment does, and so do the opener's words about the thread ("nit then"). A blocking word of another
 * person who may block (`mayBlock`) raises it, and stands until that person takes it back.
 */
export function evaluateThreadKind(
  thread: ReviewThread,
  reviews: readonly Review[],
  config: KindsOfThread,
  mayBlock: (comment: ReviewComment) => boolean,
): ThreadKind {
  const first = thread.comments[0];
  const opening = classifyComment(first.body, config.kinds);
  let own = openVoice(first, reviews, config);
  const others = new Map<string, Voice>();
  for (const comment of thread.comments.slice(1)) {
    if (!isShownByPerson(comment)) continue;
    const { login } = comment.author;
    if (login === first.author.login) own = revise(own, comment, config);
    else if (mayBlock(comment)) {
      const said = revise(others.get(login) ?? silent(comment), comment, config);
      if (said.kind === "blocking") others.set(login, said);
      else others.delete(login);
    }
  }
  const blocking = [[first.author.login, own] as const, ...others].filter(
    ([, { kind }]) => kind === "blocking",
  );
  const [holder, last] = blocking.toSorted(([, a], [, b]) => (a.lastBlocked < b.lastBlocked ? 1 : -1))[0] ?? [
    first.author.login,
    own,
  ];
  const [earliest] = blocking.map(([, voice]) => voice).toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const { kind, because, since } = earliest ?? own;
  return { kind, because, since, subject: opening.subject, holder, heldSince: last.lastBlocked };
}

function openVoice(first: ReviewComment, reviews: readonly Review[], config: KindsOfThread): Voice {
  const at = first.createdAt;
  // Bots' comments are never classified.
  if (!isByPerson(first)) return silent(first);
  const kind = first.isMinimized ? null : effectiveKind(classifyComment(first.body, config.kinds));
  if (kind !== null) return { kind, because: "prefix", since: at, lastBlocked: at };
  if (!hasBlockingReview(first, reviews, config)) return silent(first);
  return { kind: "blocking", because: "by-review", since: at, lastBlocked: at };
}

const silent = ({ createdAt }: ReviewComment): Voice => ({
  kind: null,
  because: "nothing",
  since: createdAt,
  lastBlocked: createdAt,
});

/** The change that a further comment by the same person makes. */
function revise(before: Voice, { body, createdAt: at }: ReviewComment, { kinds }: KindsOfThread): Voice {
  const revision = parseRevision(body, kinds);
  const kind = revision ?? effectiveKind(classifyComment(body, kinds));
  const lastBlocked = kind === "blocking" ? at : before.lastBlocked;
  if (kind === "not-blocking")
    return before.kind === "blocking"
      ? { ...before, kind: "suggestion", because: "prefix", since: at }
      : before;
  // A thread without a kind still asks, so only a kind heavier than a nit raises it.
  const isRaised = kind !== null && weightOf(kind) < weightOf(before.kind ?? "nit");
  if (kind === null || !(isRaised || revision !== null)) return { ...before, lastBlocked };
  return { kind, because: "prefix", since: at, lastBlocked };
}

/** Was the thread opened in a review that requests changes, and has its author not approved since? */
function hasBlockingReview(
  first: ReviewComment,
  reviews: readonly Review[],
  config: Pick<ReviewConfig, "unprefixed">,
): boolean {
  if (config.unprefixed !== "by-review" || first.reviewId === null) return false;
  const review = reviews.find(({ id }) => id === first.reviewId);
  if (review?.state !== "changes_requested") return false;
  return !hasApprovedSince(review.author.login, review.submittedAt ?? first.createdAt, reviews);
}

/** Did this person approve at or after that instant? */
export function hasApprovedSince(login: string, since: Instant, reviews: readonly Review[]): boolean {
  return reviews.some(
    ({ author, state, submittedAt }) =>
      author.login === login && state === "approved" && submittedAt !== null && submittedAt >= since,
  );
}

/** What a comment turns a thread into: another kind, or one that no longer blocks. */
type Revision = Kind | "not-blocking";

const lead =
  /^(?:(?:ok(?:ay)?|fine|sure|right|fair(?: enough| point)?|good point|agreed?|yes|yep|ah|oh|hm+|well|so|thanks?(?: you)?|makes sense|i see|on second thoughts?|actually|in that case|then) )+/;
const subject =
  "(?:(?:id|i would) say )?(?:(?:this|that|it|mine)(?: one)?(?: is|s)? |its |thats |im |i am )?(?:(?:just|only|merely|now|more of) )*";
const word = "(?:an? )?(?<word>[a-z-]{2,20})";
const turned = "(?:then|now|instead|after all|at most|only)";
/** "Nit then", "it's just a nit now: rename it". */
const renamed = new RegExp(`^${subject}${word} ${turned}(?: .{1,40})?(?::.*)?$`);
/** "Let's call it a nit", "downgrading to nit". */
const called = new RegExp(
  `^(?:lets |ill |id |i would |we can |you can )*(?:call(?:ing)?|consider(?:ing)?|count(?:ing)?|treat(?:ing)?|downgrad(?:e|ed|ing)|lower(?:ed|ing)?)(?: (?:it|this|that|mine))?(?: down)?(?: to| as)? ${word}(?: ${turned})?$`,
);
/** "Nit", "this is just a nit": about the thread only when the comment says nothing else. */
const bare = new RegExp(`^${subject}${word}$`);

const negation =
  "(?:(?:is )?not(?: really)?|isnt|arent|no longer|non|un|does not|doesnt|should not|shouldnt|wont|need not)";
const blocked = `${subject}${negation}[ -]?(?:an? )?block(?:ing|er|ed)?`;
const object = "(?: (?:this|it|the merge|merging|the pr|on this|you))?";
/** "Not blocking any more", "no longer a blocker", "non-blocking then". */
const unblocked = new RegExp(
  `^${blocked}${object} (?:${turned}|any ?more|any longer|for me|from me|(?:from|on) my side)(?: .{1,40})?(?::.*)?$`,
);
const noLonger = new RegExp(`^${subject}no longer (?:an? )?block(?:ing|er|ed)${object}$`);
const bareUnblocked = new RegExp(
  `^(?:${blocked}${object}|${subject}unblocking)(?::? (?:later|fine|ok(?:ay)?))?$`,
);
/**
 * "Not blocking" alone may be about the code. These phrases can only be about the thread: "not a blocker", "I
 * won't block", "no longer consider".
 */
const plainlyUnblocked = [
  new RegExp(
    `^${subject}(?:${negation}|no) (?:an? )?blockers?(?: (?:for|from|on) .{1,30}| ${turned}| any ?more)?$`,
  ),
  /^(?:i |we )(?:wont|will not|am not going to|do not want to|dont want to) (?:block|hold(?: up)?) (?:on )?(?:this|it|that|you|the merge|merging|the pr|the release)(?: up)?(?: (?:over|for|on) (?:this|it|that))?$/,
  /^(?:i |we )?no longer (?:consider|see|regard) (?:this|it|that) (?:as )?(?:an? )?block(?:ing|er)$/,
  /^(?:lets |ill |id |i would |we can |you can )*(?:call(?:ing)?|consider(?:ing)?|count(?:ing)?|treat(?:ing)?|mark(?:ing|ed)?)(?: (?:it|this|that|mine))?(?: as)? (?:non|not|no longer)[ -]block(?:ing|er)(?: then| now)?$/,
  /^(?:i |im |i am )(?:withdraw|remov|drop|lift|retract|tak)(?:e|ing|p?ed|ping)?(?: back)? (?:my|the|this) (?:block(?:er)?|blocking comment)(?: back)?$/,
  /^(?:withdraw|remov|dropp|lift|retract)ing (?:my|the|this) (?:blocker|blocking comment)$/,
  /^(?:i m |im |i am )?unblock(?:ing|ed)(?: (?:this|it|you|the merge|the pr))?(?: now| then)?$/,
  /^(?:theres |there is |i see )?no (?:need|reason) (?:to|for this to) (?:block|hold)(?: up)?(?: (?:on|over))?(?: (?:this|it|that|the merge|merging|the pr|anything))?(?: up)?(?: (?:on|over|for) (?:this|it|that))?$/,
  /^(?:lets not|we shouldnt|we should not|we dont (?:have|need) to|we neednt) (?:block|hold(?: up)?)(?: (?:on|over))?(?: (?:this|it|that|the merge|merging|the pr|the release))?(?: up)?(?: (?:on|over|for) (?:this|it|that))?$/,
  /^(?:(?:this|that|it) )?(?:doesnt|does not|neednt|need not|shouldnt|should not) (?:(?:have|need) to )?(?:block|hold up) (?:this|it|you|the merge|merging|the pr|the release|anything)$/,
  /^(?:feel free|you can|youre free|go ahead|happy for you|safe|good) (?:to |and )?merge(?: (?:it|this|as is|anyway|without (?:it|this)|regardless|now|then)){0,3}$/,
];
/** "Can be done later" next to it takes nothing back. */
const deferred =
  /^(?:this |that |it |we )?(?:can|could|may|let s|lets) .{0,40}\b(?:later|follow[ -]?up|separately|another pr|next pr|wait)$/;

/** Clauses in lower case, without commands, quotes, code and apostrophes; with colons and question marks. */
function splitClauses(body: string): string[] {
  const text = [...visibleLines(body.slice(0, 2000))]
    .filter((line) => line.fence === null && !isCommand(line) && !/^\s*>/.test(line.text))
    .map(({ text: line }) => line)
    .join("\n");
  return text
    .slice(0, 500)
    .toLowerCase()
    .replace(/[’'`*_~]/g, "")
    .split(/[.!,;\n()–—]+|\s-+\s/)
    .map((clause) => clause.replace(/\s+/g, " ").trim())
    .filter((clause) => clause !== "");
}

/** The kind that a word names: a nit, or any kind by its own name. Other words may be about the code. */
function kindOf(name: string | undefined, kinds: KindsConfig): Kind | null {
  const kind = name === undefined ? null : effectiveKind(classifyComment(`${name}: x`, kinds));
  return kind === "nit" || kind === name ? kind : null;
}

/**
 * Reads words about the thread itself: "nit then", "not blocking any more", a kind's name and nothing else.
 * Null for anything else, such as a further remark ("nit: and rename tmp"), which does not change the thread.
 */
export function parseRevision(body: string, kinds: KindsConfig): Revision | null {
  const clauses = splitClauses(body)
    .filter((clause) => !deferred.test(clause) && !isCourtesy(clause, "asker"))
    .map((clause) => `${clause} `.replace(lead, "").trim())
    .filter((clause) => clause !== "");
  for (const clause of clauses) {
    if ([unblocked, noLonger, ...plainlyUnblocked].some((words) => words.test(clause))) return "not-blocking";
    const kind = kindOf((renamed.exec(clause) ?? called.exec(clause))?.groups?.word, kinds);
    if (kind !== null) return kind;
  }
  const [said, ...others] = clauses;
  if (said === undefined || others.length > 0) return null;
  if (bareUnblocked.test(said)) return "not-blocking";
  return kindOf(bare.exec(said.replace(/:$/, ""))?.groups?.word, kinds);
}
