import nock from "nock";
import { afterEach, beforeEach, expect } from "vitest";

/** For the tests around the call: no request reaches the network, and each that was expected is made. */
export function onlyExpectedRequests(): void {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    expect(pending).toEqual([]);
  });
}
