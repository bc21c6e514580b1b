import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { events } from "../../src/webhooks/events/index.ts";
import { findLooks } from "../../src/webhooks/find-looks.ts";
import { IntakeError } from "../../src/webhooks/intake-error.ts";
import type { Payload } from "../../src/webhooks/payload.ts";
import { times } from "../properties.ts";
import { app, from } from "./payloads.ts";

describe("any payload", () => {
  const names = fc.constantFrom(...Object.keys(events), "unknown", "__proto__");
  const keys = fc.constantFrom(
    "action installation repository sender pull_request issue comment check_run check_suite merge_group id number app head sha ref commits owner login full_name pull_requests repositories_added".split(
      " ",
    ),
  );
  const actions = fc.constantFrom(
    "opened",
    "created",
    "requested",
    "rerequested",
    "requested_action",
    "added",
    "edited",
    "checks_requested",
  );
  const payloads = fc.letrec<{ value: unknown; object: Payload }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue(),
      tie("object"),
      fc.array(tie("object"), { maxLength: 2 }),
      actions,
      fc.integer(),
    ),
    object: fc.dictionary(
      keys.chain((all) => fc.constantFrom(...all)),
      tie("value"),
      { maxKeys: 8 },
    ) as fc.Arbitrary<Payload>,
  })).object;

  const find = (name: string, payload: Payload) => {
    try {
      return findLooks({ id: "d1", name, payload }, app).looks;
    } catch (error) {
      return error;
    }
  };

  it("is either refused for a field of the wrong type or looked at, without invented values", () => {
    let looked = 0;
    let refused = 0;
    fc.assert(
      fc.property(names, actions, payloads, (name, action, payload) => {
        for (const each of [payload, from({ ...payload, action })]) {
          const found = find(name, each);
          if (Array.isArray(found)) {
            for (const { subject } of found) expect(subject.installationId).toBeGreaterThan(0);
            looked += found.length;
          } else {
            expect(found).toBeInstanceOf(IntakeError);
            expect((found as IntakeError).status).toBe(400);
            refused += 1;
          }
        }
      }),
      { numRuns: 2000 * times },
    );
    expect(Math.min(looked, refused)).toBeGreaterThan(0);
  });
});
