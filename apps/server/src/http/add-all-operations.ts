import type { PluginRuntime } from "../plugins/plugin-runtime.ts";
import { ACCESS } from "./access.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import type { Metrics } from "./metrics.ts";
import type { Api } from "./add-operation.ts";
import { addAmendmentRoutes } from "./routes/amendment-routes.ts";
import { addAvailabilityRoutes } from "./routes/availability-routes.ts";
import { addBlockRoutes } from "./routes/block-routes.ts";
import { addBookingActionRoutes } from "./routes/booking-action-routes.ts";
import { addBookingRoutes } from "./routes/booking-routes.ts";
import { addCalendarRoutes } from "./routes/calendar-routes.ts";
import { addDocumentRoute } from "./routes/document-route.ts";
import { addEventRoutes } from "./routes/event-routes.ts";
import { addHirerRoutes } from "./routes/hirer-routes.ts";
import { addPersonalDataRoutes } from "./routes/personal-data-routes.ts";
import { addSchoolRoutes } from "./routes/school-routes.ts";
import { addServerRoutes } from "./routes/server-routes.ts";
import { addSpaceRoutes } from "./routes/space-routes.ts";
import { addWhatsOnRoutes } from "./routes/whats-on-routes.ts";

export interface OperationParts {
  readonly plugins: PluginRuntime;
  readonly metrics: Metrics;
  readonly publicUrl: string;
  readonly kept: KeptAnswers;
}

/** Adds every operation of the API. Throws if one that `access.ts` lists was forgotten. */
export function addAllOperations(
  api: Api,
  { plugins, metrics, publicUrl, kept }: OperationParts,
): void {
  addSchoolRoutes(api);
  addCalendarRoutes(api);
  addSpaceRoutes(api);
  addAvailabilityRoutes(api, kept);
  addWhatsOnRoutes(api);
  addBookingRoutes(api, { plugins, metrics });
  addBookingActionRoutes(api);
  addAmendmentRoutes(api);
  addBlockRoutes(api);
  addHirerRoutes(api);
  addPersonalDataRoutes(api, plugins.personalData);
  addEventRoutes(api);
  addServerRoutes(api, metrics);
  addDocumentRoute(api, publicUrl);
  const missing = Object.keys(ACCESS).filter(
    (id) => ![...api.operations].some((operation) => operation === id),
  );
  if (missing.length > 0) {
    throw new Error(`These operations have an access but no route: ${missing.join(", ")}.`);
  }
}
