import type { DescribeOptions } from "../core/description/describe.ts";

/** The collected texts have no changed files, so no rule may ask for more because of files. */
export const unknownChange: DescribeOptions = {
  files: [],
  additions: null,
  deletions: null,
  changedFiles: 0,
};
