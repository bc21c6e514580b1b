/**
 * The text of a `.env` file with these variables set: an existing line is replaced, a new one added at the end, every other
 * line (comments too) stays as it is.
 */
export function editDotEnv(text: string, values: Record<string, string>): string {
  let lines = text.replace(/\n$/, "").split("\n");
  if (text === "") lines = [];
  for (const [name, value] of Object.entries(values)) {
    const line = `${name}=${quote(value)}`;
    const index = lines.findIndex((old) => old.startsWith(`${name}=`));
    if (index === -1) lines.push(line);
    else lines[index] = line;
  }
  return `${lines.join("\n")}\n`;
}

/** Node's parser turns `\n` into a line end inside double quotes only. */
function quote(value: string): string {
  return /^[\w./:@-]*$/.test(value) ? value : `"${value.trim().replaceAll("\n", "\\n")}"`;
}
