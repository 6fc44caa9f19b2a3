import { meetsBox } from "#data/geometry/meets-box.ts";
import { getLayer } from "#data/layers/index.ts";
import { findChanges } from "./db/changes.ts";
import { findFeature, findFeatures, findHistory } from "./db/features.ts";
import { filterToSql } from "./db/filter-sql.ts";
import { findRevisions } from "./db/layer-revisions.ts";
import type { OpenRecord } from "./db/record.ts";
import type { RecordService } from "./services.ts";

/** The record as the routes see it. */
export const recordService = ({ db, engine, postgis, version }: OpenRecord): RecordService => ({
  engine,
  postgis,
  version,
  findRevisions: () => findRevisions(db),
  findFeatures: ({ filter, bounds, ...query }) =>
    findFeatures(db, {
      ...query,
      bounds,
      where: filter && filterToSql(filter, getLayer(query.layer)),
      keep: bounds && ((feature) => meetsBox(feature.geometry, bounds)),
    }),
  findFeature: (layer, id, asOf) => findFeature(db, layer, id, asOf),
  findHistory: (layer, id) => findHistory(db, layer, id),
  findChanges: (query) => findChanges(db, query),
});
