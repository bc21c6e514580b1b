import type { Move, Situation } from "./find-moves.ts";
import { findOwed } from "./find-approval.ts";
import type { Turn } from "./verdict.ts";

/**
 * Who moves next for each open remark, so that a table says the same as the turn's line: whoever has the move between its opener and
 * the author. An author's own remark waits for the reviewers until one answers. Null for nobody.
 */
export function findNext(
  { input, replayed, people, approval }: Situation,
  moves: readonly Move[],
  turns: readonly Turn[],
): Map<string, string | null> {
  const owed = findOwed(input.said, replayed, approval, people);
  const ours = moves.find(({ role }) => role === "author" || role === "blocker");
  const standIn = (login: string) => turns.find(({ coverFor }) => coverFor === login)?.login ?? login;
  const authorNext = standIn(ours?.login ?? people.author);
  const next = input.said.map((one): [string, string | null] => {
    const { id, opener, isOpen, asks, words } = one;
    if (!isOpen || !asks) return [id, null];
    if (people.isAuthor(opener)) {
      const isAnswered = words.at(-1)?.does === "answer";
      return [id, isAnswered ? opener : "reviewers"];
    }
    if (owed.includes(one)) return [id, authorNext];
    const standing = replayed.standings.find(({ login }) => login === opener);
    if (standing?.move === "author" && approval === null) return [id, authorNext];
    const isTheirs = moves.some(({ role, login }) => role === "reviewer" && login === opener);
    return [id, isTheirs ? standIn(opener) : null];
  });
  return new Map(next);
}
