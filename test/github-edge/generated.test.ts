import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

/**
 * After a change of a document: `npx vitest run --config .config/vitest.config.ts
 * test/github-edge/generated.test.ts -u`.
 */
it("has the answers' types of the documents in GitHub's schema", async () => {
  const text = execFileSync(process.execPath, [".config/generate-answers.js"], { encoding: "utf8" });
  await expect(text).toMatchFileSnapshot("../../src/github/generated.ts");
});
