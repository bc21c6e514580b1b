/** A description that lacks four sections. */
export const incomplete = {
  author: "alice",
  title: "Import rows again",
  body: "## Context\nThe import fails on Mondays for everybody.\n",
  files: [{ path: "src/import.ts", text: "export {};\n", additions: 40 }],
};
