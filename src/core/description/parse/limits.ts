import { blockQuote, codeText, htmlText, labelEnd, list, setextUnderline } from "micromark-core-commonmark";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Construct, Effects, Extension, State, TokenizeContext, Tokenizer } from "micromark-util-types";

/** The most that a text may have of whatever costs more than its length. */
export interface Limits {
  /** Lines outside of code and HTML. */
  lines: number;
  /** Lines of code and HTML included. */
  allLines: number;
  /** Lines that continue a list or quote without its marker: each is compared with all before it. */
  lazyLines: number;
  /** Headings with a line of `=` or `-` below: each is found by scanning everything before it. */
  underlines: number;
  /** Starts and continuations of quotes, lists and footnotes: a line may have many. */
  containers: number;
  /** Characters that may begin or end emphasis, code, links and tags. */
  marks: number;
  marksInParagraph: number;
  /**
   * Characters read to find the end of a code span, a tag or a link's target, or a rule after a list's
   * marker.
   */
  lookahead: number;
  /** `|` in what may be a table. */
  bars: number;
}

/** At least five times what the longest real descriptions have. */
export const limits: Limits = {
  lines: 3_000,
  allLines: 12_000,
  lazyLines: 1_000,
  underlines: 100,
  containers: 2_500,
  marks: 4_000,
  marksInParagraph: 1_000,
  lookahead: 500_000,
  bars: 4_000,
};

/** A text exceeds a limit. */
export class LimitError extends Error {
  readonly limit: keyof Limits;

  constructor(limit: keyof Limits) {
    super(`More than ${limits[limit]} ${limit}`);
    this.name = "LimitError";
    this.limit = limit;
  }
}

const marks = [..."!&*<[\\]_~"].map((mark) => mark.charCodeAt(0));

/** Counts the work of one parse at a time, and throws a `LimitError` over a limit. */
class WorkCounter {
  readonly #max: Limits;
  #counts = zero();
  #lastLine = 0;
  #paragraph: TokenizeContext | null = null;

  constructor(max: Limits) {
    this.#max = max;
  }

  /** Call it before each parse. Returns the counts, which start from zero. */
  readonly start = (): Readonly<Limits> => {
    this.#counts = zero();
    this.#lastLine = 0;
    this.#paragraph = null;
    return this.#counts;
  };

