import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { SpacingFinding, Verdict } from "#data/analyses/spacing-results.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { RuleDecision } from "#data/standards/rule.ts";
import type { EventKind, SpotState } from "../black-spots/life-cycle.ts";
import type { Photograph } from "../black-spots/register.ts";
import type { SpotDetails } from "../black-spots/spot-event.ts";
import type { ConflictEventKind, ConflictFacts, ConflictReason, ConflictState } from "../conflicts/facts.ts";
import { box, bytea } from "./column-types.ts";

export * from "./feed-schema.ts";
export * from "./wall-schema.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const count = (name: string) => bigint(name, { mode: "number" });

/** What a feature was at some time, shared by the current table and the table of earlier states. */
const state = {
  layer: text("layer").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
  /** WKB, WGS84. */
  geom: bytea("geom").notNull(),
  bbox: box("bbox").notNull(),
  attributes: jsonb("attributes").$type<Record<string, AttributeValue>>().notNull(),
  positionErrorM: doublePrecision("position_error_m"),
  districtCode: text("district_code"),
  /** WKB in `sourceDatum`, exactly as delivered; null when the delivery was already WGS84. */
  sourceGeometry: bytea("source_geometry"),
  sourceDatum: text("source_datum"),
  source: text("source").notNull(),
  observedOn: date("observed_on", { mode: "string" }),
  importId: uuid("import_id"),
  /** The layer's revision that brought this state, and the instant of that revision. */
  revision: count("revision").notNull(),
  validFrom: instant("valid_from").notNull(),
  changedBy: text("changed_by").notNull(),
};

export const features = pgTable("features", { id: uuid("id").primaryKey(), ...state }, (t) => [
  uniqueIndex("features_layer_code").on(t.layer, t.code),
  index("features_layer_id").on(t.layer, t.id),
  index("features_bbox").using("gist", t.bbox),
  index("features_import").on(t.importId),
  index("features_valid_from").on(t.layer, t.validFrom),
]);

/** Every earlier state; filled by triggers, so that no write can pass it by. */
export const featureVersions = pgTable(
  "feature_versions",
  {
    versionId: bigserial("version_id", { mode: "number" }).primaryKey(),
    featureId: uuid("feature_id").notNull(),
    ...state,
    /** The revision, instant, person and import that ended this state; `removed`: nothing took its place. */
    endedRevision: count("ended_revision").notNull(),
    validTo: instant("valid_to").notNull(),
    endedBy: text("ended_by").notNull(),
    endedImportId: uuid("ended_import_id"),
    /** What the person said of it; null: nothing. */
    endedReason: text("ended_reason"),
    removed: boolean("removed").notNull(),
  },
  (t) => [
    index("feature_versions_feature").on(t.featureId, t.validFrom),
    index("feature_versions_layer").on(t.layer, t.validTo),
    index("feature_versions_import").on(t.importId),
    index("feature_versions_ended_import").on(t.endedImportId),
  ],
);

/** The current revision of each layer. A transaction that changes a layer raises it once and holds the row until it ends. */
export const layerRevisions = pgTable("layer_revisions", {
  layer: text("layer").primaryKey(),
  revision: count("revision").notNull(),
  changedAt: instant("changed_at").notNull(),
  /** The transaction that raised it last, so that a second raise in the same one does nothing. */
  changedXact: text("changed_xact").notNull(),
});

export const imports = pgTable(
  "imports",
  {
    id: uuid("id").primaryKey(),
    layer: text("layer").notNull(),
    /** The file or feed as the user named it. */
    source: text("source").notNull(),
    datum: text("datum").notNull(),
    added: integer("added").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    /** Of the file, so that it is known when it comes again. */
    sha256: text("sha256"),
    /** Why rows were refused, and what was assumed: shown as it is. */
    report: jsonb("report").$type<unknown>().notNull().default(sql`'{}'`),
    revision: count("revision"),
    createdAt: instant("created_at").notNull().defaultNow(),
    createdBy: text("created_by").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
  },
  (t) => [index("imports_layer").on(t.layer, t.createdAt)],
);

