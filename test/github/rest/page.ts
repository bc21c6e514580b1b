import { type Answer, ok } from "./answer.ts";
import type { Request } from "./router.ts";

/** One page of a list, with GitHub's `Link` header. `per_page` is at most 100, by default 30. */
export function page<T>(request: Request, path: string, items: T[], wrap: (items: T[]) => unknown): Answer {
  const size = Math.min(Math.max(Number(request.query.get("per_page") ?? 30) || 30, 1), 100);
  const number = Math.max(Number(request.query.get("page") ?? 1) || 1, 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const link = (target: number, rel: string) => {
    const query = new URLSearchParams(request.query);
    query.set("page", String(target));
    return `<${request.world.api}${path}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, "prev")] : []),
    ...(number < last ? [link(number + 1, "next"), link(last, "last")] : []),
    ...(number > 1 ? [link(1, "first")] : []),
  ];
  const body = wrap(items.slice((number - 1) * size, number * size));
  return ok(body, links.length === 0 ? {} : { link: links.join(", ") });
}
