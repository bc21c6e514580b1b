import { createPage, type Handler } from "./create-page.ts";

interface ReadyPageOptions {
  /** Rejects when the server could not do its work. */
  check: () => Promise<void>;
  logger: { warn(fields: object, message: string): void };
  /** Milliseconds after which a check that says nothing counts as failed. */
  timeout?: number;
}

/**
 * `GET /readyz`: 200 when the server can do its work, else 503. The reason goes to the log only, because it
 * may name hosts and the page is open to everybody.
 */
export function createReadyPage({ check, logger, timeout = 2_000 }: ReadyPageOptions): Handler {
  return createPage("/readyz", async () => {
    try {
      await within(timeout, check());
      return { status: 200, contentType: "text/plain", body: "ready\n" };
    } catch (error) {
      logger.warn({ reason: error instanceof Error ? error.message : String(error) }, "Not ready");
      return { status: 503, contentType: "text/plain", body: "not ready; the log says why\n" };
    }
  });
}

async function within<T>(milliseconds: number, task: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The check said nothing for ${milliseconds} ms.`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}
