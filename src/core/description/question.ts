import { plainName, toName } from "./parse/name.ts";
import type { Name } from "./parts.ts";

const thing = "(?:this(?: \\w+)?|it|that|the \\w+|i|we|you|one|they|somebody|someone|anybody|reviewers?)";
const helper =
  "(?:did|do|does|have|has|had|is|are|was|were|will|would|can|could|may|might|should|ive|weve|id|wed)";

/**
 * Headings that ask in whole sentences, as people talk: "So what's the problem?", "What did I do about it?".
 * Each entry has one of its section's own names; the first entry that fits counts.
 */
const questions: readonly (readonly [name: string, asks: RegExp])[] = [
  [
    "how to test",
    new RegExp(
      `^how (?:to|i|we|${helper})\\b.*\\b(?:know|knew|sure|certain|confident|convinced?|prove[dn]?|check(?:ed)?|test(?:ed|ing)?|verif(?:y|ied)|validate[ds]?|try|tried)\\b(?! (?:and|or|the (?:format\\w*|style|build))\\b)|^(?:test|try|check|verify|run) (?:it|this)(?: out)?(?: \\w+){0,2}$` +
        `|^(?:does|did) (?:it|this)(?: really| actually| even)? work\\b|^(?:what|where) (?:${helper} )?(?:(?:been|${thing}) )?(?:tried|try|tested|test|checked|check|verified)\\b(?! (?:during|in|for) review)`,
    ),
  ],
  [
    "for reviewers",
    new RegExp(
      "^(?!.*\\b(?:raised|addressed|fixed|since|last|previous|changed|got|came|comments from)\\b)(?:.*\\b(?:during|while|when|worth) (?:the |your |this |a |code )*(?:(?:closer|second|careful|another) )?(?:review(?:ing)?|look)$" +
        "|(?:(?:where|what|which|parts?|areas?|things?|places?|files?|lines?|spots?|bits?|points?|aspects?|topics?)\\b|in (?:which|what) order\\b).*\\b(?:review(?:ed|ers?|ing)?|focus|(?:your|fresh|second|extra|more) (?:pair of )?(?:eyes?|look|opinions?|attention)|look (?:at|hardest|closely|first|into)|(?:like|want|need) you to|unsure|not (?:so |quite |too )?sure|begin(?: reading)?|start(?: reading)?|open first|read(?: first)?|scrutiny)\\b" +
        "|(?:please )?(?:look at|open|start with) (?:this|these|here|that)(?: \\w+)? first$|(?:a |the )?(?:note |word |message )?(?:for|to) (?:whoever|everybody who|everyone who|anybody who|anyone who|those who) reviews?\\b|help (?:is )?(?:wanted|needed|welcome)$)",
    ),
  ],
  [
    "what could go wrong",
    new RegExp(
      "^(?:so |and )?what (?:else )?(?:if|happens (?:if|when)|could|can|might|may|would|will)\\b.*\\b(?:wrong|breaks?|broken|fails?|bad|hurts?|suffers?|explodes?|burns?|affected|down)\\b" +
        "|^(?:can|could|might|may|will|would|does|is|are) (?:there |this|it|something|anything|that|anybody|the \\w+)\\b.*\\b(?:breaks?|broken|breaking|fails?|wrong|safe|dangerous|risky|risks?|reversible|harm|hurt)\\b|^is it (?:safe|risky|dangerous)\\b" +
        "|^(?:any|some)(?:thing)? (?:dangerous|risky|scary|breaking|dangers?)$|^how (?:to|do|can|could|would|will)\\b.*\\b(?:back|undo|undone|revert(?:ed)?)$|^whom? (?:is|are|will be|could be|might be) (?:affected|hurt|hit)\\b",
    ),
  ],
  [
    "why",
    new RegExp(
      `^(?:so |and )?(?:whats|what is|what was|what were|what) (?:exactly |actually )?(?:the |our |my |this |going |all )*(?:problem|matter|issue|reason|goal|purpose|motivation|point|story|background|wrong|broken|about|bug|trouble|missing)\\b` +
        "|^(?:the )?(?:story|history)(?: so far| behind (?:it|this))$|^where (?:does|did|do) (?:this|it|these) come from\\b|^what (?:do |did )?(?:(?:our |the )?(?:users?|people|customers?)|we|they|i) (?:see|saw|experience)\\b|^the bug$" +
        "|^(?:what|which) (?:\\w+ ){0,2}(?:problems?|issues?|needs?|bugs?|incidents?)\\b.*\\b(?:solve[sd]?|fix(?:e[sd])?|address(?:es|ed)?|behind|resolve[sd]?|meets?)\\b" +
        "|^(?:who (?:needs|needed|asked for|wants|wanted)|for what reason|what (?:made|makes|led|prompted|drove))\\b" +
        "|^why (?:is|was|are|were|do|does|did)\\b(?!.*\\b(?:approach|way|not|instead|over|rather|design|solution|implementation)\\b)",
    ),
  ],
  [
    "what changed",
    new RegExp(
      `^(?:so |and )?what (?:exactly |all )?(?:${helper} )?(?:${thing} )?(?:${helper} )?(?:actually |exactly |now )?(?:do|did|done|doing|change[sd]?|changing|built|build|add(?:ed|s)?|introduce[sd]?|fix(?:ed|es)?|made|make|wrote|replace[sd]?)\\b` +
        `|^how (?:${helper} )?${thing} (?:actually )?(?:now )?(?:solve[sd]?|fix(?:ed|es)?|work(?:s|ed)?|implement(?:ed|s)?|built|build|do(?:es)?|did|done|address(?:ed|es)?|tackled?|handled?)\\b`,
    ),
  ],
];

