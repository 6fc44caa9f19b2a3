import { alarmRoutes } from "./routes/alarms.ts";
import { analysisRoutes } from "./routes/analyses.ts";
import { blackSpotFileRoutes } from "./routes/black-spot-files.ts";
import { blackSpotPhotographRoutes } from "./routes/black-spot-photographs.ts";
import { blackSpotRoutes } from "./routes/black-spots.ts";
import { changeRoutes } from "./routes/changes.ts";
import { conflictRoutes } from "./routes/conflicts.ts";
import { dutyRoutes } from "./routes/duty.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/export.ts";
import { featureEditRoutes } from "./routes/feature-edits.ts";
import { featureHistoryRoutes } from "./routes/feature-history.ts";
import { featureLinkRoutes } from "./routes/feature-links.ts";
import { featureRoutes } from "./routes/features.ts";
import { feedSourceRoutes } from "./routes/feed-sources.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { healthRoutes } from "./routes/health.ts";
import { importMappingRoutes } from "./routes/import-mappings.ts";
import { importRoutes } from "./routes/imports.ts";
import { incidentRoutes } from "./routes/incidents.ts";
import { layerRoutes } from "./routes/layers.ts";
import { opinionRoutes } from "./routes/opinions.ts";
import { proposalBatchRoutes } from "./routes/proposal-batches.ts";
import { router } from "./routes/router.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { sceneRoutes } from "./routes/scenes.ts";
import { screenSessionRoutes } from "./routes/screen-session.ts";
import { screenTokenRoutes } from "./routes/screen-tokens.ts";
import { screenRoutes } from "./routes/screens.ts";
import { sensorRoutes } from "./routes/sensors.ts";
import { snapshotRoutes } from "./routes/snapshots.ts";
import { zoneRoutes } from "./routes/zone.ts";
import type { Services } from "./services.ts";

/** Every resource of the API. A new one is added here and nowhere else. */
export const createApi = (services: Services) =>
  router()
    .route("/api", healthRoutes(services))
    .route("/api", zoneRoutes(services))
    .route("/api", layerRoutes(services))
    .route("/api", featureRoutes(services))
    .route("/api", featureEditRoutes(services))
    .route("/api", featureHistoryRoutes(services))
    .route("/api", featureLinkRoutes(services))
    .route("/api", changeRoutes(services))
    .route("/api", exportRoutes(services))
    .route("/api", snapshotRoutes(services))
    .route("/api", analysisRoutes(services))
    .route("/api", ruleRoutes(services))
    .route("/api", conflictRoutes(services))
    .route("/api", blackSpotFileRoutes(services))
    .route("/api", blackSpotRoutes(services))
    .route("/api", blackSpotPhotographRoutes(services))
    .route("/api", opinionRoutes(services))
    .route("/api", proposalBatchRoutes(services))
    .route("/api", importRoutes(services))
    .route("/api", importMappingRoutes(services))
    .route("/api", feedRoutes(services))
    .route("/api", feedSourceRoutes(services))
    .route("/api", sensorRoutes(services))
    .route("/api", alarmRoutes(services))
    .route("/api", incidentRoutes(services))
    .route("/api", dutyRoutes(services))
    .route("/api", sceneRoutes(services))
    .route("/api", screenRoutes(services))
    .route("/api", screenTokenRoutes(services))
    .route("/api", screenSessionRoutes(services))
    .route("/api", eventRoutes(services));

/** What `web/api.ts` knows of the server. */
export type AppType = ReturnType<typeof createApi>;
