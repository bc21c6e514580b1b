/** Texts in place of an answer. */

const phrases = (words: string) => new Set(words.split("|"));

/** What people write to fill in later, without punctuation and case. */
const placeholders = phrases(
  "yes no|yes no n a|y n|yes or no|todo|to do|tbd|tba|tbc|tk|wip|fixme|xxx|xx|x|fill me in|fill in|fill this in|fill out|to be done|to be defined|to be determined|" +
    "to be added|to be filled|to be written|coming soon|later|placeholder|lorem ipsum|your text here|text here|insert text here|" +
    "description here|add description here|write here|asdf|foo|blah|pending|work in progress|see above|as above|same as above|" +
    "not yet|noch nicht|pas encore|aun no|todavia no|ainda nao|non ancora|ancora no|nog niet|jeszcze nie|еще нет|пока нет|尚未|还没有|暂未|また|아직|" +
    "description|설명|내용|説明|内容|说明|描述|a completer|por hacer|pendiente|a fazer|da fare|te doen|do zrobienia|待补充|待定|待填写|未定|後で|作成中|추후 작성|작성 예정",
);

/** "Does not apply", without a reason. */
const notApplicable = phrases(
  "na|n a|not applicable|none|nil|null|nothing|not needed|not required|not relevant|no risk|irrelevant|does not apply|nope|none needed|" +
    "keine|keiner|kein|nicht zutreffend|nicht relevant|entfallt|aucun|aucune|neant|sans objet|ninguno|ninguna|nada|no aplica|" +
    "nenhum|nenhuma|nao aplicavel|nao se aplica|nessuno|nessuna|niente|non applicabile|geen|niet van toepassing|nvt|n v t|brak|nie dotyczy|" +
    "нет|ничего|не применимо|отсутствует|无|無|没有|不适用|暂无|なし|特になし|ありません|該当なし|없음|해당 없음|해당없음|없습니다",
);

