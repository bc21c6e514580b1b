import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { events } from "../../src/webhooks/events/index.ts";
import { findLooks } from "../../src/webhooks/find-looks.ts";
import type { Payload } from "../../src/webhooks/payload.ts";

const app = { appId: 42, slug: "async-review" };
const repository = { id: 7, owner: "acme", name: "shop" };
const alice = { login: "alice", type: "User" };
const ourBot = { login: "async-review[bot]", type: "Bot" };
const otherBot = { login: "dependabot[bot]", type: "Bot" };

const from = (payload: Payload): Payload => ({
  installation: { id: 3 },
  repository: {
    id: 7,
    name: "shop",
    full_name: "acme/shop",
    default_branch: "main",
    owner: { login: "acme" },
  },
  sender: alice,
  ...payload,
});
const find = (name: string, payload: Payload) => findLooks({ id: "d1", name, payload: from(payload) }, app);

const pullRequest = { number: 5, updated_at: "2026-11-23T09:00:00Z", head: { sha: "abc" } };
const atPullRequest = (more: object = {}) => ({
  subject: { kind: "pull_request", installationId: 3, repository, number: 5 },
  fence: null,
  intents: [],
  notBefore: null,
  ...more,
});
const seenFence = { updatedAt: "2026-11-23T09:00:00Z", headSha: "abc", commentIds: [] };
const atRepository = (reason: string) => ({
  subject: { kind: "repository", installationId: 3, repository, reason },
  fence: null,
  intents: [],
  notBefore: null,
});
const atInstallation = (reason: string) => ({
  subject: { kind: "installation", installationId: 3, reason },
  fence: null,
  intents: [],
  notBefore: null,
});
const only = (...looks: object[]) => ({ looks, byHead: [] });
const nothing = only();

describe("pull requests and their reviews", () => {
  const actions: [string, string[]][] = [
    [
      "pull_request",
      "opened reopened edited synchronize ready_for_review converted_to_draft labeled unlabeled closed enqueued dequeued review_requested review_request_removed".split(
        " ",
      ),
    ],
    ["pull_request_review", ["submitted", "edited", "dismissed"]],
    ["pull_request_review_comment", ["created", "edited", "deleted"]],
    ["pull_request_review_thread", ["resolved", "unresolved"]],
  ];
  it.each(actions)("%s: %j", (event, known) => {
    for (const action of known) {
      expect(find(event, { action, pull_request: pullRequest })).toEqual(
        only(atPullRequest({ fence: seenFence })),
      );
    }
  });

  it.each([
    ["pull_request", "assigned"],
    ["pull_request", "constructor"],
    ["pull_request", undefined],
    ["pull_request_review", "pondered"],
    ["constructor", "opened"],
    ["star", "created"],
  ])("ignores %s %s", (event, action) => {
    expect(find(event, { action, pull_request: pullRequest })).toEqual(nothing);
  });

  it("does without what GitHub left out", () => {
    expect(find("pull_request", { action: "opened", pull_request: { number: 5 } })).toEqual(
      only(atPullRequest({ fence: { updatedAt: null, headSha: null, commentIds: [] } })),
    );
    expect(find("pull_request", { action: "opened", number: 5, pull_request: null })).toEqual(
      only(atPullRequest({ fence: { updatedAt: null, headSha: null, commentIds: [] } })),
    );
    expect(find("pull_request", { action: "opened", pull_request: pullRequest, installation: null })).toEqual(
      nothing,
    );
    expect(find("pull_request", { action: "opened", pull_request: { ...pullRequest, number: "5" } })).toEqual(
      nothing,
    );
  });

  it("takes only instants that compare as text", () => {
    const strange = { ...pullRequest, updated_at: "2026-11-23T10:00:00+01:00" };
    expect(find("pull_request", { action: "opened", pull_request: strange })).toEqual(
      only(atPullRequest({ fence: { ...seenFence, updatedAt: null } })),
    );
  });
});

