import { english } from "../../src/core/render/words/en/index.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { Remark, ReviewThread, TimelineItem } from "../github/state/pull-request.ts";
import { renderChecks, renderConversation } from "./render-markdown.ts";

/** A text that somebody wrote. `at` is in the team's zone. */
interface PageRemark {
  /** The anchor of its link on GitHub: `issuecomment-1`, `discussion_r2`. */
  anchor: string;
  author: string;
  at: string;
  html: string;
  isEdited: boolean;
  isMinimized: boolean;
  reactions: { emoji: string; name: string; by: string }[];
}

export interface PageThread {
  id: number;
  path: string;
  line: number | null;
  isResolved: boolean;
  isOutdated: boolean;
  comments: PageRemark[];
}

/** The conversation, oldest first: comments, reviews with the threads that they opened, and events. */
export type TimelineEntry =
  | ({ kind: "comment" } & PageRemark)
  | ({ kind: "review"; state: string; threads: PageThread[] } & PageRemark)
  | { kind: "event"; author: string; at: string; text: string };

const emoji: Record<string, string> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  hooray: "🎉",
  confused: "😕",
  heart: "❤️",
  rocket: "🚀",
  eyes: "👀",
};

export function describeTimeline(one: PullRequestDriver, timeZone: string): TimelineEntry[] {
  const { comments, reviews, threads, timeline, number } = one.state;
  const show = (remark: Remark, prefix: string): PageRemark => ({
    anchor: `${prefix}${remark.id}`,
    author: remark.author.login,
    at: english.moment(remark.createdAt, timeZone),
    // The app's own texts may link to lines and comments.
    html: remark.author.login.endsWith("[bot]")
      ? renderChecks(remark.body, number, true)
      : renderConversation(remark.body),
    isEdited: remark.edits > 0,
    isMinimized: remark.minimizedReason !== null,
    reactions: remark.reactions.map(({ content, user }) => ({
      emoji: emoji[content]!,
      name: content,
      by: user.login,
    })),
  });
  const showThread = (thread: ReviewThread): PageThread => ({
    id: thread.id,
    path: thread.path,
    line: thread.line ?? thread.originalLine,
    isResolved: thread.resolvedBy !== null,
    isOutdated: thread.isOutdated,
    comments: thread.comments.map((comment) => show(comment, "discussion_r")),
  });
  const dated: { at: string; entry: TimelineEntry }[] = [
    ...comments.map((comment) => ({
      at: comment.createdAt,
      entry: { kind: "comment" as const, ...show(comment, "issuecomment-") },
    })),
    ...reviews
      .map((review) => ({
        review,
        opened: threads.filter(({ comments: [first] }) => first?.review === review),
      }))
      // A reply in a thread creates an empty review, which GitHub does not show.
      .filter(({ review, opened }) => review.body !== "" || opened.length > 0 || review.state !== "COMMENTED")
      .map(({ review, opened }) => ({
        at: review.submittedAt,
        entry: {
          kind: "review" as const,
          ...show(review, "pullrequestreview-"),
          state: review.state.toLowerCase(),
          threads: opened.map(showThread),
        },
      })),
    ...one.commits.slice(1).map((commit) => ({
      at: commit.committedDate,
      entry: event(
        commit.author?.login ?? "somebody",
        commit.committedDate,
        `pushed "${commit.message}"`,
        timeZone,
      ),
    })),
    ...timeline.flatMap((item) => {
      const text = describeEvent(item);
      return text === null
        ? []
        : [{ at: item.createdAt, entry: event(item.actor.login, item.createdAt, text, timeZone) }];
    }),
  ];
  return dated.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ entry }) => entry);
}

const event = (author: string, at: string, text: string, timeZone: string) => ({
  kind: "event" as const,
  author,
  at: english.moment(at, timeZone),
  text,
});

function describeEvent({ kind, reviewer }: TimelineItem): string | null {
  const who = reviewer === undefined ? "" : "slug" in reviewer ? reviewer.slug : reviewer.login;
  const texts: Partial<Record<TimelineItem["kind"], string>> = {
    ReviewRequestedEvent: `asked ${who} for a review`,
    ReviewRequestRemovedEvent: `no longer asks ${who} for a review`,
    ReadyForReviewEvent: "marked this as ready for review",
    ConvertToDraftEvent: "converted this to a draft",
    MergedEvent: "merged this",
    ReopenedEvent: "reopened this",
  };
  return texts[kind] ?? null;
}
