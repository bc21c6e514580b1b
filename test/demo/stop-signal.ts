import { onParentGone } from "../../src/cli/serve.ts";
import { isNpmScript } from "../../src/env.ts";

/**
 * Resolves with the reason to end the demo: the signal's name, or "npm's end" when the npm that started it
 * has ended.
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve(name));
    if (isNpmScript()) onParentGone(() => resolve("npm's end"));
  });
}
