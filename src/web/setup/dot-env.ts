import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { parseEnv } from "node:util";

/** `.env` holds credentials already; they are never replaced. */
export class CredentialsExistError extends Error {
  override name = "CredentialsExistError";
  readonly variable: string;

  constructor(file: string, variable: string) {
    super(`${file} already has ${variable}. Nothing was changed; remove it there to set up again.`);
    this.variable = variable;
  }
}

const credentials = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"];

/** The credential that a `.env` file sets, or null. No file sets none. */
export function findCredential(file: string): string | null {
  if (!existsSync(file)) return null;
  const values = parseEnv(readFileSync(file, "utf8"));
  return credentials.find((name) => values[name]?.trim()) ?? null;
}

/**
 * Writes credentials into a `.env` file, readable for its owner only and in one step: a crash leaves the old
 * file or the new one. Throws CredentialsExistError when the file sets one already.
 */
export function storeCredentials(file: string, values: Record<string, string>): void {
  const existing = findCredential(file);
  if (existing !== null) throw new CredentialsExistError(file, existing);
  const text = editDotEnv(existsSync(file) ? readFileSync(file, "utf8") : "", values);
  const next = `${file}.next`;
  const handle = openSync(next, "w", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(next, file);
}

/**
 * The text of a `.env` file with these variables set: an existing line is replaced, a new one added at the
 * end, every other line (comments too) stays as it is.
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
