import type { Scene } from "./play-scene.ts";

/* Configs, pull requests and verdicts that many scenes share. */

export const inUtc = (rest: string, more = "") =>
  `enforcement: block\n${more}turns: {hours: {time_zone: UTC}, ${rest}}\n`;
export const opener = "enforcement: block\nreview: {resolve: opener}\nturns: {hours: {time_zone: UTC}}\n";
export const rule: Scene = { opened: { reviewDecision: "review_required" } };
export const agent: Scene = { opened: { author: "copilot-agent[bot]" } };
export const visitor: Scene = { opened: { author: "oscar", fork: true } };
export const bobs = "reviewer bob";
export const alices = "author alice";
export const approved = "nobody: approved";
