import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindsSchema } from "../../../../src/core/config/schema/review-schema.ts";
import { classifyComment } from "../../../../src/core/conversation/classify/classify-comment.ts";
import { readCpuTime } from "../../../cpu-time.ts";
import { times } from "../../../properties.ts";

const kinds = kindsSchema.parse({});

/** Kind, prefix, decorations, blocking, subject: in one line, so that a table stays readable. */
function say(body: string, config = kinds): string {
  const { kind, prefix, decorations, blocking, subject } = classifyComment(body, config);
  const extra = decorations.length > 0 ? ` (${decorations.join("|")})` : "";
  return `${kind ?? "none"}${blocking ? "!" : ""} <${prefix ?? ""}>${extra} ${subject}`.trimEnd();
}

const table: Record<string, [string, string][]> = {
  "separators and cases": [
    ["nit: a", "nit <nit> a"],
    ["Nit - a", "nit <nit> a"],
    ["NIT: a", "nit <nit> a"],
    ["nit, a", "nit <nit> a"],
    ["nit; a", "nit <nit> a"],
    ["Nit extra period", "nit <nit> extra period"],
    ["nit ... a", "nit <nit> a"],
    ["Nit : a", "nit <nit> a"],
    ["nit — a", "nit <nit> a"],
    ["nit—a", "nit <nit> a"],
    ["Nit #2 - a", "nit <nit> a"],
    ["Q. why?", "question <q> why?"],
    ["Blocking. a", "blocking! <blocking> a"],
    ["nit -a", "nit <nit> -a"],
    ["nit：a", "nit <nit> a"],
    ["Q: why", "question <q> why"],
    ["IMO, a", "suggestion <imo> a"],
    ["FYI - a", "note <fyi> a"],
    ["Must fix: a", "blocking! <must fix> a"],
    ["must-fix: a", "blocking! <must-fix> a"],
    ["Question 2: why", "question <question> why"],
    ["Q2: why", "question <q2> why"],
    ["Nit(s): a", "nit <nit> a"],
    ["Nonblocking: a", "suggestion <nonblocking> a"],
    ["Notes: a", "note <notes> a"],
    ["Issues: a", "none <> Issues: a"],
    ["Typos: a", "nit <typos> a"],
    ["Typo?\na", "nit <typo> a"],
    ["typo/missed change: a", "nit <typo> (missed change) a"],
  ],
  "ornaments around the word": [
    ["(nit) a", "nit <nit> a"],
    ["(nit): a", "nit <nit> a"],
    ["(nit, we also do b)", "nit <nit> we also do b)"],
    ["[nit] a", "nit <nit> a"],
    ["（nit）a", "nit <nit> a"],
    ["**nit:** a", "nit <nit> a"],
    ["**nit**: a", "nit <nit> a"],
    ["***nit***: a", "nit <nit> a"],
    ["**nit: all bold**", "nit <nit> all bold"],
    ["**Nit** a", "nit <nit> a"],
    ["**blocking** - a", "blocking! <blocking> a"],
    ["_must_ – a", "blocking! <must> a"],
    ["**Critical** This leaks", "blocking! <critical> This leaks"],
    ["_question_: a", "question <question> a"],
    ["<b>nit</b>: a", "nit <nit> a"],
    ["❓ question: a", "question <question> a"],
    [":eyes: nit: a", "nit <nit> a"],
    ["**🎯 suggestion:** a", "suggestion <suggestion> a"],
    ["praise 🎉: a", "praise <praise> a"],
    ["- nit: a", "nit <nit> a"],
    ["- [ ] nit: a", "nit <nit> a"],
    ["@bob nit: a", "nit <nit> a"],
    ["<!-- hidden --> nit: a", "nit <nit> a"],
    ["<!-->\nnit: a", "nit <nit> a"],
    ["<!-- hid\nden -->\nissue: a", "blocking! <issue> a"],
    ["**[Critical]** a", "blocking! <critical> a"],
    ["[non-blocking] nit: a", "nit <nit> a"],
  ],
  "decorations and bang": [
    ["**suggestion (non-blocking):** a", "suggestion <suggestion> (non-blocking) a"],
    ["suggestion(non-blocking): a", "suggestion <suggestion> (non-blocking) a"],
    ["suggestion (test,if-minor): a", "suggestion <suggestion> (test|if-minor) a"],
    ["nitpick (non blocking) - a", "nit <nitpick> (non blocking) a"],
    ["issue (blocking, security): a", "blocking! <issue> (blocking|security) a"],
    ["issue (non-blocking): a", "blocking <issue> (non-blocking) a"],
    ["nit (blocking): a", "nit! <nit> (blocking) a"],
    ["issue!: a", "blocking! <issue> a"],
    ["issue(security)!: a", "blocking! <issue> (security) a"],
    ["question!: a", "question! <question> a"],
    ["[nit, non-blocking] a", "nit <nit> (non-blocking) a"],
    ["nit (see [b](https://c.d/e)): a", "nit <nit> (see [b](https://c.d/e)) a"],
    ["Non-blocking question: a", "question <non-blocking question> a"],
    ["non-blocking issue: a", "blocking <non-blocking issue> a"],
    ["blocking question: a", "question! <blocking question> a"],
  ],
  badges: [
    ["![suggestion](https://img.shields.io/badge/suggestion-fff)\na", "suggestion <suggestion> a"],
    [
      "![suggestion](https://img.shields.io/badge/suggestion-test,if--minor-577590)",
      "suggestion <suggestion> (test|if-minor)",
    ],
    ["![](https://img.shields.io/badge/issue-blocking-red) a", "blocking! <issue> (blocking) a"],
    [
      "[![nitpick(non-blocking)](https://img.shields.io/badge/x-y-z)](https://a.b/c)\na",
      "nit <nitpick> (non-blocking) a",
    ],
    ['<img alt="question" src="https://img.shields.io/badge/question-blue"> why', "question <question> why"],
    ["![issue](https://a.b/issue.png)\na", "none <> a"],
    ["![medium](https://a.b/medium.svg)\n\nnit: a", "nit <nit> a"],
  ],
  qualifiers: [
    ["tiny nit: a", "nit <tiny nit> a"],
    ["style nit:\na", "nit <style nit> a"],
    ["pico-nit, a", "nit <pico-nit> a"],
    ["micronit: a", "nit <micronit> a"],
    ["OPTIONAL PERSONAL STYLE NIT: a", "nit <optional personal style nit> a"],
    ["Minor English nit.", "nit <minor english nit>"],
    ["Very minor nitpick: a", "nit <very minor nitpick> a"],
    ["quick question: a", "question <quick question> a"],
    ["Very minor: a", "nit <very minor> a"],
    ["Very minor indeed: a", "none <> Very minor indeed: a"],
    ["Adding to the nit: a", "none <> Adding to the nit: a"],
    ["Addressed nits.", "none <> Addressed nits."],
    ["I've got one more nit, plus a", "none <> I've got one more nit, plus a"],
    ["Critical issue: a", "blocking! <critical issue> a"],
    ["Minor issue: a", "none <> Minor issue: a"],
  ],
  "alone on a line, and as a heading": [
    ["nit\n\na", "nit <nit> a"],
    ["nit:\r\n```suggestion\r\na\r\n```", "nit <nit>"],
    ["## Blocking\n\na", "blocking! <blocking> a"],
    ["**question**\nwhy", "question <question> why"],
    ["non-blocking", "suggestion <non-blocking>"],
    ["nit now", "nit <nit> now"],
  ],
  "quotes, code and suggestions": [
    ["> nit: a\n\nblocking: b", "blocking! <blocking> b"],
    ["> nit: a\n\nDone", "none <> Done"],
    ["> issue: a", "none <>"],
    ["On Monday, Al wrote:\n> issue: a\n\nq: b", "question <q> b"],
    ["```suggestion\na\n```", "suggestion <>"],
    ["```suggestion\na\n```\n\n```suggestion:-1+2\nb\n```\n", "suggestion <>"],
    ["```suggestion\na\n```\nb", "none <> b"],
    ["```suggestion\na", "suggestion <>"],
    ["```\nnit: a\n```", "none <>"],
    ["~~~\n```\nnit: a\n~~~\nissue: b", "blocking! <issue> b"],
    ["    nit: a", "none <>"],
    ["-\t-\t-\nnit: a", "nit <nit> a"],
    ["`nit: a`", "none <> `nit: a`"],
  ],
  "nothing under a label": [
    ["Blocking: none", "none <> Blocking: none"],
    ["## Blocking\n\nNone.\n\n## Nits\n\na", "nit <nits> a"],
    ["## Blocking (0)\n\na\n\nnit: b", "none <> ## Blocking (0)"],
    ["Blocking: none\n\na\n\nnit: b", "none <> Blocking: none"],
    ["Issue: fixed\nnit: a", "nit <nit> a"],
    ["Blocking: none\n".repeat(50), "none <> Blocking: none"],
    ["Blocking: <!-- list blockers\nor none -->\nnone", "none <> Blocking:"],
    ["Question: <!--\nhidden\n-->", "question <question>"],
    ["Question:\n<!--\nnit: hidden\n-->\nwhy?", "question <question> why?"],
    ["Blocking:\n<!-- a\nb -->\n<br>\nnone\n\nnit: c", "nit <nit> c"],
  ],
  "not a prefix": [
    ["Question is whether a", "none <> Question is whether a"],
    ["nitrogen: a", "none <> nitrogen: a"],
    ["blocking IO here: a", "none <> blocking IO here: a"],
    ["Looks good. nit: a", "none <> Looks good. nit: a"],
    ["Fine\nissue: a", "none <> Fine"],
    ["Note that a: b", "none <> Note that a: b"],
    ["Suggestion sounds good", "none <> Suggestion sounds good"],
    ["TODO(alice): a", "none <> TODO(alice): a"],
    ["typo fixed", "none <> typo fixed"],
    ["typo fix looks right", "none <> typo fix looks right"],
    ["nit-picking aside, a", "none <> nit-picking aside, a"],
    ["Style-wise: a", "none <> Style-wise: a"],
    ["Nice. a", "none <> Nice. a"],
    ["Critical, high and low: a", "none <> Critical, high and low: a"],
    ["Nits addressed.", "none <> Nits addressed."],
    ["required: true", "none <> required: true"],
    ["Issue: #12", "none <> Issue: #12"],
    ["style::a", "none <> style::a"],
    ["[bug](https://a.b/c) a", "none <> [bug](https://a.b/c) a"],
    ["[nit](https://a.b/c) a", "none <> [nit](https://a.b/c) a"],
    ["**Critical** path - a", "none <> **Critical** path - a"],
    ["Nice, but can you a", "none <> Nice, but can you a"],
    ["**Must** be a", "none <> **Must** be a"],
    ["**Note** that a", "none <> **Note** that a"],
    ["Must be a: b", "none <> Must be a: b"],
    ["", "none <>"],
  ],
};

