/** A page of a list, in GraphQL's form. */
export interface Connection<T> {
  nodes: T[];
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

const toCursor = (index: number) => Buffer.from(`cursor:${index}`).toString("base64");
const fromCursor = (cursor: string) =>
  Number(Buffer.from(cursor, "base64").toString().replace("cursor:", ""));

/** The page of `items` for the arguments. */
export function connect<T>(items: T[], { first, last, after, before }: PageArguments): Connection<T> {
  let start = after ? fromCursor(after) + 1 : 0;
  let end = before ? fromCursor(before) : items.length;
  if (first !== null && first !== undefined) end = Math.min(end, start + first);
  else if (last !== null && last !== undefined) start = Math.max(start, end - last);
  const nodes = items.slice(start, end);
  return {
    nodes,
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : toCursor(start),
      endCursor: nodes.length === 0 ? null : toCursor(start + nodes.length - 1),
    },
  };
}