describe("comments", () => {
  const issue = { number: 5, updated_at: "2026-11-23T09:00:00Z", pull_request: { url: "…" } };
  const fence = { updatedAt: "2026-11-23T09:00:00Z", headSha: null, commentIds: [] as number[] };

  it("have to be seen when they are new", () => {
    expect(find("issue_comment", { action: "created", issue, comment: { id: 99 } })).toEqual(
      only(atPullRequest({ fence: { ...fence, commentIds: [99] } })),
    );
  });
  it.each(["edited", "deleted"])("are looked at again when %s", (action) => {
    expect(find("issue_comment", { action, issue, comment: { id: 99 } })).toEqual(
      only(atPullRequest({ fence })),
    );
  });
  it("on plain issues are nothing to us", () => {
    expect(find("issue_comment", { action: "created", issue: { number: 5 }, comment: { id: 99 } })).toEqual(
      nothing,
    );
  });
});

describe("check runs", () => {
  const checkRun = { external_id: "5:f00", head_sha: "abc", app: { id: 42 }, pull_requests: [] };
  const intent = (identifier: string) => ({ deliveryId: "d1", identifier, sender: "alice" });

  it.each(["insert", "recheck"])("keep who pressed %s", (identifier) => {
    expect(
      find("check_run", {
        action: "requested_action",
        check_run: checkRun,
        requested_action: { identifier },
      }),
    ).toEqual(only(atPullRequest({ intents: [intent(identifier)] })));
  });
  it("keep who asked for a re-run, also when GitHub does not say", () => {
    expect(find("check_run", { action: "rerequested", check_run: checkRun })).toEqual(
      only(atPullRequest({ intents: [intent("rerequested")] })),
    );
    expect(find("check_run", { action: "rerequested", check_run: checkRun, sender: undefined })).toEqual(
      only(atPullRequest({ intents: [{ ...intent("rerequested"), sender: null }] })),
    );
  });
  it("are found by their pull requests or their commit when they do not name one", () => {
    const nameless = { ...checkRun, external_id: "" };
    const elsewhere = { number: 6, base: { repo: { id: 8 } } };
    const here = { number: 5, base: { repo: { id: 7 } } };
    expect(
      find("check_run", {
        action: "rerequested",
        check_run: { ...nameless, pull_requests: [here, elsewhere] },
      }),
    ).toEqual(only(atPullRequest({ intents: [intent("rerequested")] })));
    expect(find("check_run", { action: "rerequested", check_run: nameless })).toEqual({
      looks: [],
      byHead: [{ repository, headSha: "abc", intents: [intent("rerequested")], onlyIfUnseen: false }],
    });
  });
  it.each([
    ["another app's", { action: "rerequested", check_run: { ...checkRun, app: { id: 41 } } }],
    ["created", { action: "created", check_run: checkRun }],
    ["completed", { action: "completed", check_run: checkRun }],
    [
      "an unknown button",
      { action: "requested_action", check_run: checkRun, requested_action: { identifier: "explode" } },
    ],
  ])("are nothing to us: %s", (_, payload) => {
    expect(find("check_run", payload)).toEqual(nothing);
  });
});

describe("check suites", () => {
  const suite = { head_sha: "abc", app: { id: 42 }, pull_requests: [{ number: 5 }] };
  const fence = { updatedAt: null, headSha: "abc", commentIds: [] };

  it("ask for commits that were not seen", () => {
    expect(find("check_suite", { action: "requested", check_suite: suite })).toEqual(
      only(atPullRequest({ fence, onlyIfUnseen: true })),
    );
  });
  it("keep who asked for all checks again", () => {
    const intents = [{ deliveryId: "d1", identifier: "rerequested", sender: "alice" }];
    expect(find("check_suite", { action: "rerequested", check_suite: suite })).toEqual(
      only(atPullRequest({ fence, intents })),
    );
  });
  it("name only a commit in forks", () => {
    expect(
      find("check_suite", { action: "requested", check_suite: { ...suite, pull_requests: [] } }),
    ).toEqual({
      looks: [],
      byHead: [{ repository, headSha: "abc", intents: [], onlyIfUnseen: true }],
    });
  });
  it("are nothing to us when they end or belong to another app", () => {
    expect(find("check_suite", { action: "completed", check_suite: suite })).toEqual(nothing);
    const others = { ...suite, app: { id: 41 } };
    expect(find("check_suite", { action: "requested", check_suite: others })).toEqual(nothing);
  });
});

