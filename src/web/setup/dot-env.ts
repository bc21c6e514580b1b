import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { parseEnv } from "node:util";

/** `.env` already holds credentials, which are never replaced. */
export class CredentialsExistError extends Error {
  override name = "CredentialsExistError";
  readonly variable: string;

  constructor(file: string, variable: string) {
    super(`${file} already has ${variable}. Nothing was changed; remove it there to set up again.`);
    this.variable = variable;
  }
}

const credentials = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"];

/** The credential that a `.env` file sets; null when it sets none or does not exist. */
export function findCredential(file: string): string | null {
  if (!existsSync(file)) return null;
  const values = parseEnv(readFileSync(file, "utf8"));
  return credentials.find((name) => values[name]?.trim()) ?? null;
}

/**
 * Writes credentials into a `.env` file in one step, readable by its owner only: a crash leaves the old file
 * or the new one. Throws CredentialsExistError when the file already sets one.
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
 * The text of a `.env` file with these variables set. An existing line is replaced, a new one is added at the
 * end, and every other line stays as it is, comments too.
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

/** Node's parser turns `\n` into a line end only inside double quotes. */
function quote(value: string): string {
  return /^[\w./:@-]*$/.test(value) ? value : `"${value.trim().replaceAll("\n", "\\n")}"`;
}