/** How the files of one source are to be read, under the name that a person gave it. */
export const importMappings = pgTable(
  "import_mappings",
  {
    layer: text("layer").notNull(),
    name: text("name").notNull(),
    /** Of the file it was made for: the same columns are read the same way. */
    columns: text("columns").array().notNull(),
    settings: jsonb("settings").$type<unknown>().notNull(),
    changedAt: instant("changed_at").notNull().defaultNow(),
    changedBy: text("changed_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.layer, t.name] })],
);

/**
 * A person's word whether two features of two ledgers are one firm: they are linked, never merged. `a` is the one with the
 * smaller id. What nobody has decided is worked out anew each time, and stands nowhere.
 */
export const featureLinks = pgTable(
  "feature_links",
  {
    aId: uuid("a_id").notNull(),
    bId: uuid("b_id").notNull(),
    same: boolean("same").notNull(),
    decidedBy: text("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.aId, t.bId] }), index("feature_links_b").on(t.bId)],
);

export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").$type<unknown>().notNull(),
  changedAt: instant("changed_at").notNull().defaultNow(),
  changedBy: text("changed_by").notNull(),
});

/** What server-sent events replay. Ids follow the order of commits: `record_event` is the only writer. */
export const events = pgTable("events", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  type: text("type").notNull(),
  payload: jsonb("payload").$type<unknown>().notNull(),
  at: instant("at").notNull(),
});

/** What the site's experts have said of spacing rules. Only ever added to; ids and instants follow the order of commits. */
export const ruleDecisions = pgTable(
  "rule_decisions",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    ruleId: text("rule_id").notNull(),
    kind: text("kind").$type<RuleDecision["kind"]>().notNull(),
    distanceM: doublePrecision("distance_m"),
    reason: text("reason"),
    decidedBy: text("decided_by").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("rule_decisions_rule").on(t.ruleId, t.id)],
);

/** One look at all pairs of the zone. Those that found nothing new are forgotten at the next one. */
export const conflictRuns = pgTable("conflict_runs", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  ranAt: instant("ran_at").notNull(),
  /** Of the layers that were read. */
  revisions: jsonb("revisions").$type<Readonly<Record<string, number>>>().notNull(),
  ruleEdition: text("rule_edition"),
  tookMs: doublePrecision("took_ms").notNull(),
  /** All that were found, and what was different from the run before. */
  pairs: integer("pairs").notNull(),
  seen: integer("seen").notNull(),
  changed: integer("changed").notNull(),
  gone: integer("gone").notNull(),
  reopened: integer("reopened").notNull(),
});

/** Two features that stand too near, or may: the hazard and its neighbour, as the last run found them. */
export const conflicts = pgTable(
  "conflicts",
  {
    id: uuid("id").primaryKey(),
    hazardId: uuid("hazard_id").notNull(),
    targetId: uuid("target_id").notNull(),
    /** Rises with each event: a decision names the one that was read. */
    revision: integer("revision").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    /** Of the last run that found it; null while that is the newest one. */
    lastSeenAt: instant("last_seen_at"),
    goneAt: instant("gone_at"),
    verdict: text("verdict").$type<Verdict>().notNull(),
    /** Metres short times people. */
    rank: doublePrecision("rank").notNull(),
    finding: jsonb("finding").$type<SpacingFinding>().notNull(),
    /** Of the finding, so that one that is the same is not written again. */
    digest: text("digest").notNull(),
    /** As the last event told them, against which a change is measured: a hundred changes of 1 mm are one. */
    facts: jsonb("facts").$type<ConflictFacts>().notNull(),
    state: text("state").$type<ConflictState>().notNull().default("open"),
    owner: text("owner"),
    note: text("note"),
    dueOn: date("due_on", { mode: "string" }),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    /** What the decision was made of. */
    decidedFacts: jsonb("decided_facts").$type<ConflictFacts>(),
  },
  (t) => [
    uniqueIndex("conflicts_pair").on(t.hazardId, t.targetId),
    index("conflicts_rank").on(t.rank.desc(), t.id),
    index("conflicts_target").on(t.targetId),
  ],
);

