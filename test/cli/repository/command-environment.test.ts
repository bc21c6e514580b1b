import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { findToken, findWebUrl } from "../../../src/cli/repository/command-environment.ts";

afterEach(() => vi.unstubAllEnvs());

it.each([
  ["https://api.github.com", "github.com"],
  ["https://api.acme.ghe.com", "acme.ghe.com"],
  ["https://github.acme.org/api/v3", "github.acme.org"],
  ["https://api.acme.org/api/v3", "api.acme.org"],
])("uses gh's login for the host of %s", (address, host) => {
  const folder = mkdtempSync(join(tmpdir(), "gh-"));
  const gh = join(folder, "gh");
  writeFileSync(gh, `#!/bin/sh\n[ "$*" = "auth token --hostname ${host}" ] && echo a-login\n`);
  chmodSync(gh, 0o755);
  for (const [name, value] of Object.entries({ GITHUB_API_URL: address, GITHUB_TOKEN: "", PATH: folder }))
    vi.stubEnv(name, value);
  expect([findWebUrl().host, findToken()]).toEqual([host, "a-login"]);
  rmSync(folder, { recursive: true });
});
