import type { DescribeOptions } from "../core/description/describe.ts";

/** The collected texts come without their changes, so no rule may ask for more because of the files. */
export const unknownChange: DescribeOptions = {
  files: [],
  additions: null,
  deletions: null,
  changedFiles: 0,
};