/** What became of a conflict. Only ever added to. */
export const conflictEvents = pgTable(
  "conflict_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    conflictId: uuid("conflict_id").notNull(),
    kind: text("kind").$type<ConflictEventKind>().notNull(),
    at: instant("at").notNull(),
    /** The run that found it out; null for a decision. */
    runId: count("run_id"),
    /** Of what was seen or changed. */
    verdict: text("verdict").$type<Verdict>(),
    rank: doublePrecision("rank"),
    finding: jsonb("finding").$type<SpacingFinding>(),
    /** Which facts are others than before. */
    reasons: text("reasons").array().$type<ConflictReason[]>(),
    /** Of a decision, or of what a re-opening leaves of it. */
    state: text("state").$type<ConflictState>(),
    owner: text("owner"),
    note: text("note"),
    dueOn: date("due_on", { mode: "string" }),
    decidedBy: text("decided_by"),
  },
  (t) => [index("conflict_events_conflict").on(t.conflictId, t.id)],
);

/** Signed opinions on proposals. Only ever added to; what was signed is kept as the very bytes that were signed. */
export const opinions = pgTable(
  "opinions",
  {
    id: uuid("id").primaryKey(),
    /** Numbers begin anew each year. */
    year: integer("year").notNull(),
    serial: integer("serial").notNull(),
    number: text("number").notNull(),
    proposalName: text("proposal_name").notNull(),
    verdict: text("verdict").$type<Verdict>().notNull(),
    revisions: jsonb("revisions").$type<Readonly<Record<string, number>>>().notNull(),
    ruleEdition: text("rule_edition").notNull(),
    asOf: text("as_of"),
    demo: boolean("demo").notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    /** The whole opinion as JSON text: jsonb would put its members into another order. */
    content: text("content").notNull(),
    /** The zip with which anybody can work the opinion out again. */
    proof: bytea("proof").notNull(),
    proofSha256: text("proof_sha256").notNull(),
  },
  (t) => [uniqueIndex("opinions_serial").on(t.year, t.serial), index("opinions_at").on(t.at.desc())],
);

/** What became of the spots of the layer `black-spots`. Only ever added to; ids and instants follow the order of commits. */
export const blackSpotEvents = pgTable(
  "black_spot_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    /** Of the feature. */
    spotId: uuid("spot_id").notNull(),
    kind: text("kind").$type<EventKind>().notNull(),
    /** The server's clock. */
    at: instant("at").notNull(),
    /** The day it is about, which somebody may say later. */
    onDay: date("on_day", { mode: "string" }).notNull(),
    by: text("by").notNull(),
    /** The spot's, after it. */
    state: text("state").$type<SpotState>().notNull(),
    documentNumber: text("document_number"),
    nextOn: date("next_on", { mode: "string" }),
    note: text("note"),
    /** What its kind needs beside these. */
    details: jsonb("details").$type<SpotDetails>().notNull().default({}),
  },
  (t) => [index("black_spot_events_spot").on(t.spotId, t.id)],
);

/** Pictures of spots as they are served: without what the camera wrote into them. A withdrawal is an event. */
export const blackSpotPhotographs = pgTable(
  "black_spot_photographs",
  {
    id: uuid("id").primaryKey(),
    spotId: uuid("spot_id").notNull(),
    mediaType: text("media_type").$type<Photograph["mediaType"]>().notNull(),
    widthPx: integer("width_px").notNull(),
    heightPx: integer("height_px").notNull(),
    sha256: text("sha256").notNull(),
    content: bytea("content").notNull(),
    caption: text("caption"),
    takenOn: date("taken_on", { mode: "string" }),
    by: text("by").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("black_spot_photographs_spot").on(t.spotId, t.id)],
);
