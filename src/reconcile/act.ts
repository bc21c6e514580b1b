import type { Instant } from "../core/pull-request.ts";
import type { Write } from "../core/planned.ts";
import { withCreate, withCreatedId, withoutCreate, withUpdatedHash } from "./memory.ts";
import type { GitHub, Memory, Subject } from "./ports.ts";
import { GitHubError } from "./ports/github-error.ts";

type Target = Extract<Subject, { kind: "pull_request" | "merge_group" }>;

export interface ActResult {
  memory: Memory;
  written: number;
  /** Writes that this installation may not make, or that no longer apply; the rest went on without them. */
  refused: { write: Write["type"]; reason: string }[];
}

/** Reasons that concern one write only. All others stop the run and are tried again later. */
const skippable = new Set(["forbidden", "not_found", "invalid", "conflict"]);

/**
 * Sends the writes one after the other. A create is noted durably before it is sent and its id after, so that
 * neither a lagging read nor a crash makes it twice. A missing permission costs one feature, not the app.
 */
export async function act(
  writes: Write[],
  context: {
    github: Pick<GitHub, "write">;
    target: Target;
    memory: Memory;
    remember: (memory: Memory) => Promise<void>;
    now: () => Instant;
  },
): Promise<ActResult> {
  const { github, target, remember, now } = context;
  let memory = context.memory;
  const result: Omit<ActResult, "memory"> = { written: 0, refused: [] };
  for (const write of writes) {
    const part = "part" in write ? write.part : null;
    if ("part" in write) {
      memory = withCreate(memory, write, now());
      await remember(memory);
    }
    try {
      const id = await github.write(target, write);
      result.written += 1;
      if (part !== null) {
        memory = withCreatedId(memory, part, id);
        await remember(memory);
      } else memory = noteUpdate(memory, write);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      // Everything but "unavailable" is GitHub's own word that nothing was stored.
      if (part !== null && error.reason !== "unavailable") {
        memory = withoutCreate(memory, part);
        await remember(memory);
      }
      if (!skippable.has(error.reason)) throw error;
      result.refused.push({ write: write.type, reason: error.message });
    }
  }
  return { ...result, memory };
}

function noteUpdate(memory: Memory, write: Write): Memory {
  switch (write.type) {
    case "update_check_run":
      return withUpdatedHash(memory, write.id, write.checkRun.hash);
    case "update_comment":
      return withUpdatedHash(memory, write.id, write.hash);
    default:
      return memory;
  }
}