function simplify(text: string): string {
  return text
    .slice(0, 200)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/:[a-z0-9_+-]{2,40}:/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Text that is a placeholder: `TODO`, `TBD`, `...`, `???`, `<describe here>`. */
function isPlaceholder(text: string): boolean {
  if (text.length > 200) return false;
  return text.split("\n").every((line) => holdsPlace(simplify(line)));
}

const holdsPlace = (simple: string) =>
  simple === "" || placeholders.has(simple) || /^(?:(\p{L})\1+|lorem ipsum\b.*)$/u.test(simple);

/** "None yet", "Bisher keine": it may change, and gives no reason. */
const soFar =
  /^(?:(?:so far|for now|as yet|(?:as of|right|until) now|currently|bisher|bislang|derzeit|momentan|zurzeit|noch|encore|pour (?:l instant|le moment)|por ahora|por el momento|por enquanto|per ora|per il momento|finora|tot nu toe|voorlopig|nog|na razie|пока|目前|暂时|今のところ|現時点て|아직) ?)+(?=\P{L}*\p{L})| ?(?:\b(?:yet|so far|for now|(?:as of|right|until) now|at (?:the|this) (?:moment|point|time)|at present|to date|currently|bisher|bislang|derzeit|momentan|zurzeit|pour l instant|pour le moment|por ahora|por el momento|por enquanto|per ora|per il momento|finora|tot nu toe|voorlopig|na razie)\b)+$|(?<=\p{L} )пока$/gu;

/** `N/A`, `None`, `-`: nothing to say, without a reason. */
export function isNotApplicable(text: string): boolean {
  return text.length <= maxNone && isNone(simplify(text), text);
}

const maxNone = 60;
const isNone = (simple: string, text: string) =>
  text.length <= maxNone && (notApplicable.has(simple.replace(soFar, "")) || /^\s*[-–—]+\s*$/.test(text));

const time =
  "(?:yet|so far|at all|still|now|soon|later|shortly|today|tomorrow|next(?: week)?|asap|noch|bisher|bislang|bald|spater|encore|bientot|plus tard|aun|todavia|pronto|ainda|em breve|ancora|presto|nog|jeszcze|еще|пока|скоро)";
const done =
  "(?:test(?:ed|s|ing)?|verif(?:y|ied)|validated|tried|checked|run|done|written|started|decided|determined|" +
  "getestet|gepruft|ausprobiert|verifiziert|probiert|test(?:e|ee|es|er)|verifie|essaye|probado|probada|probar|testead\\p{L}+|testad\\p{L}+|verificad\\p{L}+|" +
  "testat\\p{L}+|provat\\p{L}+|getest|gecontroleerd|testowan\\p{L}+|przetestowan\\p{L}+|sprawdzon\\p{L}+|тестиров\\p{L}+|протестиров\\p{L}+|провер\\p{L}+)";
const who =
  "(?:i|we|this|that|it|the (?:change|code|fix|pr)|(?:unit |any |the )?tests?|anything|everything|properly|really|actually|" +
  "ich|wir|es|das|man|habe|haben|wurde|wurden|ist|sind|je|j|on|ca|c|nous|ai|a|avons|est|ete|lo|la|he|hemos|se|ha|foi|eu|nao|ho|e|stato|stata|het|ik|zijn|nie|bylo|это|я|мы|had|has|have|is|was|are|were|been|be|get|got|did|do)";
const no =
  "(?:no|not|never|nothing|hasn t|haven t|isn t|wasn t|weren t|didn t|couldn t|(?:have|has|is|was|did)nt|nicht|nichts|kein|keine|pas|rien|non|nada|nao|sin|sem|niet|niets|nie|не|ничего)";

/**
 * Texts that say that something is still missing, and not why: "Not tested yet", "Ich habe es noch nicht
 * getestet", "Untested", "Tests will follow".
 */
const promises = [
  new RegExp(
    `^(?:(?:${who}|${time}) )*(?:${no} (?:(?:${who}|${time}) )*|(?:un|unge))${done}(?: (?:${who}|${time}|worden))*$`,
    "u",
  ),
  new RegExp(
    `^(?:${no} )?(?:(?:${who}|will|still) )*(?:to be|will be|needs? to be|must be) ${done}(?: ${time})*$`,
    "u",
  ),
  new RegExp(
    `^(?:(?:${who}|more|details?|description|tests|les|los|as|os|gli|pruebas|testes|prove|beschreibung|infos?|тесты|описание) )*(?:(?:will|to) (?:follow|come|be added)|(?:is|are) (?:coming|missing)|follows?|fehlen|fehlt|folgen|folgt|kommt|kommen|(?:wird|werden) (?:nachgereicht|erganzt)|suivront|seguiran|seguirao|seguiranno|volgen|volgt|будут|добавлю)(?: ${time})*$`,
    "u",
  ),
  /^(?:i |we |i ll |we ll )?(?:will |ll )?(?:add|write|fill|do|test|update|describe|explain)(?: (?:it|this|that|them|tests?|more|details?|in))* (?:soon|later|tomorrow|asap|shortly)$/,
  /^(?:还没有?|尚未|暂未|未)(?:测试|測試|验证|驗證)$|^(?:また)?(?:未(?:テスト|確認|検証|実施)|(?:テスト|確認|検証)(?:は)?(?:していません|してない|てきていません))$|^아직 ?테스트.{0,10}$|^테스트 ?(?:안|못) ?(?:함|했습니다)$/u,
];

/** Does a short text say nothing that a reader could use? */
export function givesNoAnswer(text: string): boolean {
  if (text.length > 80 || text.includes("\n")) return isPlaceholder(text);
  const simple = simplify(text);
  return holdsPlace(simple) || isNone(simple, text) || promises.some((promise) => promise.test(simple));
}

/**
 * Does a template accept `NONE` as an answer: "If no, just write "NONE"", "Put N/A when it does not apply",
 * 「なし」?
 */
export function takesNone(text: string): boolean {
  const quotes = text.slice(0, 1000).matchAll(/["'`“‘„«「『]([^"'`”’“»」』]{1,20})["'`”’“»」』]/g);
  const isOffered =
    /\bNONE\b|\bN\/A\b/.test(text) || [...quotes].some(([, quoted = ""]) => isNotApplicable(quoted));
  return isOffered && !/\b(?:not|n['’]t|never)\b[^.]{0,30}(?:none|n\/a)/i.test(text);
}
