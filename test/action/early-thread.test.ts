import { expect, it } from "vitest";
import { incomplete, setUpStage } from "./set-up.ts";

const stage = setUpStage();

/** Logs each thread that starts, and each answer of GitHub. */
const spy = `
  process.on("worker", () => console.log("a thread starts"));
  const { fetch } = globalThis;
  globalThis.fetch = async (...given) => {
    const answer = await fetch(...given);
    console.log("GitHub answers");
    return answer;
  };
`;

it("starts its judging thread while GitHub is asked", async () => {
  stage.shop.openPullRequest(incomplete);
  const { log } = await stage.run("pull_request_target", {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(spy)}` },
  });
  expect(log.match(/^(?:a thread starts|GitHub answers)$/gm)?.slice(0, 2)).toEqual([
    "a thread starts",
    "GitHub answers",
  ]);
});
