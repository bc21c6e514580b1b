import type { Actor, RequestedReviewer } from "../../core/pull-request.ts";
import type { ActorAnswer, ReviewerAnswer } from "../answers.ts";

/**
 * An actor in core/'s words. GraphQL says `dependabot` with type Bot where REST and webhooks say
 * `dependabot[bot]`; core/ knows only the REST form. A deleted account is null in GraphQL and @ghost on the
 * site.
 */
export function parseActor(answer: ActorAnswer | null | undefined): Actor {
  if (!answer) return { login: "ghost", type: "user" };
  switch (answer.__typename) {
    case "Bot":
      return { login: withBotSuffix(answer.login), type: "bot" };
    case "Mannequin":
      return { login: answer.login, type: "mannequin" };
    case "Organization":
      return { login: answer.login, type: "organization" };
    default:
      return { login: answer.login, type: "user" };
  }
}

/** The login alone; null where GitHub names no actor, which does not mean @ghost. */
export function parseLogin(answer: ActorAnswer | null | undefined): string | null {
  return answer ? parseActor(answer).login : null;
}

/** Null when GitHub does not say who was asked: a team that we may not see, or a new kind of reviewer. */
export function parseReviewer(answer: ReviewerAnswer | null | undefined): RequestedReviewer | null {
  if (!answer) return null;
  if (answer.__typename === "Team") {
    return answer.combinedSlug ? { type: "team", login: answer.combinedSlug } : null;
  }
  // A kind that the document doesn't select has no name.
  if (!("login" in answer)) return null;
  const { login, type } = parseActor(answer);
  return { type: type === "organization" ? "user" : type, login };
}

function withBotSuffix(login: string): string {
  return login.endsWith("[bot]") ? login : `${login}[bot]`;
}
