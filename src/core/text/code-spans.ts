/** Index after the run of as many backticks that ends the code span opened by `run`; -1 when the line has none. */
export function findSpanEnd(line: string, from: number, run: string): number {
  for (let at = line.indexOf(run, from); at >= 0; at = line.indexOf(run, at)) {
    let end = at;
    while (line[end] === "`") end += 1;
    if (end - at === run.length) return end;
    at = end;
  }
  return -1;
}

/** The line with its code spans blanked out (CommonMark 6.1, within one line). */
export function stripCodeSpans(line: string): string {
  let text = "";
  let from = 0;
  for (let at = line.indexOf("`"); at >= 0; at = line.indexOf("`", from)) {
    const [run = ""] = /^`+/.exec(line.slice(at))!;
    const end = findSpanEnd(line, at + run.length, run);
    text += line.slice(from, at) + (end < 0 ? run : " ");
    from = end < 0 ? at + run.length : end;
  }
  return text + line.slice(from);
}
