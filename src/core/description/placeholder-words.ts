const listed = (words: string) => new Set(words.split("|"));

/** What people leave to be filled in later, without punctuation and case. */
const placeholders = listed(
  "yes no|y n|yes or no|todo|to do|tbd|tba|tbc|tk|wip|fixme|xxx|xx|x|fill me in|fill in|fill this in|fill out|to be done|to be defined|to be determined|" +
    "to be added|to be filled|to be written|coming soon|later|placeholder|lorem ipsum|your text here|text here|insert text here|" +
    "description here|add description here|write here|asdf|foo|blah|pending|work in progress|see above|as above|same as above|" +
    "a completer|por hacer|pendiente|a fazer|da fare|te doen|do zrobienia|待补充|待定|待填写|未定|後で|作成中|추후 작성|작성 예정",
);

/** "Does not apply", without a reason. */
const notApplicable = listed(
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

/** Text that stands for text: `TODO`, `TBD`, `...`, `???`, `<describe here>`. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 200) return false;
  const simple = simplify(text);
  return simple === "" || placeholders.has(simple) || /^(?:x{2,}|lorem ipsum\b.*)$/.test(simple);
}

/** `N/A`, `None`, `-`: nothing to say, and no reason. */
export function isNotApplicable(text: string): boolean {
  if (text.length > 60) return false;
  const simple = simplify(text);
  return notApplicable.has(simple) || /^\s*[-–—]+\s*$/.test(text);
}
