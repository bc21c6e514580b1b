import type { Scene } from "../e2e/start-scene.ts";
import type { Colors } from "./colors.ts";
import { openPullRequests } from "./open-pull-requests.ts";
import { fix } from "./scenario.ts";
import { showPullRequest, showTitle, showVerdict } from "./show-pull-request.ts";

/**
 * Plays the scenario and prints what people see: the checks at once, the whole pages when the comment's two minutes are over, and
 * the one page that changes when its author answers. The same lines each time: no ports, no times.
 */
export async function tellStory(scene: Scene, print: (line: string) => void, colors: Colors): Promise<void> {
  const chapter = (text: string) => print(`\n${colors.bold(colors.cyan(`── ${text}`))}\n`);

  print("The real server, and a GitHub that runs on this machine: nothing leaves it.");
  chapter("Five pull requests are opened. Each has its check at once:");
  const opened = await openPullRequests(scene);
  for (const { pullRequest, shows } of opened) {
    const seen = pullRequest.see();
    print(`${showTitle(seen, colors)}  ${colors.dim(`(${shows})`)}`);
    for (const run of seen.checkRuns) print(`  ${showVerdict(run, colors)}`);
  }

  await scene.advance("PT2M");
  chapter("Two minutes later, their authors see:");
  for (const { pullRequest } of opened) print(`${showPullRequest(pullRequest.see(), colors).join("\n")}\n`);

  const { pullRequest } = opened[fix.index]!;
  pullRequest.edit({ body: fix.body });
  await scene.settle();
  chapter(`${pullRequest.see().author} answers in the description, and a moment later:`);
  print(showPullRequest(pullRequest.see(), colors).join("\n"));

  print(`\n${colors.dim("To try it in a browser: npm run demo -- --serve")}`);
}
