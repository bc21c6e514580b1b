import type { GitHub } from "./driver/github.ts";

/** What the documents on one pull request of acme/shop ask for. */
export const pullRequestVariables = ({ app }: GitHub, number = 1) => ({
  owner: "acme",
  name: "shop",
  number,
  suites: { appId: app.id },
  headConfig: `refs/pull/${number}/head:.github/async.yml`,
});