describe("merge groups", () => {
  const group = {
    head_sha: "abc",
    base_ref: "refs/heads/release/1",
    head_ref: "gh-readonly-queue/main/pr-5-abc",
  };
  it("are looked at when the queue waits for checks", () => {
    expect(find("merge_group", { action: "checks_requested", merge_group: group })).toEqual(
      only({
        subject: { kind: "merge_group", installationId: 3, repository, headSha: "abc", baseRef: "release/1" },
        fence: null,
        intents: [],
        notBefore: null,
      }),
    );
    expect(find("merge_group", { action: "destroyed", merge_group: group })).toEqual(nothing);
  });
});

describe("pushes", () => {
  const commit = (more: object = {}) => ({ added: [], modified: [], removed: [], ...more });
  const config = ".github/async.yml";
  const cases: [string, Payload, object][] = [
    [
      "a config on the default branch",
      { ref: "refs/heads/main", commits: [commit({ modified: [config] })] },
      atRepository("config_changed"),
    ],
    [
      "a config on another branch",
      { ref: "refs/heads/release", commits: [commit(), commit({ added: [config] })] },
      atRepository("config_changed"),
    ],
    [
      "a config that is removed",
      { ref: "refs/heads/release", commits: [commit({ removed: [config] })] },
      atRepository("config_changed"),
    ],
    [
      "a forced push to the default branch",
      { ref: "refs/heads/main", forced: true, commits: [] },
      atRepository("config_changed"),
    ],
    [
      "more commits than GitHub lists",
      { ref: "refs/heads/main", commits: Array(2048).fill(commit()) },
      atRepository("config_changed"),
    ],
    ["no list of commits", { ref: "refs/heads/main" }, atRepository("config_changed")],
    ["commits without files", { ref: "refs/heads/main", commits: [{}] }, atRepository("config_changed")],
  ];
  it.each(cases)("look at the repository: %s", (_, payload, look) => {
    expect(find("push", payload)).toEqual(only(look));
  });

  const none: [string, Payload][] = [
    ["other files", { ref: "refs/heads/main", commits: [commit({ modified: ["README.md"] })] }],
    ["a forced push elsewhere", { ref: "refs/heads/topic", forced: true, commits: [] }],
    ["a tag", { ref: "refs/tags/main", commits: [commit({ modified: [config] })] }],
    ["no ref", { commits: [commit({ modified: [config] })] }],
  ];
  it.each(none)("are nothing to us: %s", (_, payload) => {
    expect(find("push", payload)).toEqual(nothing);
  });

  it("to the organisation's defaults look at the whole installation", () => {
    const dotGithub = {
      id: 9,
      name: ".github",
      full_name: "acme/.github",
      default_branch: "main",
      owner: { login: "acme" },
    };
    const payload = { repository: dotGithub, commits: [commit({ modified: [config] })] };
    expect(find("push", { ...payload, ref: "refs/heads/main" })).toEqual(
      only(atInstallation("config_changed")),
    );
    expect(find("push", { ...payload, ref: "refs/heads/topic" }).looks[0]?.subject.kind).toBe("repository");
  });
});

