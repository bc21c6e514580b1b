import type { Account, Installation, Permissions } from "../state/model.ts";

/** Whoever asks. */
export type Token =
  | { kind: "jwt" }
  | { kind: "installation"; installation: Installation; permissions: Permissions; expiresAt: number }
  | { kind: "user"; user: Account }
  /** Without a token, where none is needed. */
  | { kind: "none" };
