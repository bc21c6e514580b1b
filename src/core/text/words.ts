/** The words of a list, to look one up. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Does it have a character of Chinese, Japanese or Korean? */
export const hasCjk = (text: string): boolean => cjk.test(text);

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const everyCjk = new RegExp(cjk, "gu");
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’._/@#+-]*/gu;

/** A line's length in words. Two characters of Chinese, Japanese or Korean are about as long as one word. */
export function measureWords(text: string): number {
  return countWords(text) - Math.floor((text.match(everyCjk)?.length ?? 0) / 2);
}

/**
 * The number of words in a text. Chinese, Japanese and Korean are counted in characters, because they put no
 * spaces between words.
 */
export function countWords(text: string): number {
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const role = ascii[text.charCodeAt(at)];
    if (role === undefined) return countUnicodeWords(text);
    if (role === "starts" && !isInWord) words += 1;
    isInWord = role === "starts" || (role === "continues" && isInWord);
  }
  return words;
}

/** What each ASCII character does to a word. Most texts have only these. */
const ascii = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z\d]/i.test(character)) return "starts";
  return /['._/@#+-]/.test(character) ? "continues" : "separates";
});

function countUnicodeWords(text: string): number {
  const characters = text.match(everyCjk)?.length ?? 0;
  const rest = characters === 0 ? text : text.replace(everyCjk, " ");
  return characters + (rest.match(word)?.length ?? 0);
}
