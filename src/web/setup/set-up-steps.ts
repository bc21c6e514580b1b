import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { AppCredentials } from "../../reconcile/ports.ts";
import { CredentialsExistError, findCredential, storeCredentials } from "./dot-env.ts";
import { newAppUrl, readManifest, renderManifest } from "./manifest.ts";
import { createChannel, findAddressProblem, readPublicAddress } from "./public-address.ts";
import {
  type Choices,
  type FormProblem,
  renderDone,
  renderForm,
  renderReady,
  renderTrouble,
} from "./set-up-pages.ts";

/** What the set-up asks of GitHub. Both methods throw an Error whose message is a sentence for the person. */
interface SetupGitHub {
  createAppFromManifest(code: string): Promise<AppCredentials>;
  askWhichApp(
    credentials: Pick<AppCredentials, "appId" | "privateKey">,
  ): Promise<{ name: string; htmlUrl: string }>;
}

export interface SetupOptions {
  /** The working folder: it holds `.env`, and perhaps an `app.yml` that replaces the package's. */
  folder: string;
  github: SetupGitHub;
  /** A pasted key as PEM; null when it is not a key. */
  readPrivateKey(pasted: string): string | null;
  /** GitHub's address for people: `https://github.com`. */
  webUrl: string;
  publicUrl: string | null;
  webhookProxyUrl: string | null;
  /** Where channels come from; smee.io by default. */
  smeeUrl?: string;
}

/** The answer of a step. */
export interface Page {
  status: number;
  body: string;
  contentType?: string;
  /** This is the last page: the credentials are stored. */
  isLast?: true;
}

export const trouble = (status: number, title: string, sentence: string): Page => ({
  status,
  body: renderTrouble(title, sentence),
});

/**
 * The steps of the set-up: the form, its check, the return from GitHub, and an existing App. Each turns what
 * a person sent into a page. Nothing is stored before GitHub knows the App by its credentials, and no
 * credentials are replaced.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function createSteps(options: SetupOptions) {
  const { folder, github, readPrivateKey, webUrl, publicUrl, webhookProxyUrl } = options;
  const manifest = readManifest(folder);
  const file = join(folder, ".env");
  const isLocal = webUrl !== "https://github.com";
  /** Known only to this process; the check of its own address compares it. */
  const nonce = randomBytes(16).toString("hex");
  /** The choices that were sent to GitHub, by `state`, which can be used once. */
  const pending = new Map<string, { webhookProxyUrl: string | null }>();

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
  /** The last choices, for a person who returns to change something. */
  let latest = defaults;
  const form = (choices: Choices, problem: FormProblem | null = null): Page => ({
    status: problem === null ? 200 : 422,
    body: renderForm({ manifest, choices, problem, file, hasProxyClient: hasProxyClient() }),
  });

  async function check(fields: URLSearchParams, ownUrl: string): Promise<Page> {
    const choices = readChoices(fields);
    latest = { ...choices, anyway: false };
    const webhook =
      findOwnerProblem(choices) ?? (await findWebhook(choices, { isLocal, nonce, smeeUrl: options.smeeUrl }));
    if ("field" in webhook) return form(choices, webhook);
    const state = randomBytes(16).toString("hex");
    pending.set(state, { webhookProxyUrl: webhook.proxyUrl });
    const body = renderReady({
      choices,
      webhookUrl: webhook.url,
      manifestJson: renderManifest(manifest, {
        name: choices.name,
        webhookUrl: webhook.url,
        redirectUrl: `${ownUrl}/set-up/created`,
      }),
      action: newAppUrl(webUrl, choices.owner === "organisation" ? choices.organisation : null, state),
    });
    return { status: 200, body };
  }

  /** Asks GitHub which App this is before storing anything, which finds a key of another App. */
  async function store(credentials: AppCredentials, proxyUrl: string | null): Promise<Page> {
    if (readPrivateKey(credentials.privateKey) === null)
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
        "Start again",
        "This return from GitHub wasn't started here, or was already used. Go back to the set-up and start again.",
      );
    pending.delete(state);
    const existing = findCredential(file);
    if (existing !== null) return explain(new CredentialsExistError(file, existing));
    try {
      return await store(await github.createAppFromManifest(code), sent.webhookProxyUrl);
    } catch (error) {
      const next =
        "If GitHub created the App, generate a private key and set a webhook secret in its settings, then use it as an existing App.";
      return trouble(502, "The App isn't set up", `${describe(error)} ${next}`);
    }
  }

  async function takeExisting(fields: URLSearchParams): Promise<Page> {
    const typed = fields.get("app_id")?.trim() ?? "";
    const fail = (text: string) => form({ ...latest, appId: typed }, { field: "import", text });
    const appId = Number(typed);
    const privateKey = readPrivateKey(fields.get("private_key") ?? "");
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
      if (error instanceof GitHubError && error.reason === "unauthorized")
        return fail(
          `GitHub doesn't accept this key for App ${appId}. Check the App ID, and that the key belongs to this App.`,
        );
      return fail(`These credentials couldn't be checked. ${describe(error)}`);
    }
  }

  return {
    webUrl,
    nonce,
    check,
    created,
    takeExisting,
    start: () => form(latest),
  };
}

