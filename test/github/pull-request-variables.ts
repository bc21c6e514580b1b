import type { GitHub } from "./driver/github.ts";

/** The variables for the documents on one pull request of acme/shop. */
export const pullRequestVariables = ({ app }: GitHub, number = 1) => ({
  owner: "acme",
  name: "shop",
  number,
  suites: { appId: app.id },
  headConfig: `refs/pull/${number}/head:.github/async.yml`,
});
