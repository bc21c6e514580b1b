import { describe, expect, it } from "vitest";
import type { Intent } from "../../../src/reconcile/ports.ts";
import { atPullRequest, find, nothing, only, repository } from "../payloads.ts";

describe("check runs", () => {
  const checkRun = { external_id: "5:f00", head_sha: "abc", app: { id: 42 }, pull_requests: [] };
  /** All pull requests at this commit share the run. */
  const shared = (look: { intents: Intent[] }) => {
    const { intents } = look;
    const byHead = [{ repository, headSha: "abc", intents, onlyIfUnseen: false }];
    return { ...only(atPullRequest(look)), byHead };
  };
  const intent = (identifier: string) => ({ deliveryId: "d1", identifier, sender: "alice" }) as Intent;

  it.each(["insert", "recheck"])("keep who pressed %s", (identifier) => {
    expect(
      find("check_run", {
        action: "requested_action",
        check_run: checkRun,
        requested_action: { identifier },
      }),
    ).toEqual(shared({ intents: [intent(identifier)] }));
  });
  it("keep who asked for a re-run, even when GitHub doesn't say", () => {
    expect(find("check_run", { action: "rerequested", check_run: checkRun })).toEqual(
      shared({ intents: [intent("rerequested")] }),
    );
    expect(find("check_run", { action: "rerequested", check_run: checkRun, sender: undefined })).toEqual(
      shared({ intents: [{ ...intent("rerequested"), sender: null }] }),
    );
  });
  it("are found by their pull requests, or by their commit when they name none", () => {
    const nameless = { ...checkRun, external_id: "" };
    const elsewhere = { number: 6, base: { repo: { id: 8 } } };
    const here = { number: 5, base: { repo: { id: 7 } } };
    expect(
      find("check_run", {
        action: "rerequested",
        check_run: { ...nameless, pull_requests: [here, elsewhere] },
      }),
    ).toEqual(shared({ intents: [intent("rerequested")] }));
    expect(find("check_run", { action: "rerequested", check_run: nameless })).toEqual({
      looks: [],
      byHead: [{ repository, headSha: "abc", intents: [intent("rerequested")], onlyIfUnseen: false }],
    });
  });
  it.each([
    ["by another app", { action: "rerequested", check_run: { ...checkRun, app: { id: 41 } } }],
    ["created", { action: "created", check_run: checkRun }],
    ["completed", { action: "completed", check_run: checkRun }],
    [
      "an unknown button",
      { action: "requested_action", check_run: checkRun, requested_action: { identifier: "explode" } },
    ],
  ])("are ignored: %s", (_, payload) => {
    expect(find("check_run", payload)).toEqual(nothing);
  });
});
