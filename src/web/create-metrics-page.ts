import { createPage, type Handler } from "./create-page.ts";
import type { Metrics } from "./create-metrics.ts";

/**
 * `GET /metrics`, for Prometheus. 503 while the database does not answer: old figures would look like good
 * ones.
 */
export function createMetricsPage(
  metrics: Pick<Metrics, "render">,
  logger: { warn(fields: object, message: string): void },
): Handler {
  return createPage("/metrics", async () => {
    try {
      return { status: 200, ...(await metrics.render()) };
    } catch (error) {
      logger.warn({ err: error }, "Figures cannot be read");
      return { status: 503, contentType: "text/plain", body: "figures cannot be read; the log says why\n" };
    }
  });
}
