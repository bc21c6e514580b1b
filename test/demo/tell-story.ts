import { configPath } from "../../src/core/observation.ts";
import { english } from "../../src/core/render/words/en/index.ts";
import type { Scene } from "../e2e/start-scene.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { Colors } from "./colors.ts";
import { createShop, openPullRequest } from "./create-shop.ts";
import { moveToNextDue } from "./move-clock.ts";
import { config, fix, pullRequests, review, reviewed, timeZone } from "./scenario.ts";
import { type Shown, showChanges, showTitle } from "./show-pull-request.ts";

/**
 * Plays three acts: prints what people do, and after each step the changes on the page. The lines are the
 * same each time, without ports and with the scene's times only.
 */
export async function tellStory(scene: Scene, print: (line: string) => void, colors: Colors): Promise<void> {
  const act = (text: string) => print(`\n${colors.bold(colors.cyan(`── ${text}`))}`);
  const say = (text: string) => {
    const at = english.moment(scene.github.clock.now(), timeZone);
    print(`\n${colors.cyan("▸")} ${colors.dim(`${at}:`)} ${text}`);
  };
  const shown: Shown = new Map();
  /** Waits until the app has reacted, and shows the changes. */
  const show = async (one: PullRequestDriver) => {
    await scene.settle();
    for (const line of showChanges(one.see(), shown, colors)) print(`  ${line}`.trimEnd());
  };
  const wait = (one: PullRequestDriver) => moveToNextDue(scene, () => JSON.stringify(one.see()));

  print("The real server and a GitHub that runs on this machine: nothing leaves it.");
  const shop = await createShop(scene);

  act("Act 1: a description gets complete");
  say(`bob opens a pull request; its description is "fix bug". The check is there at once:`);
  const lazy = openPullRequest(shop, pullRequests[fix.number - 1]!);
  await scene.settle();
  print(`  ${showTitle(lazy.see(), colors)}`);
  await show(lazy);
  await scene.advance("PT2M");
  say("Two minutes later, time for the author to finish first, the one comment:");
  await show(lazy);
  await scene.advance("PT28M");
  say("bob answers in the description. The same comment shrinks, and the check turns green:");
  lazy.edit({ body: fix.body });
  await show(lazy);

  act("Act 2: a review, and what holds the merge");
  say(`The team commits ${configPath}:`);
  for (const line of config.trimEnd().split("\n")) print(colors.dim(`    ${line}`));
  shop.pushFile(configPath, config);
  await scene.settle();
  say("carol opens a pull request with a complete description, and asks dave for a review:");
  const one = openPullRequest(shop, reviewed);
  await scene.settle();
  print(`  ${showTitle(one.see(), colors)}`);
  await show(one);
  await scene.advance("PT1H");
  say("dave requests changes, with three comments on lines:");
  one.review(review);
  await show(one);
  await scene.advance("PT2H");
  say("carol pushes a fix and answers the question; dave resolves his blocker. The nit may wait:");
  const [blocker, question] = one.state.threads;
  one.push({
    files: [{ path: "src/queue/worker.ts" }],
    message: "Release the old claim first",
    outdate: false,
  });
  one.replyInThread(question!, {
    by: "carol",
    body: "A lease may last ten minutes; thirty seconds suffice.",
  });
  one.resolveThread(blocker!, "dave");
  await show(one);

  act("Act 3: a turn falls due");
  await wait(one);
  say("It was dave's turn again. Nobody was bothered before it was due; now he gets one reminder:");
  await show(one);
  say("He has no time today:");
  one.comment({ by: "dave", body: "/async snooze 1 day" });
  await show(one);
  await wait(one);
  say(
    "The snooze is over, and nobody has looked. The second reminder is the last, so it also asks the team:",
  );
  await show(one);
  await scene.advance("PT1H");
  say("dave calls carol and approves; carol writes down what they decided, and the app lists it:");
  one.comment({
    by: "carol",
    body: "Decision: claims last thirty seconds\nReason: the longest charge of last year took eleven",
  });
  one.review({ by: "dave", state: "approved", body: "Thank you." });
  await show(one);
  say("carol merges. Nobody's waiting any more; the decision stays:");
  one.merge("carol");
  await show(one);

  print(`\n${colors.dim("Try all this yourself, in a browser: npm run demo -- --serve")}`);
}
