import { type Delivery, payloadOf } from "../webhooks/delivery.ts";
import { type Answer, notFound, ok, refuse } from "./answer.ts";
import type { Request, Route } from "./router.ts";

/** OpenAPI `hook-delivery-item`. */
function shapeDelivery(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration ?? 0,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

function demandJwt({ token }: Request): void {
  if (token.kind !== "jwt") throw refuse(401, "A JSON web token could not be decoded");
}

/** Only answered deliveries are in the log. */
const isLogged = (delivery: Delivery) => delivery.status !== "held" && delivery.status !== "pending";

/** Newest first, paged by a cursor in the `Link` header (sources.md §1). */
function listDeliveries(request: Request): Answer {
  demandJwt(request);
  const { query, deliveries, world } = request;
  const size = Math.min(Number(query.get("per_page") ?? 30) || 30, 100);
  const cursor = Number((query.get("cursor") ?? "v1_0").replace("v1_", ""));
  const status = query.get("status");
  const newestFirst = deliveries.all.filter(isLogged).reverse();
  const wanted = newestFirst.filter(
    (one) =>
      (cursor === 0 || one.id < cursor) &&
      // "failure" means only 400 to 599: time-outs and refused connections are in neither list (sources.md
      // §1).
      (status === null || (status === "success" ? one.status === "OK" : one.statusCode >= 400)),
  );
  const items = wanted.slice(0, size);
  if (wanted.length <= size) return ok(items.map(shapeDelivery));
  const next = new URLSearchParams(query);
  next.set("cursor", `v1_${items.at(-1)!.id}`);
  return ok(items.map(shapeDelivery), {
    link: `<${world.api}/app/hook/deliveries?${next}>; rel="next"`,
  });
}

function deliveryOf(request: Request): Delivery {
  demandJwt(request);
  const found = request.deliveries.all.find((one) => one.id === Number(request.params.delivery));
  if (found === undefined) throw notFound();
  return found;
}

export const hookDeliveryRoutes: Route[] = [
  { method: "GET", path: "/app/hook/deliveries", handle: listDeliveries },
  {
    method: "GET",
    path: "/app/hook/deliveries/:delivery",
    handle: (request) => {
      const delivery = deliveryOf(request);
      return ok({
        ...shapeDelivery(delivery),
        url: request.deliveries.target ?? "",
        request: { headers: null, payload: payloadOf(delivery) },
        response: { headers: null, payload: delivery.response },
      });
    },
  },
  {
    method: "POST",
    path: "/app/hook/deliveries/:delivery/attempts",
    handle: (request) => {
      void request.deliveries.redeliver(deliveryOf(request));
      return { status: 202, body: {} };
    },
  },
];
