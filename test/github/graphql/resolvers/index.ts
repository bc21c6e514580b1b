import { actorResolvers } from "./actor.ts";
import { checkResolvers } from "./check.ts";
import { gitObjectResolvers } from "./git-object.ts";
import { mutationResolvers } from "./mutation.ts";
import { nodeResolvers } from "./node.ts";
import { pullRequestResolvers } from "./pull-request.ts";
import { remarkResolvers } from "./remark.ts";
import { repositoryResolvers } from "./repository.ts";
import type { TypeResolvers } from "./resolver.ts";
import { timelineResolvers } from "./timeline.ts";

/** All resolvers, by type and field. */
export const resolvers: Record<string, TypeResolvers> = {
  ...actorResolvers,
  ...checkResolvers,
  ...gitObjectResolvers,
  ...mutationResolvers,
  ...pullRequestResolvers,
  ...remarkResolvers,
  ...repositoryResolvers,
  ...timelineResolvers,
  ...nodeResolvers,
  Query: { ...repositoryResolvers.Query, ...nodeResolvers.Query },
};
