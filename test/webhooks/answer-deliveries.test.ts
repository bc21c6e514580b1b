import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { answerDeliveries } from "../../src/webhooks/answer-deliveries.ts";

const headers = {
  "content-type": "application/json",
  "x-github-event": "ping",
  "x-github-delivery": "d1",
  "x-hub-signature-256": "sha256=00",
};

/** The turn of the event loop in which each of several bodies is verified that arrive together. */
async function verifyTogether(sizes: number[]): Promise<number[]> {
  let turn = 0;
  let isDone = false;
  const counting = (async () => {
    for (; !isDone; turn++) await setImmediate();
  })();
  const turns: number[] = [];
  const answerOne = answerDeliveries({
    verify: async () => {
      turns.push(turn);
      return false;
    },
    receive: () => Promise.reject(new Error("nothing is verified")),
    path: "/hook",
  });
  const response = { setHeader() {}, writeHead: () => response, end() {} } as unknown as ServerResponse;
  const answers = sizes.map((size) => {
    const request = Object.assign(Readable.from([Buffer.alloc(size, "a")]), {
      ...{ method: "POST", url: "/hook", headers },
    });
    return answerOne(request as unknown as IncomingMessage, response);
  });
  expect(await Promise.all(answers)).toEqual(sizes.map(() => true));
  isDone = true;
  await counting;
  return turns;
}

it("verifies large bodies that arrive together in separate turns of the event loop", async () => {
  const large = await verifyTogether([2_000_000, 2_000_000, 2_000_000]);
  expect([large.length, new Set(large).size]).toEqual([3, 3]);
});

it("verifies small bodies that arrive together in one turn of the event loop", async () => {
  const small = await verifyTogether([20_000, 20_000, 20_000]);
  expect([small.length, new Set(small).size]).toEqual([3, 1]);
});