/** The page for an error that no step expects. */
export const explain = (error: unknown): Page =>
  error instanceof CredentialsExistError
    ? trouble(409, "Already set up", error.message)
    : trouble(500, "Something went wrong", describe(error));

/** What is wrong with the App's name or owner; null when nothing is. */
function findOwnerProblem({ name, owner, organisation }: Choices): FormProblem | null {
  if (name === "" || name.length > 34)
    return { field: "name", text: "Give the App a name of at most 34 characters." };
  if (owner === "person" && organisation !== "")
    return { field: "organisation", text: "Choose “An organisation”, or leave this empty." };
  if (owner === "organisation" && !/^[A-Za-z\d][A-Za-z\d-]{0,38}$/.test(organisation))
    return {
      field: "organisation",
      text: "Enter the organisation's login, as in its address: github.com/acme is “acme”.",
    };
  return null;
}

/**
 * Where GitHub sends deliveries, and the channel that forwards them, if any; or the problem with the choice.
 */
async function findWebhook(
  { reach, address, channel, anyway }: Choices,
  { isLocal, nonce, smeeUrl }: { isLocal: boolean; nonce: string; smeeUrl: string | undefined },
): Promise<{ url: string; proxyUrl: string | null } | FormProblem> {
  if (reach === "proxy") {
    const proxyUrl = channel === "" ? await createChannel(smeeUrl) : channel;
    if (proxyUrl === null)
      return {
        field: "channel",
        text: "Couldn't get a channel from smee.io. Open https://smee.io/new in a browser, and paste the address that it leads to.",
      };
    const read = readPublicAddress(proxyUrl, { isLocal });
    return "problem" in read ? { field: "channel", text: read.problem } : { url: proxyUrl, proxyUrl };
  }
  const read = readPublicAddress(address, { isLocal });
  if ("problem" in read) return { field: "address", text: read.problem };
  const problem = anyway ? null : await findAddressProblem(read.url, nonce);
  if (problem === null) return { url: `${read.url}/api/github/webhooks`, proxyUrl: null };
  const text = `${problem} GitHub's deliveries wouldn't arrive here.`;
  return { field: "address", text, canGoOn: true };
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

/** Probot forwards a channel's deliveries with `smee-client`, an optional package. */
function hasProxyClient(): boolean {
  try {
    createRequire(import.meta.url).resolve("smee-client");
    return true;
  } catch (error) {
    // The package is installed but can't be loaded with `require`.
    return (error as NodeJS.ErrnoException).code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  }
}

const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));
