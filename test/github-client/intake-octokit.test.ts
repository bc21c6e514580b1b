import { createHmac } from "node:crypto";
import pino from "pino";
import { Probot } from "probot";
import { expect, it } from "vitest";
import { IntakeOctokit } from "../../src/github/client/intake-octokit.ts";
import { privateKey } from "./create-test-clients.ts";

it("lets Probot verify and pass on a delivery without creating a client", async () => {
  const log = pino({ level: "silent" });
  const probot = new Probot({ appId: 7, privateKey, secret: "s3cret", log, Octokit: IntakeOctokit });
  const handed: unknown[] = [];
  await probot.load((app) => {
    app.onAny(({ id, name, payload }) => void handed.push({ id, name, payload }));
  });
  const payload = JSON.stringify({ action: "opened", installation: { id: 1 } });
  const signature = `sha256=${createHmac("sha256", "s3cret").update(payload).digest("hex")}`;
  for (const id of ["1", "2"]) {
    await probot.webhooks.verifyAndReceive({ id, name: "pull_request", payload, signature });
  }
  expect(handed).toEqual(
    ["1", "2"].map((id) => ({ id, name: "pull_request", payload: JSON.parse(payload) })),
  );
});
