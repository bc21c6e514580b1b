const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’._/@#+-]*/gu;

/**
 * As long as how many words is a line? Two characters of Chinese, Japanese or Korean are about as long as
 * one.
 */
export function measureWords(text: string): number {
  return countWords(text) - Math.floor((text.match(cjk)?.length ?? 0) / 2);
}

/**
 * How many words a text has. Chinese, Japanese and Korean are counted in characters: they put no spaces
 * between words.
 */
export function countWords(text: string): number {
  const characters = text.match(cjk)?.length ?? 0;
  const rest = characters === 0 ? text : text.replace(cjk, " ");
  return characters + (rest.match(word)?.length ?? 0);
}
