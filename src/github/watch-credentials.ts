/** Whether GitHub takes the App's credentials, as its answers to what the App signs itself say. */
export function watchCredentials(log: { error(message: string): void; info(message: string): void }) {
  let isRefused = false;
  return {
    /** The status of an answer; null: there was none, which says nothing. A refusal is logged once. */
    note(status: number | null): void {
      if (status === null || status >= 500) return;
      const wasRefused = isRefused;
      isRefused = status === 401;
      if (isRefused && !wasRefused) log.error(refusal);
      if (!isRefused && wasRefused) log.info("GitHub takes the App's credentials again.");
    },
    /** Throws while GitHub refuses them. */
    check(): void {
      if (isRefused) throw new Error(refusal);
    },
  };
}

const refusal =
  "GitHub refuses the App's credentials. Check APP_ID and PRIVATE_KEY, and this machine's clock, then start again; until then " +
  "deliveries are stored, and nothing is looked at.";
