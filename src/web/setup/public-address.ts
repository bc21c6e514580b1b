import { isIP } from "node:net";

/** Where this server answers a check of its own address, with a nonce that only this process knows. */
export const herePath = "/set-up/here";

/**
 * The address under which GitHub reaches this server, without a path; or a sentence that says why it cannot.
 * github.com refuses what the internet cannot reach; a GitHub Enterprise Server may be on the same network
 * (`isLocal`).
 */
export function readPublicAddress(
  typed: string,
  { isLocal }: { isLocal: boolean },
): { url: string } | { problem: string } {
  const text = typed.trim();
  if (text === "") return { problem: "Enter the address where GitHub can reach this server." };
  if (!URL.canParse(text))
    return { problem: `“${text}” isn't an address. Write one like https://async.example.org.` };
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { problem: `“${text}” isn't a web address. Write one like https://async.example.org.` };
  const host = url.hostname.toLowerCase();
  if (isThisMachine(host))
    return {
      problem: `GitHub can't reach “${host}”: it only means this machine. Use a public address, or a smee.io channel.`,
    };
  if (!isLocal && isPrivate(host))
    return {
      problem: `GitHub can't reach “${host}”: it's an address inside your network. Use a public one, or a smee.io channel.`,
    };
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, "")}` };
}

const isThisMachine = (host: string) =>
  host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^(127|0)\./.test(host);

/** Ranges for private use (RFC 1918, RFC 6598, RFC 3927, RFC 4193), and names without a dot. */
function isPrivate(host: string): boolean {
  if (isIP(host) === 4)
    return /^(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      host,
    );
  if (host.startsWith("[")) return /^\[f[cde]/.test(host);
  return !host.includes(".") || /\.(local|internal|lan|home\.arpa)$/.test(host);
}

const reasons: Record<string, string> = {
  ENOTFOUND: "no such host",
  EAI_AGAIN: "no such host",
  ECONNREFUSED: "nothing listens there",
};

/**
 * Asks the address for this server's nonce. Null when the address leads here, else a sentence about the
 * answer. A wrong answer may be fine (a proxy that starts later), so the person decides.
 */
export async function findAddressProblem(
  url: string,
  nonce: string,
  { timeoutMs = 5_000 } = {},
): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url + herePath, { redirect: "manual", signal });
    if (answer.ok && (await answer.text()) === nonce) return null;
    return `Something else answers at ${url} (status ${answer.status}).`;
  } catch (error) {
    const { cause, name } = error as Error & { cause?: { code?: string } };
    const code = cause?.code ?? name;
    const reason =
      name === "TimeoutError" ? `no answer within ${timeoutMs / 1000} s` : (reasons[code] ?? code);
    return `${url} can't be reached from here (${reason}).`;
  }
}

/**
 * A new channel of smee.io, which forwards deliveries to a machine that GitHub cannot reach. Null when
 * smee.io gave none.
 */
export async function createChannel(smeeUrl = "https://smee.io"): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(5_000);
    const answer = await fetch(`${smeeUrl}/new`, { method: "HEAD", redirect: "manual", signal });
    const channel = answer.headers.get("location");
    return channel?.startsWith(`${smeeUrl}/`) ? channel : null;
  } catch {
    return null;
  }
}