/** Questions in other languages, by the question word and the topic. */
const questionsElsewhere: readonly (readonly [name: string, asks: RegExp])[] = [
  [
    "why",
    /^(?:warum|wieso|weshalb|wozu|pourquoi|por qu[eé]|perch[eé]|waarom|dlaczego|почему|зачем|чому|varför|hvorfor|miksi|proč)(?!\p{L})/u,
  ],
  [
    "what could go wrong",
    /^(?:was|qu\S*|o que|(?:che )?cosa|wat)\s.*(?<!\p{L})(?:schief\p{L}*|kaputt\p{L}*|casser|mal|fallar|romper|errado|quebrar|storto|mis)(?!\p{L})|^(?:was|quest ce qui|que|qué|o que|cosa|che cosa|wat|co|что) (?:kann|könnte|pourrait|peut|puede|podría|pode|poderia|può|potrebbe|kan|zou|może|mogłoby|может|могло бы)(?!\p{L})/u,
  ],
  [
    "how to test",
    /^(?:wie|wo|womit|comment|c[oó]mo|come|hoe|jak|как)\s.*(?<!\p{L})(?:ge|aus|zu)?(?:test|(?:über)?prüf|probier|v[ée]rif|valid|essay|prob|prov|controle|sprawdz|провер|тестир|протест)/u,
  ],
  [
    "what changed",
    /^(?:was|qu\S*|o que|(?:che )?cosa|wat|co|что)\s.*(?<!\p{L})(?:(?:ge|ver)?(?:änder|chang|cambi|mud|modif|wijzig|ander|zmieni|измен)|(?:gemacht|getan|macht|fait|hecho|hace|hice|feito|fiz|faz|fatto|gedaan)(?!\p{L}))/u,
  ],
];

const allQuestions = [...questions, ...questionsElsewhere];

/** Most headings match none of these, and need no comparison with each question. */
const mayBeQuestion =
  /^(?:so|and|how|wh|do|did|can|could|may|might|will|would|is|are|wo|jak|как|co|что|in|part|area|thing|place|file|line|spot|bit|point|aspect|topic|please|look|open|start|note|word|message|a|the|for|to|help|any|some|test|try|check|verify|run|story|history|wie|com|cóm|hoe|was|qu|o que|che|cosa|wat|war|wes|pour|por|perch|waar|dlacz|поч|зач|чому|varf|hvorf|miksi|proč)|\b(?:review|reviewing|look)$/;

/** The name of the section that a heading asks for; null when it asks for none. */
export const findAsked = ({ exact }: Name): string | null =>
  exact.includes(" ") && mayBeQuestion.test(exact)
    ? (allQuestions.find(([, asks]) => asks.test(exact))?.[0] ?? null)
    : null;

const politely =
  /^(?:(?:please|bitte|kindly|briefly|shortly|also|and|so|now|in (?:a few|your own|\w+ or \w+|\w+) (?:words?|sentences?|lines?)|(?:tell|show) (?:us|me|reviewers|the (?:team|reviewers?))|let us know|describe|explain|say|state|outline|summari[sz]e|mention|write down|note) )+/;
/** Three words, or a script without spaces. */
const sentence = /\S\s+\S+\s+\S|[^\p{ASCII}]/u;
const sentenceEnd = /[.!?？:;]\s*|\s*\([^()]*\)\s*|,? (?:and|or) (?=(?:how|why|what|where|which|who)\b)/;

/**
 * The name of the section that a template's question or request asks for; null when it asks for none. Such a
 * text is longer than a name: "Please tell us why this change is needed (link the ticket)". The first
 * sentence that asks for a section counts.
 */
export function findAskedInSentence(text: string): string | null {
  if (!sentence.test(text)) return null;
  const plain = plainName(text);
  if (!/[?？]/.test(text) && !politely.test(plain)) return null;
  for (const part of plain.split(sentenceEnd)) {
    const asks = part.replace(politely, "");
    const name = /^why\b/.test(asks) ? "why" : findAskedIn(asks);
    if (name !== null) return name;
  }
  return null;
}

function findAskedIn(plain: string): string | null {
  const name = toName(plain);
  return name === null ? null : findAsked(name);
}