  readonly spend: Spend = (what, amount = 1) => {
    this.#counts[what] += amount;
    if (this.#counts[what] > this.#max[what]) throw new LimitError(what);
  };

  readonly countLine = (context: TokenizeContext): void => {
    const { line } = context.now();
    if (this.#lastLine === line) return;
    this.spend("lines");
    if (context.parser.lazy[line - 1]) this.spend("lazyLines");
    this.#lastLine = line;
  };

  readonly countMark = (context: TokenizeContext): void => {
    this.spend("marks");
    // A paragraph is read from its start to its end before the next one.
    if (this.#paragraph !== context) this.#counts.marksInParagraph = 0;
    this.#paragraph = context;
    this.spend("marksInParagraph");
  };
}

/**
 * A micromark extension that counts the work and leaves the result as it is, because micromark needs more
 * than linear time for some texts. Over a limit it throws a `LimitError`, so the same text always ends the
 * same way.
 */
export function limitWork(max: Limits): { extension: Extension; start: WorkCounter["start"] } {
  const { start, spend, countLine, countMark } = new WorkCounter(max);
  const container = countContainer(spend, list);
  const underline = countFound(spend, setextUnderline, "underlines");
  const digits = Object.fromEntries([..."0123456789"].map((digit) => [digit.charCodeAt(0), container]));
  const footnote = gfmFootnote();
  const markCount = neverMatches(countMark);
  const extension: Extension = {
    // Turns off micromark's own constructs, which the counting ones below replace.
    disable: { null: replaced.flatMap(({ name }) => name ?? []) },
    document: {
      ...digits,
      42: container,
      43: container,
      45: container,
      62: countContainer(spend, blockQuote),
      91: countContainer(spend, onlyOne(footnote.document?.[91])),
      null: neverMatches(countLine),
    },
    flow: {
      45: underline,
      61: underline,
      null: countBars(spend, onlyOne(gfmTable().flow?.null)),
    },
    text: {
      ...Object.fromEntries(marks.map((code) => [code, [markCount]])),
      60: [markCount, countRead(spend, htmlText)],
      91: [markCount, onlyOne(footnote.text?.[91])],
      93: [markCount, countRead(spend, labelEnd), onlyOne(footnote.text?.[93])],
      // Counted inside the construct: one of its own would also be tried within a run of backticks.
      96: countRead(spend, { ...codeText, tokenize: countTokenize(codeText.tokenize, countMark) }),
    },
  };
  return { extension, start };
}

const replaced = [list, blockQuote, setextUnderline, codeText, htmlText, labelEnd];

/** Counts work, and throws a `LimitError` over a limit. */
type Spend = (what: keyof Limits, amount?: number) => void;

/** Counts how often it is found, not how often it is tried. */
const countFound = (spend: Spend, construct: Construct, what: "containers" | "underlines"): Construct => ({
  ...construct,
  name: `${construct.name}Counted`,
  tokenize(effects, ok, nok) {
    const found: State = (code) => {
      spend(what);
      return ok(code);
    };
    // `- - - a` may be a rule up to its last character, at each of its markers.
    const check: Effects["check"] = (tried, matched, missed) =>
      effects.check(isConstruct(tried) ? countRead(spend, tried) : tried, matched, missed);
    return construct.tokenize.call(this, { ...effects, check }, found, nok);
  },
});

/** Counts the start and each continuation. */
function countContainer(spend: Spend, construct: Construct): Construct {
  const counted: Construct = {
    ...countFound(spend, construct, "containers"),
    continuation: {
      tokenize(effects, ok, nok) {
        spend("containers");
        // A list itself looks for its next item.
        const attempt: Effects["attempt"] = (tried, found, missed) =>
          effects.attempt(tried === construct ? counted : tried, found, missed);
        return (construct.continuation?.tokenize ?? construct.tokenize).call(
          this,
          { ...effects, attempt },
          ok,
          nok,
        );
      },
    },
  };
  return counted;
}

/** Counts what is read in each try, at its end. */
const countRead = (spend: Spend, construct: Construct): Construct => ({
  ...construct,
  name: `${construct.name}Counted`,
  tokenize(effects, ok, nok) {
    const start = this.now().offset;
    const end = (next: State): State => {
      return (code) => {
        spend("lookahead", this.now().offset - start);
        return next(code);
      };
    };
    // A link's target and label are constructs of their own.
    const attempt: Effects["attempt"] = (tried, found, missed) =>
      effects.attempt(isConstruct(tried) ? countRead(spend, tried) : tried, found, missed);
    return construct.tokenize.call(this, { ...effects, attempt }, end(ok), end(nok));
  },
});

/** Counts the bars of what may be a table. */
const countBars = (spend: Spend, construct: Construct): Construct => ({
  ...construct,
  tokenize(effects, ok, nok) {
    const enter: Effects["enter"] = (type, fields) => {
      if (type === "tableCellDivider") spend("bars");
      return effects.enter(type, fields);
    };
    return construct.tokenize.call(this, { ...effects, enter }, ok, nok);
  },
});

const zero = (): Limits => ({
  lines: 0,
  allLines: 0,
  lazyLines: 0,
  underlines: 0,
  containers: 0,
  marks: 0,
  marksInParagraph: 0,
  lookahead: 0,
  bars: 0,
});

/** The only construct in its place of an extension. Throws if a new version of micromark has more. */
function onlyOne(constructs: Construct | Construct[] | undefined): Construct {
  const [only, ...others] = [constructs ?? []].flat();
  if (only === undefined || others.length > 0) throw new Error("micromark's extension has changed");
  return only;
}

/** A tokenizer that counts each try. */
function countTokenize(tokenize: Tokenizer, count: (context: TokenizeContext) => void): Tokenizer {
  return function (effects, ok, nok) {
    count(this);
    return tokenize.call(this, effects, ok, nok);
  };
}

function isConstruct(tried: Parameters<Effects["attempt"]>[0]): tried is Construct {
  return "tokenize" in tried && typeof tried.tokenize === "function";
}

/** A construct that matches nothing and counts each try. */
function neverMatches(count: (context: TokenizeContext) => void): Construct {
  return {
    tokenize(_effects, _ok, nok) {
      return (code) => {
        count(this);
        return nok(code);
      };
    },
  };
}