describe("classifyComment", () => {
  for (const [name, rows] of Object.entries(table)) {
    it.each(rows)(`${name}: %j`, (body, expected) => expect(say(body)).toBe(expected));
  }

  it("reads the config's own prefixes, translated or as emoji", () => {
    const config = kindsSchema.parse({
      question: { prefixes: ["質問", "¿pregunta?"] },
      suggestion: { prefixes: ["🎨"] },
      nit: { prefixes: ["detail"], replace: true },
    });
    expect(
      ["質問：a", "[質問] a", "Pregunta: a", "🎨 a", "detail: a", "nit: a", "tiny nit: a", "Q: a"].map(
        (body) => say(body, config),
      ),
    ).toEqual([
      "question <質問> a",
      "question <質問> a",
      "question <pregunta> a",
      "suggestion <🎨> a",
      "nit <detail> a",
      "none <> nit: a",
      "none <> tiny nit: a",
      "question <q> a",
    ]);
  });

  it("lets the config give a built-in word to another kind", () => {
    const config = kindsSchema.parse({
      blocking: { prefixes: ["question"] },
      nit: { prefixes: ["optional"] },
    });
    expect([say("question: a", config), say("q: a", config), say("Optional: a", config)]).toEqual([
      "blocking! <question> a",
      "question <q> a",
      "nit <optional> a",
    ]);
  });

  it("explains its kind in one sentence", () => {
    const explain = (body: string) => classifyComment(body, kinds).explanation;
    expect([
      explain("> x\n\nstyle nit: a"),
      explain("issue (non-blocking): a"),
      explain("nit!: a"),
      explain("Fine."),
      explain("```suggestion\na\n```"),
      explain("> a"),
      explain("Blocking: none"),
    ]).toEqual([
      'Line 3 starts with "style nit", a nit prefix.',
      'Line 1 starts with "issue", a blocking prefix; "non-blocking" keeps it from blocking.',
      'Line 1 starts with "nit"; "!" makes it block.',
      "No prefix at the start of line 1.",
      "Nothing but a suggested change.",
      "Nothing but quotes, code, pictures or white space.",
      'Line 1 starts with "blocking", with nothing under it.',
    ]);
  });
});

describe("classifyComment on arbitrary text", () => {
  const piece = fc.constantFrom(
    ..."nit|issue|:|(|)|[|]|!|*|_|`|```|~~~|>|<!--|-->|![|](|)|<img |\n|\r\n| |    |\t|- |#|😀|：|\u200d|https://|/badge/|%|@a ".split(
      "|",
    ),
  );

  it("never throws, and blocks only with a kind", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const said = classifyComment(pieces.join(""), kinds);
        expect(said.kind === null && said.blocking).toBe(false);
      }),
      { numRuns: 1000 * times },
    );
  });

  it("takes time in proportion to the length", () => {
    // Usually below 10 ms for these 64 KB. A scanner that rereads each rest needs seconds.
    const unit = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(unit, piece, (repeated, start) => {
        const body = start + repeated.repeat(Math.ceil(65_536 / repeated.length));
        const before = readCpuTime();
        classifyComment(body, kinds);
        expect(readCpuTime() - before).toBeLessThan(500);
      }),
      // Each of these decorations is followed by another.
      { numRuns: 150 * times, examples: [["[nit](", "- "]] },
    );
  });
});
