import type { DescriptionVerdict } from "./description.ts";

/** What a check on a description may conclude, in GitHub's words. */
export type Conclusion = "success" | "neutral" | "failure";

/** What the check run says: failure only when findings may block, and one is an error. */
export function concludeDescription(
  verdict: DescriptionVerdict,
  { enforcement }: { enforcement: "advise" | "block" },
): Conclusion {
  if (verdict.findings.length === 0) return "success";
  const hasError = verdict.findings.some(({ level }) => level === "error");
  return enforcement === "block" && hasError ? "failure" : "neutral";
}
