// People and tools fill in forms under their own prefixes: `Blocking: none`, `Critical: 0`, `## Blocking`
// with "No blocking issues found." below it, `Issue: PROJ-123`, `Bug: fixed`. Such a prefix asks for nothing.

const adjectives =
  "known|major|more|further|new|other|remaining|open|critical|blocking|merge|significant|serious|severe|real|obvious|" +
  "additional|outstanding|specific|code|security|must[- ]fix|required|high|priority|severity|non[- ]blocking|p[0-3]|" +
  "immediate|actual|such|review";
const nouns =
  "(?:issue|blocker|problem|concern|finding|bug|comment|question|change|objection|suggestion|nit|item|error|note|fix|" +
  "remark|improvement|thing|one|action)(?:s|es|\\(s\\))?|vulnerability|vulnerabilities|feedback";
const things = `(?:(?:${adjectives})[ -]){0,4}(?:${nouns})`;
const elsewhere =
  "keine?[rsn]?|nichts|aucune?|rien|néant|ningun[oa]|nada|nenhuma?|nessun[oa]|niente|geen|brak|нет|无|無|没有|暂无|特になし|なし|ありません|없음|없습니다";
const nothing =
  `(?:none|${elsewhere}|nothing|nil|nada|zero|n/?a|not applicable|no ${things}|(?:0|zero) ${things}` +
  `|(?:i )?(?:don't|didn't|do not|did not|couldn't|can't) (?:see|find|have|spot) any(?: ${things})?)`;
const lead =
  "(?:(?:currently|so far|still)[, ]+)?(?:there (?:are|is|were)(?: currently)? |there's |i (?:see|found|find|have|had) |we have |found )?";
// The end of a short answer: "none of the tests run" says none.
const end = "(?:$|。|[.!](?:\\s|$)|[,;…]|\\s[:;](?:-?\\)|$)|\\s*[|)·•](?:\\s|$)|\\s[(–—-])";
const participles =
  "found|identified|known|detected|noted|spotted|seen|observed|requested|needed|required|necessary|outstanding|remaining|" +
  "left|new|yet|now|currently|here|at all|so far|at this time|at the moment|at present|this time|for now|any ?more";
const remarks = [
  "that (?:i|we) (?:can|could|have|see|saw|know|found)\\b",
  "that blocks?\\b",
  "(?:from|for) (?:me|us|my|our|this)\\b",
  "(?:as far as|as of|afaict|imo)\\b",
  "to (?:report|add|fix|flag|note|block|resolve|address|see|do)(?= here| on|[.!,;]|$)",
  "(?:blocking|critical|major|serious)(?=[.!,;]|$| (?:from|for|here|in this))",
  `in (?:this|the (?:last|latest|current|new)) (?:pr|pull request|changes?|diff|review|round|pass|revision|version|commit|push|patch|iteration|update)(?=${end}| (?:${participles}))`,
  "on my (?:side|end)\\b",
].join("|");

const saysNone = new RegExp(`^${lead}${nothing}(?: (?:${participles})){0,3}(?:${end}| (?:${remarks}))`, "i");
const saysAllGood = /^(?:all (?:good|clear|fine|set)|ok(?:ay)?|lgtm|looks good(?: to me)?|clean)[.!]?$/i;
/** `0`, `0 | Major: 2`, `0, Major: 2`, `0/3`; "0, 1 and 2 collide" and "0-based" say something. */
const saysZero =
  /^0(?:$|[.!]$|\s*[|)·/;]|\s[(–—-]|\s*,\s*\p{L}[\p{L} -]{0,30}:|\s(?:found|identified|open|left|remaining|blocking|critical)(?![\p{L}]))/iu;

