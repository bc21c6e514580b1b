import { hasCjk } from "../../text/words.ts";

/** Frequent headings in other scripts that mean none of the five sections. */
const words: [RegExp, string][] = [
  [/截图|截圖|スクリーンショット|画像|스크린샷|скриншот/iu, "screenshots"],
  [/チェックリスト|检查清单|檢查|清单|チェック|체크리스트|чек-?лист/iu, "checklist"],
  [/関連|相关|相關|관련|связанн/iu, "related"],
  [/種別|種類|类型|類型|性质|유형|종류|тип|вид/iu, "type_of_change"],
  [/参考|參考|참고|ссылк/iu, "references"],
  [/備考|备注|備註|비고|примечан|補足/iu, "notes"],
  [/その他|其他|其它|기타|прочее/iu, "other"],
  [/更新日志|更新日誌|变更日志|変更履歴|변경 이력/iu, "changelog"],
  [/计划|計劃|計画|予定|план/iu, "plan"],
  [/依存|依赖|의존|зависимост/iu, "dependencies"],
  [/ドキュメント|文档|文件|문서|документац/iu, "documentation"],
  [/チケット|課題|이슈|задач|issue/iu, "ticket"],
];

/** Cyrillic and Greek letters as they sound; those without a sound are dropped. */
const sounds = new Map(
  [
    ..."а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ф f х kh".matchAll(
      /(\S) (\S+)/g,
    ),
    ..."ц ts ч ch ш sh щ shch ы y э e ю yu я ya α a β b γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x".matchAll(
      /(\S) (\S+)/g,
    ),
    ..."ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o".matchAll(/(\S) (\S+)/g),
  ].map(([, letter = "", sound = ""]) => [letter, sound]),
);

/** How Korean syllables sound: the letters at their start, in their middle and at their end. */
const initials = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
const medials = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const finals = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

/** One letter of another script; itself when it has no sound of its own. */
function soundOf(letter: string): string {
  const syllable = (letter.codePointAt(0) ?? 0) - 0xac00;
  if (syllable < 0 || syllable >= 19 * 21 * 28) return sounds.get(letter) ?? letter;
  const [initial, medial, final] = [
    Math.floor(syllable / 588),
    Math.floor((syllable % 588) / 28),
    syllable % 28,
  ];
  return `${initials[initial]}${medials[medial]}${finals[final]}`;
}

const maxId = 40;

/** Lower-case letters, digits and underscores. Other scripts become their sounds, or are dropped. */
function slug(text: string): string {
  const id = text
    .replace(/:[a-z0-9_+-]+:/g, " ")
    .toLowerCase()
    // `Type of change / Тип изменений` is the same twice.
    .replace(/\p{L}/gu, /\p{Script=Latin}{4}/u.test(text) ? (letter) => letter : soundOf)
    .normalize("NFKD")
    .replace(/[\p{M}ъь]+/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .replace(/_+$/, "");
  return id.length <= maxId
    ? id
    : id
        .slice(0, maxId + 1)
        .replace(/_[^_]*$/, "")
        .slice(0, maxId);
}

/** A readable id from a heading's own words; null when none of it can be written in Latin letters. */
export function toSectionId(name: string, heading: string): string | null {
  const isForeign = hasCjk(name);
  const known = words.find(([word]) => word.test(name))?.[1];
  if (known !== undefined && !/\p{Script=Latin}{4}/u.test(name)) return known;
  return slug(name) || (isForeign ? slug(heading) : "") || known || null;
}
