import { quoteHarmlessly, quoteMessage } from "../text/quote-text.ts";
import type { Nobody, Turn, TurnReason, TurnsVerdict } from "../turns/turns.ts";
import type { AskCounts, TurnTimes } from "./words/en/turns.ts";
import type { Words } from "./words/words.ts";

/**
 * One line for the review check and the sticky comment: whose turn it is, since when and until when, on that
 * person's clock; or why it is nobody's, and what would change that. It holds absolute instants only, so the
 * same state always reads the same. It mentions nobody. "" when turns are off.
 */
export function renderTurnLine(verdict: TurnsVerdict, words: Words): string {
  if (verdict.nobody !== null)
    return renderNobody(verdict.nobody, words.moment(verdict.since, verdict.timeZone), words);
  if (verdict.state === "off") return "";
  return words.turns.waiting({ moves: renderMoves(verdict.turns, words), wantedBy: verdict.deadline });
}

/** How long the finished rounds took, given in seconds of business time. "" before the first has ended. */
export function renderRounds(rounds: readonly number[], { turns }: Words): string {
  return rounds.length === 0 ? "" : turns.rounds(rounds.map(renderTime));
}

/**
 * The author's newest status update for the sticky comment: when, a link, and the text as a harmless quote.
 * "" when there is none.
 */
export function renderStatus(
  { status, timeZone }: Pick<TurnsVerdict, "status" | "timeZone">,
  words: Words,
): string {
  const quote = quoteHarmlessly(status?.text ?? null);
  if (status === null || quote === null) return "";
  const at = words.moment(status.at, timeZone);
  return `${words.turns.status({ url: status.url, at })}\n${quote}`;
}

/** Groups people whose line is the same, in their order. */
export function groupByText<Member>(
  members: readonly Member[],
  render: (member: Member) => string,
): [first: Member, ...others: Member[]][] {
  const groups = new Map<string, [Member, ...Member[]]>();
  for (const member of members) {
    const text = render(member);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [member]);
    else group.push(member);
  }
  return [...groups.values()];
}

export const timesOf = ({ since, due, calendar }: Turn): TurnTimes => ({
  since,
  due,
  timeZone: calendar.timeZone,
});

function renderWho({ login, coverFor, isAway }: Turn, words: Words): string {
  const notes = [
    ...(coverFor === null ? [] : [words.turns.coverFor(`\`${coverFor}\``)]),
    ...(isAway ? [words.turns.away] : []),
  ];
  return [`\`${login}\``, ...notes.map((note) => `(${note})`)].join(" ");
}

/** Says that the merge queue removed it, with GitHub's reason if there is one; null for any other turn. */
function renderRemoval(why: TurnReason, { turns }: Words): string | null {
  if (why.type !== "queue") return null;
  const text = why.text === "" ? "" : quoteMessage(why.text, 100);
  return turns.removedFromQueue(why.known === null ? text : turns.queueReason(why.known));
}

/** People whose line is the same are named together. */
function renderMoves(turns: readonly Turn[], words: Words): string[] {
  const render = (turn: Turn, who: string[]) =>
    words.turns.move({
      ...timesOf(turn),
      who,
      role: turn.role,
      asks: turn.why.type === "asked" ? countAsks(turn.why) : null,
      note: renderRemoval(turn.why, words),
      snoozedUntil: turn.snoozedUntil,
    });
  return groupByText(turns, (turn) => render(turn, [])).map((members) =>
    render(
      members[0],
      members.map((turn) => renderWho(turn, words)),
    ),
  );
}

/** Why nobody has a turn, and what would change it. */
function renderNobody(nobody: Nobody, since: string, { turns }: Words): string {
  switch (nobody.type) {
    case "bot":
      return nobody.isOwned
        ? turns.ownedBot({ login: `\`${nobody.login}\``, since })
        : turns.bot({ login: `\`${nobody.login}\``, since });
    case "unread author":
      return nobody.isOwned
        ? turns.ownedUnreadAuthor({ login: `\`${nobody.login}\``, since })
        : turns.unreadAuthor({ login: `\`${nobody.login}\``, since });
    case "bots asked":
      return turns.botsAsked({ logins: nobody.logins.map((login) => `\`${login}\``), since });
    case "nobody asked":
      return turns.nobodyAsked(since);
    case "answered":
      return nobody.isUnderRule ? turns.answeredUnderRule(since) : turns.answered(since);
    default:
      return turns[nobody.type](since);
  }
}

/** `2 h 10 min`: the same in every language. */
function renderTime(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

/** What an author is asked, counted; null when there is nothing to count. */
export function countAsks(reason: Extract<TurnReason, { type: "asked" }>): AskCounts | null {
  const countOf = (kind: string) => reason.kinds.filter((one) => one === kind).length;
  const [questions, blocking, suggestions] = [
    countOf("question"),
    countOf("blocking"),
    countOf("suggestion"),
  ];
  const comments = reason.kinds.length - questions - blocking - suggestions;
  const changesBy = reason.changesRequestedBy.map((login) => `\`${login}\``);
  if (reason.kinds.length + changesBy.length === 0) return null;
  return { questions, blocking, suggestions, comments, changesBy };
}
