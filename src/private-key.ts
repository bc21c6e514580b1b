import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * A private key as PEM. It may be given as PEM, with real or escaped line ends, or as base64 of PEM. Null
 * when it isn't an RSA key.
 */
export function readPrivateKey(given: string): string | null {
  const unquoted = given
    .trim()
    .replaceAll("\r\n", "\n")
    .replace(/^(["'])(.*)\1$/s, "$2");
  const pem = unquoted.includes("-----BEGIN")
    ? unquoted.replaceAll("\\n", "\n")
    : Buffer.from(unquoted, "base64").toString("utf8");
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa" ? pem : null;
  } catch {
    return null;
  }
}

/**
 * The key in a file, as `readPrivateKey` reads it. Undefined, with a problem added, when it can't be read.
 */
export function readKeyFile(path: string | undefined, problems: string[]): string | undefined {
  if (path === undefined) return undefined;
  try {
    const key = readPrivateKey(readFileSync(path, "utf8"));
    if (key !== null) return key;
    problems.push(
      `PRIVATE_KEY_PATH is "${path}", which holds no private key. Set it to the path of the App's .pem file.`,
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    problems.push(
      `PRIVATE_KEY_PATH is "${path}", which can't be read (${code}). Set it to the path of the App's .pem file.`,
    );
  }
  return undefined;
}
