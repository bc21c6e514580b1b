import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectOctokit } from "./connect-octokit.ts";
import { type CaughtGitHub, startCaughtGitHub } from "./start-caught-github.ts";

let github: CaughtGitHub["github"];
let shop: CaughtGitHub["shop"];
let app: CaughtGitHub["app"];
let close: CaughtGitHub["close"];

beforeEach(async () => {
  ({ github, shop, app, close } = await startCaughtGitHub());
});
afterEach(() => close());

describe("held, permuted, lost and repeated deliveries", () => {
  it("sends held deliveries in any order, twice or not at all", async () => {
    github.install("acme");
    await github.deliveries.settled();
    app.received.length = 0;
    const one = shop.openPullRequest({ author: "alice", title: "x", fork: true });
    await github.deliveries.settled();
    app.received.length = 0;
    github.deliveries.hold();
    one.edit({ body: "1" });
    one.edit({ body: "2" });
    one.edit({ body: "3" });
    expect([github.deliveries.held.length, app.received.length]).toEqual([3, 0]);
    await github.deliveries.release(([first, , third]) => [third!, first!, third!]);
    const bodies = app.received.map(
      ({ body }) => (JSON.parse(body) as { pull_request: object }).pull_request,
    );
    expect(bodies).toMatchObject([{ body: "3" }, { body: "1" }, { body: "3" }]);
    const guids = app.received.map(({ headers }) => headers["x-github-delivery"]);
    expect([guids[0] === guids[2], guids[0] === guids[1]]).toEqual([true, false]);
    expect(github.deliveries.all.filter((delivery) => delivery.status === "lost")).toHaveLength(1);
  });

  // sources.md §1: newest first, cursor pages; a redelivery keeps the guid; status=failure means 400 to 599
  // only.
  it("are listed in the delivery log", async () => {
    app.status = 500;
    github.install("acme");
    await github.deliveries.settled();
    app.status = 202;
    shop.openPullRequest({ author: "alice", title: "x", fork: true }).close();
    await github.deliveries.settled();
    const { rest } = connectOctokit(github);
    const first = await rest.apps.listWebhookDeliveries({ per_page: 2 });
    expect(first.data.map(({ event, action, status_code }) => [event, action, status_code])).toEqual([
      ["pull_request", "closed", 202],
      ["pull_request", "opened", 202],
    ]);
    const cursor = /cursor=(v1_\d+)/.exec(first.headers.link ?? "")?.[1] ?? "";
    const second = await rest.apps.listWebhookDeliveries({ per_page: 2, cursor });
    const failed = second.data[0]!;
    expect(second.data).toMatchObject([{ event: "installation", status_code: 500, redelivery: false }]);
    expect(second.headers.link).toBeUndefined();

    const { status: accepted } = await rest.apps.redeliverWebhookDelivery({ delivery_id: failed.id });
    expect(accepted).toBe(202);
    await github.deliveries.settled();
    const again = await rest.apps.listWebhookDeliveries({ per_page: 1 });
    expect(again.data).toMatchObject([{ guid: failed.guid, redelivery: true, status: "OK" }]);
    const failures = await rest.apps.listWebhookDeliveries({ per_page: 10, status: "failure" });
    expect(failures.data.map((one) => one.id)).toEqual([failed.id]);
  });
});