// Words that withdraw a prefix or point elsewhere. They count only after words that block: "Question: fixed?"
// asks.
const saysNo =
  /^(?:(?:no|nope|nah|not any ?more|no longer)(?:$|[.,;!]|\s[(–—-])|(?:true|false|n|null)[.!,;]?$)/i;
/** A number of one digit is a count ("Critical: 3"); a longer one names an issue. */
const reference =
  /^(?:[\w./-]{0,100}#\d+|gh-\d+|\d{2,7}|[A-Z][A-Z0-9_]{1,15}-\d+|<?https?:\/\/[^\s<>]{1,250}>?)$/i;
const evidence =
  "(?:(?:in|on|by|with|via|as of|since) (?:\\[?`?[0-9a-f]{7,40}\\b|\\[?#\\d|\\S{1,60}#\\d|<?https?:|(?:pr|commit|main|master|latest)\\b|v\\d|" +
  "the (?:last|latest|next|new)\\b|this (?:pr|commit|push)\\b|(?:the|our|this|another) (?:\\w+ )?(?:threads?|comments?|discussion|chat|call|meeting|channel|ticket|issue|description)\\b|" +
  "slack|chat|person|private)|(?:above|below|elsewhere|offline|there)(?=[.!,;]|$))";
const saysDone = new RegExp(
  "^(?:all |both |everything )?(?:(?:this )?(?:already|now|has been|have been|was|is) )?(?:answered|clarified|settled|sorted(?: out)?|handled|gone|taken care of|" +
    "fixed|resolved|closed|done|addressed|solved|obsolete|outdated|" +
    "moot|withdrawn|retracted|never ?mind|nvm|false (?:alarm|positive)|wontfix|won't fix|dismissed|cleared|ignore(?: this| me)?|(?:cannot|can't|could not|couldn't) reproduce|" +
    "not (?:an? )?(?:issue|bug|blocker|blocking|reproducible)(?: any ?more)?)" +
    `(?: (?:now|already|upstream|thanks|thank you))?(?:${end}| ${evidence})`,
  "i",
);
/** "the two I had are", "all nits from last time have been": words that only point at earlier remarks. */
const pointers = new Set(
  (
    "all both each every any of the a my mine our ours your these those this that they it everything other others last earlier previous old first second " +
    "few one ones two three four five six seven i we you had raised mentioned found left made asked from in on round time review before " +
    "here there above below which were was issue issues blocker blockers problem problems concern concerns finding findings bug bugs " +
    "comment comments question questions objection objections suggestion suggestions nit nits item items remark remarks thing things point points"
  ).split(" "),
);
const isNow =
  /^([^.,;:!?]{1,80}?) (?:is|are|was|were|has been|have been)(?: (?:all|both|now|already|since|been)){0,3} (?=\p{L})/u;

function withoutSubject(said: string): string {
  const [lead = "", subject = ""] = isNow.exec(said) ?? [];
  const isRemark = subject
    .split(" ")
    .every((word) => /^\d{1,2}$/.test(word) || pointers.has(word.toLowerCase()));
  return isRemark ? said.slice(lead.length) : said;
}

/** Struck through, with a few words at most or what became of it: `~~It leaks~~ ✅ fixed in 12ab34c`. */
function isStruck(said: string): boolean {
  const struck = /^~~[^~]{1,250}~~/.exec(said);
  if (struck === null) return false;
  const rest = said.slice(struck[0].length).replace(around, "");
  return /^(?:\p{L}+[\s.!,]*){0,4}$/u.test(rest) || saysDone.test(rest);
}

/** Bullets and marks around a short answer, and what ticks it off. */
const marks = "(?:[\\s*_>()[\\]+•–—-]|[✓✔✅☑👍🎉]\\ufe0f?)";
const onlyMarks = new RegExp(`^${marks}+$`, "u");
const around = new RegExp(
  `^(?:\\[[xX]\\]\\s|${marks}|\\d{1,2}[.)]\\s|:[a-z0-9_+-]{2,40}:|[:：]\\s)+|(?:${marks}|\\p{Extended_Pictographic}|\\ufe0f)+$`,
  "gu",
);

/** One HTML tag; it holds no other. */
export const tag = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]*)?\/?>/gi;

/** In characters. A longer text says something. */
const maxNothingLength = 300;

/** Does the text under a prefix say that there is nothing? @param isBlocking the prefix blocks. */
export function saysNothing(text: string, isBlocking: boolean): boolean {
  if (text.length > maxNothingLength) return false;
  const shown = text.replace(tag, "").trim();
  if (shown === "") return false;
  if (onlyMarks.test(shown)) return true;
  const plain = shown.replaceAll("’", "'");
  const said = (isBlocking ? plain.replaceAll("`", "") : plain).replace(around, "");
  if (saysNone.test(said) || saysAllGood.test(said) || saysZero.test(said)) return true;
  // "Question: fixed?" asks.
  if (saysDone.test(withoutSubject(said)) && !/[?？]/.test(said)) return true;
  return isBlocking && (saysNo.test(said) || isStruck(said) || isReferences(plain));
}

/** Only references to issues, without a word about them: `PROJ-123, #12`, `[PROJ-123](https://…)`. */
function isReferences(text: string): boolean {
  const plain = text
    .replace(/\[([^\][]{1,60})\]\([^()\s]{1,250}\)/g, "$1")
    .replace(
      /^[\s*_-]*(?:(?:see(?: also)?|tracked in|filed as|fixes|closes|resolves|refs?) )?|[\s*_.,;]+$/gi,
      "",
    );
  return plain.split(/\s*,\s*|\s+(?:and|&)\s+|\s+/).every((item) => reference.test(item));
}