describe("installations and repositories", () => {
  it.each([
    ["created", "added"],
    ["unsuspend", "added"],
    ["new_permissions_accepted", "resync"],
    ["deleted", "stop"],
    ["suspend", "stop"],
  ])("installation %s: %s", (action, reason) => {
    expect(find("installation", { action, repository: undefined })).toEqual(only(atInstallation(reason)));
  });

  it("repositories that come and go carry only a full name", () => {
    const payload = {
      repository: undefined,
      repositories_added: [{ id: 7, name: "shop", full_name: "acme/shop", private: true }, null],
      repositories_removed: [{ id: 8, full_name: "acme/till" }],
    };
    expect(find("installation_repositories", { ...payload, action: "added" })).toEqual(
      only(
        {
          ...atRepository("stop"),
          subject: {
            kind: "repository",
            installationId: 3,
            repository: { id: 8, owner: "acme", name: "till" },
            reason: "stop",
          },
        },
        atRepository("added"),
      ),
    );
  });

  it.each([
    ["renamed", {}, only(atRepository("resync"))],
    ["transferred", {}, only(atRepository("resync"))],
    ["edited", { default_branch: { from: "master" } }, only(atRepository("config_changed"))],
    ["edited", { description: { from: "" } }, nothing],
    ["archived", {}, nothing],
  ])("repository %s %j", (action, changes, expected) => {
    expect(find("repository", { action, changes })).toEqual(expected);
  });
});

describe("our own echo", () => {
  const opened = { action: "edited", pull_request: pullRequest };
  const issue = { number: 5, pull_request: {} };
  const ours = { id: 1, user: ourBot, performed_via_github_app: { id: 42 } };

  it("is answered and forgotten", () => {
    expect(find("pull_request", { ...opened, sender: ourBot })).toEqual(nothing);
    expect(find("issue_comment", { action: "created", issue, comment: ours, sender: ourBot })).toEqual(
      nothing,
    );
  });
  it("is known before our name is", () => {
    const unknown = { appId: 42, slug: null };
    const payload = from({ action: "created", issue, comment: ours, sender: ourBot });
    expect(findLooks({ id: "d1", name: "issue_comment", payload }, unknown)).toEqual(nothing);
    const noSender = { ...payload, sender: undefined };
    expect(findLooks({ id: "d1", name: "issue_comment", payload: noSender }, unknown)).toEqual(nothing);
  });
  it("is not what others do, other bots and people who touch our comment included", () => {
    expect(find("pull_request", { ...opened, action: "synchronize", sender: otherBot }).looks.length).toBe(1);
    expect(
      find("pull_request", { ...opened, sender: { login: "async-review[bot]", type: "User" } }).looks.length,
    ).toBe(1);
    for (const sender of [alice, otherBot]) {
      expect(find("issue_comment", { action: "deleted", issue, comment: ours, sender }).looks.length).toBe(1);
    }
  });
});

describe("any payload", () => {
  const names = fc.constantFrom(...Object.keys(events), "unknown", "__proto__");
  const keys = fc.constantFrom(
    "action installation repository sender pull_request issue comment check_run check_suite merge_group id number app head sha ref commits owner login full_name pull_requests repositories_added".split(
      " ",
    ),
  );
  const actions = fc.constantFrom(
    "opened",
    "created",
    "requested",
    "rerequested",
    "requested_action",
    "added",
    "edited",
    "checks_requested",
  );
  const payloads = fc.letrec<{ value: unknown; object: Payload }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue(),
      tie("object"),
      fc.array(tie("object"), { maxLength: 2 }),
      actions,
      fc.integer(),
    ),
    object: fc.dictionary(
      keys.chain((all) => fc.constantFrom(...all)),
      tie("value"),
      { maxKeys: 8 },
    ) as fc.Arbitrary<Payload>,
  })).object;

  it("throws nothing, and names nothing that is not there", () => {
    fc.assert(
      fc.property(names, actions, payloads, (name, action, payload) => {
        for (const each of [payload, from({ ...payload, action })]) {
          const { looks } = findLooks({ id: "d1", name, payload: each }, app);
          for (const { subject } of looks) expect(subject.installationId).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
