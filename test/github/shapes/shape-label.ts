import type { Label, Repository } from "../state/model.ts";
import { nodeId } from "../state/node-id.ts";
import type { World } from "../state/world.ts";
import { fullName } from "./shape-repository.ts";

/** OpenAPI `label`. */
export function shapeLabel(world: World, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: nodeId("Label", label.id),
    url: `${world.api}/repos/${fullName(repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: label.isDefault,
    description: label.description,
  };
}
