import { z } from "zod";
import type { Instant, Repository } from "../core/pull-request.ts";
import type { Fence, Subject } from "../reconcile/ports.ts";

/** What an event asks for. */
export type Occasion =
  | {
      type: "look";
      subject: Extract<Subject, { kind: "pull_request" | "merge_group" }>;
      fence: Fence | null;
      /** When the pull request was opened; null for a merge group. */
      createdAt: Instant | null;
    }
  /** All open pull requests: time has passed. */
  | { type: "sweep" }
  | { type: "nothing"; why: string };

/**
 * May a job of that event fail? Only where its result is shown on the very commit, and the next run of it
 * mends it.
 */
export const mayFailJob = (event: string): boolean =>
  ["pull_request_target", "pull_request", "merge_group"].includes(event);

const pullRequest = z.object({ number: z.number(), created_at: z.string(), updated_at: z.string() });
const head = z.object({ sha: z.string() });

/** GitHub adds fields and leaves out others, so only what is needed is asked for. */
const payloads = {
  pullRequest: z.object({ pull_request: pullRequest.extend({ head }) }),
  comment: z.object({
    action: z.string(),
    issue: pullRequest.extend({ pull_request: z.unknown().optional() }),
    comment: z.object({ id: z.number() }),
  }),
  mergeGroup: z.object({ merge_group: z.object({ head_sha: z.string(), base_ref: z.string() }) }),
};

/**
 * Throws an error that says so when the file is not that event's. Nothing is decided from a payload: it only
 * says where to look.
 */
export function readEvent(name: string, payload: unknown, repository: Repository): Occasion {
  try {
    return read(name, payload, repository);
  } catch (cause) {
    if (!(cause instanceof z.ZodError)) throw cause;
    const keys = cause.issues.map(({ path }) => path.join(".")).join(", ");
    throw new Error(`The event file is not one of \`${name}\`: ${keys} is not as GitHub sends it.`, {
      cause,
    });
  }
}

function read(name: string, payload: unknown, repository: Repository): Occasion {
  const origin = { installationId: 0, repository };
  switch (name) {
    case "pull_request_target":
    case "pull_request":
    case "pull_request_review":
    case "pull_request_review_comment": {
      const { pull_request: found } = payloads.pullRequest.parse(payload);
      const { number, created_at: createdAt, updated_at: updatedAt } = found;
      return {
        type: "look",
        subject: { kind: "pull_request", ...origin, number },
        fence: { updatedAt, headSha: found.head.sha, commentIds: [] },
        createdAt,
      };
    }
    case "issue_comment": {
      const { action, issue, comment } = payloads.comment.parse(payload);
      if (!issue.pull_request) return { type: "nothing", why: "the comment is on an issue" };
      return {
        type: "look",
        subject: { kind: "pull_request", ...origin, number: issue.number },
        fence: {
          updatedAt: issue.updated_at,
          headSha: null,
          commentIds: action === "created" ? [comment.id] : [],
        },
        createdAt: issue.created_at,
      };
    }
    case "merge_group": {
      const { head_sha: headSha, base_ref: ref } = payloads.mergeGroup.parse(payload).merge_group;
      const baseRef = ref.replace(/^refs\/heads\//, "");
      const subject = { kind: "merge_group" as const, ...origin, headSha, baseRef };
      return { type: "look", subject, fence: null, createdAt: null };
    }
    case "schedule":
    case "workflow_dispatch":
      return { type: "sweep" };
    default:
      return { type: "nothing", why: `\`${name}\` is none of the events that the documentation lists` };
  }
}
