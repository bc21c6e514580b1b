import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { OpenOptions, RepositoryDriver } from "../../github/driver/repository-driver.ts";
import type { Scene } from "../start-scene.ts";
import { describeWith, findLine } from "./set-stage.ts";

/** A pull request in its own repository. */
export interface Case {
  repository: RepositoryDriver;
  one: PullRequestDriver;
  /** The review check's turn line. */
  line(): string;
  /** The sticky comment without its marker; null when there is none. */
  sticky(): string | null;
  /** The reminders' first lines, oldest first. */
  reminders(): string[];
  /** Does something now, and waits until the server has reacted. */
  do(happens: (one: PullRequestDriver) => unknown): Promise<void>;
}

/**
 * A repository with this `turns` config, in which alice, bob, carol and erin have write access, and a pull
 * request that alice opens now.
 */
export async function openCase(
  scene: Scene,
  turns: string,
  options: Partial<OpenOptions> = {},
): Promise<Case> {
  const { github } = scene;
  const repository = github.createRepository(`acme/shop-${github.repositories.length + 1}`, {
    files: { ".github/async.yml": `turns: ${turns}\n` },
  });
  for (const login of ["alice", "bob", "carol", "erin"]) repository.setPermission(login, "write");
  const files = [{ path: "src/retry.ts", additions: 60 }];
  const body = describeWith(null);
  const one = repository.openPullRequest({ author: "alice", title: "Retry", body, files, ...options });
  await scene.settle();
  const ours = () => one.see().comments.filter(({ author }) => author === github.app.login);
  const isReminder = (body: string) => body.includes("<!-- async-review:reminder ");
  return {
    repository,
    one,
    line: () => findLine(one.see().checkRuns.find(({ name }) => name === "async / review")!.summary!),
    sticky: () =>
      ours()
        .find(({ body }) => !isReminder(body))
        ?.body.replace(/\n*<!-- async-review:[\s\S]*$/, "") ?? null,
    reminders: () =>
      ours().flatMap(({ body }) => (isReminder(body) ? body.split("\n")[0]!.split(",")[0]! : [])),
    async do(happens) {
      happens(one);
      await scene.settle();
    },
  };
}
