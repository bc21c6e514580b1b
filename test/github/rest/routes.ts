import { appRoutes } from "./app.ts";
import { appManifestRoutes } from "./app-manifests.ts";
import { checkRunRoutes } from "./check-runs.ts";
import { hookDeliveryRoutes } from "./hook-deliveries.ts";
import { issueCommentRoutes } from "./issue-comments.ts";
import { labelRoutes } from "./labels.ts";
import { pullRoutes } from "./pulls.ts";
import { repositoryRoutes } from "./repositories.ts";
import type { Route } from "./router.ts";

/** Every REST endpoint of the local GitHub: what the app uses, and little more. */
export const routes: Route[] = [
  ...appRoutes,
  ...appManifestRoutes,
  ...hookDeliveryRoutes,
  ...checkRunRoutes,
  ...issueCommentRoutes,
  ...labelRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
];
