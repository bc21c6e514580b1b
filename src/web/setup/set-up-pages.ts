import { type Html, html } from "./html.ts";
import { type Manifest, permissionReasons } from "./manifest.ts";

/** What a person entered, kept when a page is shown again. */
export interface Choices {
  name: string;
  owner: "person" | "organisation";
  organisation: string;
  reach: "address" | "proxy";
  address: string;
  channel: string;
  /** Go on although the address does not lead here. */
  anyway: boolean;
  /** An existing App's id. Its key and secret are never sent back. */
  appId: string;
}

/** What is wrong with a field of the form, or with the whole form. */
export interface FormProblem {
  field: "name" | "organisation" | "address" | "channel" | "import";
  text: string;
  /** The address is valid but doesn't lead here yet, so the person may go on. */
  canGoOn?: true;
}

interface FormPage {
  manifest: Manifest;
  choices: Choices;
  problem: FormProblem | null;
  /** The `.env` file into which credentials are written. */
  file: string;
  /** Whether `smee-client` is installed, which forwards a channel's deliveries. */
  hasProxyClient: boolean;
}

/** The first page: what will be created, for whom, and where GitHub reaches this server. */
export function renderForm(page: FormPage): string {
  const { manifest, choices, problem, file, hasProxyClient } = page;
  const note = (field: FormProblem["field"]) => renderProblem(problem, field);
  // The browser moves to the wrong field, which may be far down the page.
  const described = (field: FormProblem["field"]) =>
    problem?.field === field
      ? html` aria-invalid="true" aria-describedby="problem-${field}" autofocus`
      : null;
  const checked = (isOn: boolean) => (isOn ? html` checked` : null);
  return renderPage(
    "Set up Async Review",
    html`
<p class="lead">This creates a GitHub App of your own, so no server but yours sees your pull requests. It takes two clicks here and one on
GitHub. The App's credentials are then written to <code>${file}</code> on this machine.</p>
<form method="post" action="/set-up/check">
<fieldset><legend>Who owns the App?</legend>
  <label class="choice"><input type="radio" name="owner" value="person"${checked(choices.owner === "person")}> I do</label>
  <label class="choice"><input type="radio" name="owner" value="organisation"${checked(choices.owner === "organisation")}> An organisation:
    <input class="inline" name="organisation" value="${choices.organisation}" placeholder="acme" aria-label="Login of the organisation"${described("organisation")}></label>
  ${note("organisation")}
  <label class="row">Name of the App <input name="name" value="${choices.name}" maxlength="34" required${described("name")}></label>
  <p class="hint">Each name exists only once on GitHub. Put your team's name in it: “acme async review”.</p>
  ${note("name")}
</fieldset>
<fieldset><legend>Where can GitHub reach this server?</legend>
  <label class="choice"><input type="radio" name="reach" value="address"${checked(choices.reach === "address")}> At its public address:
    <input class="inline wide" name="address" value="${choices.address}" placeholder="https://async.example.org" inputmode="url" aria-label="Public address"${described("address")}></label>
  ${note("address")}
  ${
    problem?.canGoOn
      ? html`<label class="choice"><input type="checkbox" name="anyway" value="yes"> Continue anyway: it will lead here later</label>`
      : null
  }
  <label class="choice"><input type="radio" name="reach" value="proxy"${checked(choices.reach === "proxy")}> It can't; use a smee.io channel
    <input class="inline wide" name="channel" value="${choices.channel}" placeholder="a new one" inputmode="url" aria-label="smee.io channel"${described("channel")}></label>
  ${note("channel")}
  <p class="hint">GitHub refuses <code>localhost</code>. A channel is only for trying it out: anyone who knows its address can read along.${
    hasProxyClient
      ? null
      : html` It needs one more package here: <code>npm install --no-save smee-client</code>.`
  }</p>
</fieldset>
<button type="submit">Check and continue</button>
<p class="hint">Nothing is sent to GitHub yet.</p>
</form>
<section aria-labelledby="what"><h2 id="what">What will be created</h2>
<p>A private GitHub App with these permissions, and no others:</p>
${renderPermissions(manifest)}
<details><summary>It listens to ${manifest.default_events.length} events</summary><p>${manifest.default_events.join(", ")}</p></details>
</section>
<section aria-labelledby="import"><h2 id="import">Already have an App?</h2>
<details${problem?.field === "import" ? html` open` : null}><summary>Use an existing App</summary>
<form method="post" action="/set-up/import">
  ${note("import")}
  <label class="row">App ID <input name="app_id" value="${choices.appId}" inputmode="numeric" required></label>
  <label class="row">Private key (the content of the .pem file) <textarea name="private_key" rows="5" required spellcheck="false" autocomplete="off"${described("import")}></textarea></label>
  <label class="row">Webhook secret <input name="webhook_secret" type="password" required autocomplete="off"></label>
  <button type="submit">Check and use it</button>
</form></details>
</section>`,
  );
}

/** The second page: everything is checked; GitHub's own page comes next. */
export function renderReady(page: {
  choices: Choices;
  webhookUrl: string;
  manifestJson: string;
  action: string;
}): string {
  const { choices, webhookUrl, manifestJson, action } = page;
  const owner = choices.owner === "person" ? "you" : choices.organisation;
  return renderPage(
    "Ready to create",
    html`
<dl>
  <dt>App</dt><dd>${choices.name}, owned by ${owner}</dd>
  <dt>Deliveries go to</dt><dd><code>${webhookUrl}</code></dd>
</dl>
<p>GitHub shows the name again and asks you to confirm, then sends you back here.</p>
<form method="post" action="${action}">
  <input type="hidden" name="manifest" value="${manifestJson}">
  <button type="submit">Create it on GitHub</button>
</form>
<p><a href="/">Change something</a></p>`,
  );
}

/** The last page: the credentials are stored and belong to the App. */
export function renderDone({ name, htmlUrl, file }: { name: string; htmlUrl: string; file: string }): string {
  return renderPage(
    `${name} is yours`,
    html`
<p>GitHub accepts these credentials. They are in <code>${file}</code>, and this server now runs as the App: no restart needed.</p>
<p><a class="button" href="${htmlUrl}/installations/new">Install it on repositories</a></p>
<p>Then open a pull request. The check <em>async / description</em> appears within seconds.</p>`,
  );
}

/** The page for trouble: what went wrong, and what to do. */
export function renderTrouble(title: string, sentence: string): string {
  return renderPage(
    title,
    html`<p class="problem" role="alert">${sentence}</p><p><a href="/">Back to the set-up</a></p>`,
  );
}

function renderPermissions({ default_permissions: permissions }: Manifest): Html {
  const rows = Object.entries(permissions).map(
    ([name, access]) =>
      html`<tr><th scope="row">${name.replaceAll("_", " ")}</th><td>${access}</td><td>${permissionReasons[name] ?? ""}</td></tr>`,
  );
  return html`<table><thead><tr><th scope="col">Permission</th><th scope="col">Access</th><th scope="col">What for</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function renderProblem(problem: FormProblem | null, field: FormProblem["field"]): Html | null {
  if (problem?.field !== field) return null;
  return html`<p class="problem" role="alert" id="problem-${field}">${problem.text}</p>`;
}

function renderPage(title: string, main: Html): string {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title} · Async Review</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/set-up/style.css"></head>
<body><main><h1>${title}</h1>${main}</main></body>
</html>
`.text;
}
