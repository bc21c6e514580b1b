import { readLife } from "../../core/turns/life/life.ts";
import type { Seen } from "../../core/turns/life/render-timeline.ts";
import { startScene } from "../start-scene.ts";
import { findNextWakeUp } from "./find-next-wake-up.ts";
import { performDeed } from "./perform-deed.ts";
import { setStage } from "./set-stage.ts";
import { watchPage } from "./watch-page.ts";

/**
 * Plays a scripted life through the real server against the local GitHub. The clock jumps to each deed and to
 * each wake-up in the server's own queue. After every jump it notes what a person would see. In an outage the
 * server is stopped.
 */
export async function playLife(folder: string): Promise<Seen[]> {
  const life = readLife(folder);
  await using scene = await startScene({ now: life.opened.at, pacedByClock: true });
  const stage = await setStage(scene, life, folder);
  const watch = watchPage(stage, life);
  const looks = [watch(life.opened.at)];
  const deeds = life.deeds.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const outages = [...life.outages];

  function performUntil(at: string): void {
    while (deeds[0] !== undefined && deeds[0].at <= at) {
      scene.github.clock.set(deeds[0].at);
      performDeed(stage, deeds.shift()!);
    }
    scene.github.clock.set(at);
  }
  for (let jumps = 0; jumps < 1000; jumps += 1) {
    const [outage] = outages;
    const wakeAt = findNextWakeUp(scene.environment.dataDir);
    const now = [deeds[0]?.at, wakeAt, outage?.from].filter((at) => typeof at === "string").sort()[0];
    if (now === undefined || now > life.end) return looks;
    if (now === outage?.from) {
      outages.shift();
      await scene.stop();
      performUntil(outage.to);
      await scene.start();
      if (scene.github.installations.length === 0) scene.github.install("acme");
    } else performUntil(now);
    scene.server.poke();
    await scene.settle();
    looks.push(watch(scene.github.clock.now()));
  }
  throw new Error("The life does not come to an end: the server keeps waking up.");
}
