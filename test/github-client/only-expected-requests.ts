import nock from "nock";
import { afterEach, beforeEach, expect } from "vitest";

/** For the surrounding tests: no request reaches the network, and every expected request is made. */
export function onlyExpectedRequests(): void {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    expect(pending).toEqual([]);
  });
}
