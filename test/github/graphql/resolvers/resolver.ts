import type { Context } from "../context.ts";

/** Resolvers of one type: `never` lets each name its own source and arguments. */
export type TypeResolvers = Record<string, (source: never, args: never, context: Context) => unknown>;
