/**
 * People and tools fill a form under their own labels: `Blocking: none`, `Critical: 0`, `## Blocking` with
 * "No blocking issues found." below it, `Issue: PROJ-123`, `Bug: fixed`. Such a label asks for nothing.
 */

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
// Where a short answer ends: "none of the tests run" is none.
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
  "in this (?:pr|pull request|change|diff|review|round|pass)\\b",
  "on my (?:side|end)\\b",
].join("|");

const saysNone = new RegExp(`^${lead}${nothing}(?: (?:${participles})){0,3}(?:${end}| (?:${remarks}))`, "i");
const saysAllGood = /^(?:all (?:good|clear|fine|set)|ok(?:ay)?|lgtm|looks good(?: to me)?|clean)[.!]?$/i;
/** `0`, `0 | Major: 2`, `0, Major: 2`, `0/3`; "0, 1 and 2 collide" and "0-based" are something. */
const saysZero =
  /^0(?:$|[.!]$|\s*[|)·/;]|\s[(–—-]|\s*,\s*\p{L}[\p{L} -]{0,30}:|\s(?:found|identified|open|left|remaining|blocking|critical)(?![\p{L}]))/iu;

// What takes back or points elsewhere. Only words that block are read so: "Question: fixed?" asks.
const saysNo =
  /^(?:(?:no|nope|nah|not any ?more|no longer)(?:$|[.,;!]|\s[(–—-])|(?:true|false|n|null)[.!,;]?$)/i;
/** A bare number of one digit counts ("Critical: 3"); a longer one is an issue's. */
const reference =
  /^(?:[\w./-]{0,100}#\d+|gh-\d+|\d{2,7}|[A-Z][A-Z0-9_]{1,15}-\d+|<?https?:\/\/[^\s<>]{1,250}>?)$/i;
const evidence =
  "(?:in|on|by|with|via|as of|since) (?:\\[?`?[0-9a-f]{7,40}\\b|\\[?#\\d|\\S{1,60}#\\d|<?https?:|(?:pr|commit|main|master|latest)\\b|v\\d|" +
  "the (?:last|latest|next|new)\\b|this (?:pr|commit|push)\\b)";
const saysDone = new RegExp(
  "^(?:(?:this )?(?:already|now|has been|have been|was|is) )?(?:fixed|resolved|closed|done|addressed|solved|obsolete|outdated|" +
    "moot|withdrawn|retracted|never ?mind|nvm|false (?:alarm|positive)|wontfix|won't fix|dismissed|cleared|ignore(?: this| me)?|(?:cannot|can't|could not|couldn't) reproduce|" +
    "not (?:an? )?(?:issue|bug|blocker|blocking|reproducible)(?: any ?more)?)" +
    `(?: (?:now|already|upstream|thanks|thank you))?(?:${end}| ${evidence})`,
  "i",
);
const isStruck = /^~~[^~]{1,250}~~[\s.!]*(?:\p{L}+[\s.!,]*){0,4}$/u;

/** Bullets and marks around a short answer, and what ticks it off. */
const marks = "(?:[\\s*_>()[\\]+•–—-]|[✓✔✅☑👍🎉]\\ufe0f?)";
const onlyMarks = new RegExp(`^${marks}+$`, "u");
const around = new RegExp(
  `^(?:${marks}|\\d{1,2}[.)]\\s)+|(?:${marks}|\\p{Extended_Pictographic}|\\ufe0f)+$`,
  "gu",
);

/** Longer texts say something. */
const longest = 300;

/** Does the text under a label say that there is nothing? @param isBlocking the label's word blocks. */
export function saysNothing(text: string, isBlocking: boolean): boolean {
  if (text.length > longest || text.trim() === "") return false;
  if (onlyMarks.test(text)) return true;
  const plain = text.replaceAll("’", "'");
  const said = (isBlocking ? plain.replaceAll("`", "") : plain).replace(around, "");
  if (saysNone.test(said) || saysAllGood.test(said) || saysZero.test(said)) return true;
  if (!isBlocking) return false;
  return saysNo.test(said) || saysDone.test(said) || isStruck.test(said) || isReferences(plain);
}

/** One or several issues, and no word about them: `PROJ-123, #12`, `[PROJ-123](https://…)`. */
function isReferences(text: string): boolean {
  const plain = text
    .replace(/\[([^\][]{1,60})\]\([^()\s]{1,250}\)/g, "$1")
    .replace(
      /^[\s*_-]*(?:(?:see(?: also)?|tracked in|filed as|fixes|closes|resolves|refs?) )?|[\s*_.,;]+$/gi,
      "",
    );
  return plain.split(/\s*,\s*|\s+(?:and|&)\s+|\s+/).every((item) => reference.test(item));
}
