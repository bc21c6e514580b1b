import type { DescriptionConfig } from "../config/schema/description-schema.ts";
import type { DescriptionFacts } from "./description.ts";

/** Everything that a description is judged by. */
export interface DescriptionInput extends DescriptionFacts {
  config: DescriptionConfig;
}
