/** What headings in other scripts often say, where they mean none of the five sections. */
const words: [RegExp, string][] = [
  [/截图|截圖|スクリーンショット|画像|스크린샷|скриншот/iu, "screenshots"],
  [/チェックリスト|检查清单|檢查|清单|チェック|체크리스트|чек-?лист/iu, "checklist"],
  [/関連|相关|相關|관련|связанн/iu, "related"],
  [/種別|種類|类型|類型|性质|유형|종류|тип|вид/iu, "type_of_change"],
  [/参考|參考|참고|ссылк/iu, "references"],
  [/備考|备注|備註|비고|примечан|補足/iu, "notes"],
  [/その他|其他|其它|기타|прочее/iu, "other"],
  [/更新日志|更新日誌|变更日志|変更履歴|변경 이력/iu, "changelog"],
  [/依存|依赖|의존|зависимост/iu, "dependencies"],
  [/ドキュメント|文档|文件|문서|документац/iu, "documentation"],
  [/チケット|課題|이슈|задач|issue/iu, "ticket"],
];

/** Cyrillic and Greek letters as they sound; those without a sound fall out. */
const sounds = new Map(
  [
    ..."а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ф f х kh".matchAll(
      /(\S) (\S+)/g,
    ),
    ..."ц ts ч ch ш sh щ shch ы y э e ю yu я ya α a β b γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x".matchAll(
      /(\S) (\S+)/g,
    ),
    ..."ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o".matchAll(/(\S) (\S+)/g),
  ].map(([, letter, sound]) => [letter!, sound!]),
);

const longestId = 40;

/**
 * Small letters, digits and underscores; letters of other scripts fall out, but for those that have one
 * sound.
 */
function slug(text: string): string {
  const id = text
    .replace(/:[a-z0-9_+-]+:/g, " ")
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => sounds.get(letter) ?? letter)
    .normalize("NFKD")
    .replace(/[\p{M}ъь]+/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .replace(/_+$/, "");
  return id.length <= longestId
    ? id
    : id
        .slice(0, longestId + 1)
        .replace(/_[^_]*$/, "")
        .slice(0, longestId);
}

/**
 * An id that people can read, of a heading's own words; null when nothing in it can be written in Latin
 * letters.
 */
export function toSectionId(name: string, heading: string): string | null {
  const isForeign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name);
  const known = words.find(([word]) => word.test(name))?.[1];
  if (known !== undefined && !/\p{Script=Latin}{4}/u.test(name)) return known;
  return slug(name) || (isForeign ? slug(heading) : "") || known || null;
}
