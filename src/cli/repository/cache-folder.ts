import { homedir } from "node:os";
import { join } from "node:path";
import type { RawEnvironment } from "../../env.ts";

/** Where the command line keeps what it can read again: the XDG folder, else what the system has for it. */
export function readCacheFolder(
  { XDG_CACHE_HOME, LOCALAPPDATA }: RawEnvironment,
  { platform = process.platform, home = homedir() } = {},
): string {
  const system =
    platform === "darwin"
      ? join(home, "Library", "Caches")
      : platform === "win32"
        ? LOCALAPPDATA || join(home, "AppData", "Local")
        : join(home, ".cache");
  return join(XDG_CACHE_HOME || system, "async-review");
}
