import type { Deed } from "./slow-model.ts";

/** How a reviewer and the author stand with each other. */
interface Side {
  /** `done`: they approved, and nothing is left to do. */
  move: "reviewer" | "author" | "done" | "nobody";
  /** The minute of their request; null when there is none. */
  askedAt: number | null;
  /** The request was withdrawn, and they have not reviewed since. */
  isRemoved: boolean;
  /** Threads in which the author owes an answer, and whether each blocks. */
  open: Map<number, boolean>;
  owesPush: boolean;
  /** The author said that they are not ready. */
  isHeld: boolean;
  /** The verdict that stands, and the minute of the review that gave it. */
  opinion: { approves: boolean; minute: number } | null;
}

const nothing = new Set(["nit", "note", "praise"]);

/** Whether the review opens a thread that asks for something. */
const opensAsking = ({ opens }: Deed) => opens !== undefined && !nothing.has(opens ?? "");

/**
 * Whose turn it is, by docs/turns.md: for reviewers bob and carol, and the deleted account, with alice as
 * author.
 */
export class SlowTurns {
  readonly #sides = new Map<string, Side>();
  /** The author said so. It counts for the whole pull request while nobody has to review. */
  #isHeld = false;
  /** The opener of each thread that asks, by its minute, and whether it blocks. */
  readonly #threads = new Map<number, { opener: string; blocks: boolean }>();

  happen(deed: Deed): void {
    const { does, by, of = "", minute } = deed;
    const sides = [...this.#sides.values()];
    if (does === "request" && ["bob", "carol"].includes(of)) {
      const side = this.#side(of);
      Object.assign(side, { askedAt: minute, isRemoved: false });
      giveToReviewer(side);
      this.#isHeld = false;
    }
    if (does === "wait") {
      this.#isHeld = true;
      for (const side of sides.filter(isUnderWay)) Object.assign(side, { move: "author", isHeld: true });
    }
    if (does === "unrequest") {
      const side = this.#side(of);
      Object.assign(side, { askedAt: null, isRemoved: true });
      if (side.move === "reviewer") side.move = "nobody";
    }
    if (does === "ready" || does === "go on") {
      this.#isHeld = false;
      for (const side of sides.filter(isUnderWay)) {
        const isDone = hasApproved(side) && side.move === "author";
        giveToReviewer(side);
        if (isDone) side.move = "done";
      }
    }
    if (does === "review" && ["bob", "carol", "ghost"].includes(by)) this.#review(deed);
    if (does === "reply") this.#reply(deed);
    if (does === "dismiss") this.#dismiss(this.#side(of), deed.to ?? minute);
    if (does === "push" || does === "force push")
      for (const [login, side] of this.#sides) {
        side.owesPush = false;
        passBack(login, side);
      }
  }

  #side(login: string): Side {
    const known = this.#sides.get(login);
    if (known !== undefined) return known;
    const side: Side = {
      ...{
        move: "nobody",
        askedAt: null,
        isRemoved: false,
        open: new Map(),
        owesPush: false,
        isHeld: false,
        opinion: null,
      },
    };
    this.#sides.set(login, side);
    return side;
  }

  #review(deed: Deed): void {
    const { by, minute, state, opens } = deed;
    const side = this.#side(by);
    if (state !== "commented") Object.assign(side, { isRemoved: false, isHeld: false });
    if (state !== "commented" && by !== "ghost") {
      side.opinion = { approves: state === "approved", minute };
      if (state === "approved") {
        for (const [thread, blocks] of side.open) if (!blocks) side.open.delete(thread);
        if (side.open.size === 0) Object.assign(side, { move: "done", owesPush: false });
      } else {
        side.move = "author";
        if (!opensAsking(deed)) side.owesPush = true;
      }
    }
    if (!opensAsking(deed)) return;
    this.#threads.set(minute, { opener: by, blocks: opens === "blocking" });
    this.#ask(minute);
  }

  #ask(thread: number): void {
    const { opener, blocks } = this.#threads.get(thread)!;
    const side = this.#side(opener);
    side.open.set(thread, blocks);
    side.owesPush ||= blocks;
    Object.assign(side, { move: "author", isRemoved: false, isHeld: false });
  }

  #reply({ by, to }: Deed): void {
    const thread = this.#threads.get(to!);
    if (thread === undefined) return;
    if (by === thread.opener) this.#ask(to!);
    // Nobody is left to look at an answer, so a blocking thread stays the author's until it is resolved.
    const isLeft = thread.opener === "ghost" && thread.blocks;
    if (by !== "alice" || isLeft) return;
    const side = this.#side(thread.opener);
    side.open.delete(to!);
    passBack(thread.opener, side);
  }

  /** @param review its minute */
  #dismiss(side: Side, review: number): void {
    if (side.opinion?.minute !== review) return;
    side.opinion = null;
    side.owesPush = [...side.open.values()].includes(true);
    if (side.open.size === 0) side.move = "reviewer";
  }

  /** The people for whom the pull request waits while it is open and not a draft. */
  get awaited(): { reviewers: boolean; author: boolean } {
    const sides = [...this.#sides.values()];
    const isWaitedFor = (side: Side) =>
      side.askedAt !== null && (side.move === "reviewer" || (side.move === "author" && !hasApproved(side)));
    const isApproved =
      sides.some(({ opinion }) => opinion?.approves === true) &&
      !sides.some(({ opinion }) => opinion?.approves === false) &&
      !sides.some(isWaitedFor);
    // Nothing resolves a thread here, so each that blocks still holds the merge, answered or not.
    const blocking = [...this.#threads.values()].filter(({ blocks }) => blocks);
    if (isApproved) return { reviewers: false, author: blocking.length > 0 };
    return {
      reviewers: sides.some(({ move }) => move === "reviewer"),
      author:
        sides.some(({ move }) => move === "author") ||
        blocking.some(({ opener }) => this.#sides.get(opener)?.move === "done") ||
        (this.#isHeld && !sides.some(isUnderWay)),
    };
  }
}

/** Whether they have approved and were not asked again since. */
const hasApproved = ({ opinion, askedAt }: Side) =>
  opinion?.approves === true && (askedAt ?? -1) <= opinion.minute;

/** Whether a review of theirs is under way. */
const isUnderWay = ({ move, isRemoved }: Side) => ["reviewer", "author"].includes(move) && !isRemoved;

/** Gives the reviewer the turn, whatever is still open. */
function giveToReviewer(side: Side): void {
  side.open.clear();
  Object.assign(side, { move: "reviewer", owesPush: false, isHeld: false });
}

/** Ends the author's turn once everything is answered, and pushed for where something blocked. */
function passBack(login: string, side: Side): void {
  if (side.move !== "author" || side.open.size > 0 || side.owesPush || side.isHeld) return;
  if (hasApproved(side)) side.move = "done";
  else side.move = side.isRemoved || login === "ghost" ? "nobody" : "reviewer";
}
