import type { Account, Label, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { makeCommit } from "./make-commit.ts";

export interface NewRepository {
  owner: Account;
  name: string;
  visibility: Repository["visibility"];
  defaultBranch: string;
  /** Path to text: the first commit. */
  files: Record<string, string>;
  parent?: Repository;
}

/** The labels that GitHub gives to a new repository. */
const defaultLabels = [
  ["bug", "d73a4a", "Something isn't working"],
  ["documentation", "0075ca", "Improvements or additions to documentation"],
  ["duplicate", "cfd3d7", "This issue or pull request already exists"],
  ["enhancement", "a2eeef", "New feature or request"],
  ["good first issue", "7057ff", "Good for newcomers"],
  ["help wanted", "008672", "Extra attention is needed"],
  ["invalid", "e4e669", "This doesn't seem right"],
  ["question", "d876e3", "Further information is requested"],
  ["wontfix", "ffffff", "This will not be worked on"],
] as const;

/** Creates a repository with one commit on its default branch. A fork starts at its parent's commit. */
export function createRepository(world: World, given: NewRepository): Repository {
  const now = world.clock.now();
  const repository: Repository = {
    id: world.nextId(),
    name: given.name,
    owner: given.owner,
    isPrivate: given.visibility !== "public",
    visibility: given.visibility,
    isArchived: false,
    defaultBranch: given.defaultBranch,
    branches: new Map(),
    labels: [],
    pullRequests: new Map(),
    lastNumber: 0,
    collaborators: new Map(),
    parent: given.parent ?? null,
    checkSuites: [],
    statuses: [],
    requiredReviews: 0,
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
  };
  repository.labels = defaultLabels.map(
    ([name, color, description]): Label => ({
      id: world.nextId(),
      name,
      color,
      description,
      isDefault: true,
    }),
  );
  world.state.repositories.push(repository);
  repository.branches.set(given.defaultBranch, firstCommit(world, given));
  return repository;
}

function firstCommit(world: World, given: NewRepository): string {
  const inherited = given.parent?.branches.get(given.parent.defaultBranch);
  if (inherited !== undefined) return inherited;
  const files = new Map(Object.entries(given.files));
  return makeCommit(world, { parents: [], files, author: given.owner, message: "Initial commit" }).sha;
}
