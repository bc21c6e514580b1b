/**
 * Runs in the network of the app's container: a GitHub with one lazy pull request. Prints the app's check run
 * on it, as JSON.
 */
import { startGitHub } from "../github/start-github.ts";

const privateKey = Buffer.from(process.env.PRIVATE_KEY ?? "", "base64").toString();
await using github = await startGitHub({
  port: 9999,
  privateKey,
  webhookSecret: "a secret of the tests",
  record: "nothing",
});
github.webhookTarget = "http://127.0.0.1:3000/api/github/webhooks";
const repository = github.createRepository("acme/shop");
github.install("acme");
const pullRequest = repository.openPullRequest({
  author: "alice",
  title: "Fix bug",
  body: "fix bug",
  files: [{ path: "src/retry.ts", additions: 400 }],
});

const isJudged = () => pullRequest.see().checkRuns[0]?.status === "completed";
/** Nothing is due any more. Work that is left when this GitHub ends waits for its time. */
const isQuiet = async () =>
  (await (await fetch("http://127.0.0.1:3000/metrics")).text()).includes('subjects{state="due"} 0');
const deadline = Date.now() + 30_000;
while (Date.now() < deadline && !(isJudged() && (await isQuiet()))) {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
const checkRuns = pullRequest
  .see()
  .checkRuns.map(({ name, conclusion, title }) => ({ name, conclusion, title }));
await github.deliveries.settled();
const failures = github.deliveries.all
  .filter(({ status }) => status !== "OK")
  .map(({ event, response }) => ({ event, response }));
console.log(JSON.stringify({ checkRuns, failures, defects: github.defects }));
