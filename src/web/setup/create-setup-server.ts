import { createPrivateKey, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { AppCredentials } from "../../reconcile/ports.ts";
import { CredentialsExistError, findCredential, storeCredentials } from "./dot-env.ts";
import { newAppUrl, readManifest, renderManifest, webUrlOf } from "./manifest.ts";
import { createChannel, findAddressProblem, herePath, readPublicAddress } from "./public-address.ts";
import {
  type Choices,
  type FormProblem,
  renderDone,
  renderForm,
  renderReady,
  renderTrouble,
} from "./set-up-pages.ts";
import { style } from "./style.ts";

/** What the set-up asks of GitHub. Both throw an Error whose message is a sentence for the person. */
export interface SetupGitHub {
  createAppFromManifest(code: string): Promise<AppCredentials>;
  askWhichApp(
    credentials: Pick<AppCredentials, "appId" | "privateKey">,
  ): Promise<{ name: string; htmlUrl: string }>;
}

export interface SetupServerOptions {
  host: string;
  port: number;
  log: { info(message: string): void; warn(fields: object, message: string): void };
  /** The folder of `.env`, and of an `app.yml` that stands in for the package's: the working folder. */
  folder: string;
  github: SetupGitHub;
  apiUrl: string;
  publicUrl: string | null;
  webhookProxyUrl: string | null;
  /** Where channels come from. */
  smeeUrl?: string;
}

export interface SetupServer {
  url: string;
  /** Resolves when the credentials are stored and the person has been told. */
  done: Promise<void>;
  stop(): Promise<void>;
}

/** Names of this machine for itself. Any other name that leads here was made to (DNS rebinding), or is a proxy's. */
const ownName = /^(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Room for a private key and the rest of a form. */
const mostBytes = 64 * 1024;

/**
 * The page that creates the App on GitHub, or takes one that exists, and stores its credentials in `.env`. It has no sign-in, so it
 * belongs on loopback only and answers only under loopback's names; and it never replaces credentials. Rejects when it cannot listen.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export async function createSetupServer(options: SetupServerOptions): Promise<SetupServer> {
  const { host, port, log, folder, github, apiUrl, publicUrl, webhookProxyUrl } = options;
  const manifest = readManifest(folder);
  const file = join(folder, ".env");
  const webUrl = webUrlOf(apiUrl);
  const isLocal = webUrl !== "https://github.com";
  /** What only this process knows, for the check of its own address. */
  const word = randomBytes(16).toString("hex");
  /** What was checked and sent to GitHub, until it comes back: `state` is good for one return. */
  const pending = new Map<string, { webhookProxyUrl: string | null }>();
  const { promise: done, resolve: finish } = Promise.withResolvers<void>();

  const defaults: Choices = {
    name: manifest.name,
    owner: "person",
    organisation: "",
    reach: publicUrl === null && webhookProxyUrl !== null ? "proxy" : "address",
    address: publicUrl ?? "",
    channel: webhookProxyUrl ?? "",
    anyway: false,
    appId: "",
  };
  const form = (choices: Choices, problem: FormProblem | null = null, canGoOn = false) =>
    renderForm({ manifest, choices, problem, canGoOn, file, hasProxyClient: hasProxyClient() });

  async function check(fields: URLSearchParams, ownUrl: string): Promise<Page> {
    const choices = readChoices(fields);
    const fail = (field: FormProblem["field"], text: string, canGoOn = false): Page => ({
      status: 422,
      body: form(choices, { field, text }, canGoOn),
    });
    if (choices.name === "" || choices.name.length > 34)
      return fail("name", "Give the App a name of at most 34 characters.");
    if (choices.owner === "organisation" && !/^[A-Za-z\d][A-Za-z\d-]{0,38}$/.test(choices.organisation))
      return fail(
        "organisation",
        "Type the organisation's login, as in its address: github.com/acme is “acme”.",
      );

    let webhookUrl: string;
    let proxyUrl: string | null = null;
    if (choices.reach === "proxy") {
      proxyUrl = choices.channel === "" ? await createChannel(options.smeeUrl) : choices.channel;
      if (proxyUrl === null)
        return fail(
          "channel",
          "smee.io gave no channel. Open https://smee.io/new in a browser and paste its address here.",
        );
      const read = readPublicAddress(proxyUrl, { isLocal });
      if ("problem" in read) return fail("channel", read.problem);
      webhookUrl = proxyUrl;
    } else {
      const read = readPublicAddress(choices.address, { isLocal });
      if ("problem" in read) return fail("address", read.problem);
      if (!choices.anyway) {
        const problem = await findAddressProblem(read.url, word);
        if (problem !== null)
          return fail("address", `${problem} GitHub's deliveries would not arrive here.`, true);
      }
      webhookUrl = `${read.url}/api/github/webhooks`;
    }
    const state = randomBytes(16).toString("hex");
    pending.set(state, { webhookProxyUrl: proxyUrl });
    const organisation = choices.owner === "organisation" ? choices.organisation : null;
    const body = renderReady({
      choices,
      webhookUrl,
      manifestJson: renderManifest(manifest, {
        name: choices.name,
        webhookUrl,
        redirectUrl: `${ownUrl}/set-up/created`,
      }),
      action: newAppUrl(webUrl, organisation, state),
    });
    return { status: 200, body };
  }

  /** GitHub asks the App who it is before anything is stored: a key that is another App's is found here. */
  async function store(credentials: AppCredentials, proxyUrl: string | null): Promise<Page> {
    if (readKey(credentials.privateKey) === null)
      throw new Error("GitHub gave the App a key that can't be read.");
    const app = await github.askWhichApp(credentials);
    storeCredentials(file, {
      APP_ID: String(credentials.appId),
      PRIVATE_KEY: credentials.privateKey,
      WEBHOOK_SECRET: credentials.webhookSecret,
      ...(proxyUrl !== null && proxyUrl !== webhookProxyUrl && { WEBHOOK_PROXY_URL: proxyUrl }),
    });
    return { status: 200, body: renderDone({ ...app, file }), isLast: true };
  }

  async function created(query: URLSearchParams): Promise<Page> {
    const state = query.get("state") ?? "";
    const sent = pending.get(state);
    const code = query.get("code");
    if (sent === undefined || !code)
      return trouble(
        403,
        "Not from here",
        "This return from GitHub wasn't started on this page. Start again from the set-up page.",
      );
    pending.delete(state);
    if (findCredential(file) !== null)
      return trouble(409, "Set up already", `${file} has credentials. They are left alone.`);
    try {
      return await store(await github.createAppFromManifest(code), sent.webhookProxyUrl);
    } catch (error) {
      const next =
        "If the App exists on GitHub now, make a new private key and webhook secret in its settings and use it as an existing App.";
      return trouble(502, "The App is not set up", `${describe(error)} ${next}`);
    }
  }

  async function takeExisting(fields: URLSearchParams): Promise<Page> {
    const typed = fields.get("app_id")?.trim() ?? "";
    const fail = (text: string): Page => ({
      status: 422,
      body: form({ ...defaults, appId: typed }, { field: "import", text }),
    });
    const appId = Number(typed);
    const privateKey = readKey(fields.get("private_key") ?? "");
    const webhookSecret = fields.get("webhook_secret")?.trim() ?? "";
    if (!Number.isSafeInteger(appId) || appId <= 0)
      return fail("The App ID is the number on the App's settings page.");
    if (privateKey === null)
      return fail("That isn't a private key. Paste the whole .pem file, with its first and last line.");
    if (webhookSecret === "") return fail("Paste the webhook secret that the App's settings page asks for.");
    try {
      return await store({ appId, privateKey, webhookSecret }, null);
    } catch (error) {
      if (error instanceof CredentialsExistError) throw error;
      return fail(`GitHub doesn't take these credentials: ${describe(error)}`);
    }
  }

  async function answer(message: IncomingMessage): Promise<Page> {
    const url = new URL(message.url ?? "/", "http://localhost");
    if (message.method === "GET" && url.pathname === herePath)
      return { status: 200, body: word, contentType: "text/plain" };
    const { host: name = "", origin } = message.headers;
    const isOwnPage = origin === undefined || ownName.test(origin.replace(/^http:\/\//, ""));
    if (!ownName.test(name) || !isOwnPage) {
      log.warn(
        { host: name, origin },
        `The set-up page was asked for under another name; open it under ${ownUrl()}`,
      );
      return trouble(404, "Nothing here", "The set-up page answers only under this machine's own name.");
    }
    switch (`${message.method} ${url.pathname}`) {
      case "GET /":
        return { status: 200, body: form(defaults) };
      case "GET /set-up/style.css":
        return { status: 200, body: style, contentType: "text/css" };
      case "POST /set-up/check":
        return check(await readForm(message), `http://${name}`);
      case "GET /set-up/created":
        return created(url.searchParams);
      case "POST /set-up/import":
        return takeExisting(await readForm(message));
      case "GET /healthz":
        return { status: 200, body: "ok\n", contentType: "text/plain" };
      default:
        return trouble(404, "Nothing here", "There is no such page.");
    }
  }

  const server = createServer({ requestTimeout: 30_000 }, async (message, response) => {
    const page = await answer(message).catch(explain);
    // Whoever saw the last page has been told; the port is then free for the server.
    if (page.isLast) response.on("close", finish);
    respond(response, page, webUrl);
  });
  const ownUrl = () => `http://localhost:${(server.address() as AddressInfo).port}`;
  server.listen(port, host);
  await once(server, "listening");
  log.info(`Async Review is not set up yet. Open ${ownUrl()} to create its GitHub App.`);
  return {
    url: ownUrl(),
    done,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Page {
  status: number;
  body: string;
  contentType?: string;
  /** Nothing comes after this page: the credentials are stored. */
  isLast?: true;
}

const trouble = (status: number, title: string, sentence: string): Page => ({
  status,
  body: renderTrouble(title, sentence),
});

const explain = (error: unknown): Page =>
  error instanceof CredentialsExistError
    ? trouble(409, "Set up already", error.message)
    : trouble(500, "Something went wrong", describe(error));

function respond(
  response: ServerResponse,
  { status, body, contentType = "text/html" }: Page,
  webUrl: string,
) {
  response.writeHead(status, {
    "content-type": `${contentType}; charset=utf-8`,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": `default-src 'none'; style-src 'self'; form-action 'self' ${webUrl}; base-uri 'none'; frame-ancestors 'none'`,
    // With "no-referrer" a browser sends this page's own forms with `Origin: null`: https://fetch.spec.whatwg.org/#origin-header
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    connection: "close",
  });
  response.end(body);
}

async function readForm(message: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new Error("The form is too large: a private key has about 2,000 characters.");
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

function readChoices(fields: URLSearchParams): Choices {
  const text = (name: string) => fields.get(name)?.trim() ?? "";
  return {
    name: text("name"),
    owner: text("owner") === "organisation" ? "organisation" : "person",
    organisation: text("organisation"),
    reach: text("reach") === "proxy" ? "proxy" : "address",
    address: text("address"),
    channel: text("channel"),
    anyway: text("anyway") === "yes",
    appId: text("app_id"),
  };
}

/** The key as pasted, when it is an RSA key in PEM; else null. */
function readKey(pasted: string): string | null {
  const pem = pasted.trim().replaceAll("\r\n", "\n");
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa" ? pem : null;
  } catch {
    return null;
  }
}

/** Probot hands a channel's deliveries on with `smee-client`, which is installed by those who want it. */
function hasProxyClient(): boolean {
  try {
    createRequire(import.meta.url).resolve("smee-client");
    return true;
  } catch (error) {
    // It is there, but cannot be loaded by `require`.
    return (error as NodeJS.ErrnoException).code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  }
}

const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));
