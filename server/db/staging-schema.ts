import { sql } from "drizzle-orm";
import {
  bigint,
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
  uuid,
} from "drizzle-orm/pg-core";
import type { AttributeValue } from "#data/layers/feature.ts";
import type {
  DraftFacts,
  DraftPreview,
  DraftProblem,
  DraftSettings,
  DraftState,
  MatchCandidate,
  RowKind,
} from "../intake/draft.ts";
import type { Remark } from "../intake/remark.ts";
import { box, bytea } from "./column-types.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A file on its way in: not yet part of the record, and not of its backups. */
export const importDrafts = pgTable("import_drafts", {
  id: uuid("id").primaryKey(),
  state: text("state").$type<DraftState>().notNull(),
  fileName: text("file_name").notNull(),
  /** Of the file as the sender announced it, and how many of them are here. */
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  received: bigint("received", { mode: "number" }).notNull().default(0),
  settings: jsonb("settings").$type<DraftSettings>().notNull(),
  /** What the file is; null until it has been read. */
  facts: jsonb("facts").$type<DraftFacts>(),
  /** What would come of it; null until it has been judged under the present settings. */
  preview: jsonb("preview").$type<DraftPreview>(),
  problem: jsonb("problem").$type<DraftProblem>(),
  createdAt: instant("created_at").notNull().defaultNow(),
  createdBy: text("created_by").notNull(),
  changedAt: instant("changed_at").notNull().defaultNow(),
});

/**
 * The rows of a draft as they were read. What they mean for the record is worked out against it by `classifyRows`.
 * The table is unlogged: after a crash of the database it is empty, and the file is read again.
 */
export const importRows = pgTable(
  "import_rows",
  {
    draftId: uuid("draft_id").notNull(),
    /** Line of the text file, row of the sheet, or number of the feature. */
    row: integer("row").notNull(),
    code: text("code"),
    /** Given in the file, and not found by name and place or made up. */
    codeGiven: boolean("code_given").notNull(),
    /** Standard fields that the file states for this row: the others keep what the record has. */
    given: text("given").array().notNull(),
    name: text("name"),
    geom: bytea("geom"),
    bbox: box("bbox"),
    /** A key with null empties the attribute; a key that is absent leaves it. */
    attributes: jsonb("attributes").$type<Record<string, AttributeValue>>().notNull(),
    positionErrorM: doublePrecision("position_error_m"),
    districtCode: text("district_code"),
    source: text("source").notNull(),
    observedOn: date("observed_on", { mode: "string" }),
    sourceGeometry: bytea("source_geometry"),
    sourceDatum: text("source_datum"),
    /** What a new feature needs and this row lacks. */
    missing: text("missing").array().notNull(),
    remarks: jsonb("remarks").$type<readonly Remark[]>().notNull(),
    candidates: jsonb("candidates").$type<readonly MatchCandidate[]>(),
    /** For the feature if it is a new one. */
    newId: uuid("new_id").notNull(),
    /** `new`, `changed`, `unchanged` or `refused`; null until compared with the record. */
    outcome: text("outcome").$type<"new" | "changed" | "unchanged" | "refused">(),
    /** A person has to say whether it may come in. */
    held: boolean("held").notNull(),
    decision: text("decision").$type<"accept" | "reject">(),
    kind: text("kind")
      .$type<RowKind>()
      .generatedAlwaysAs(
        sql`case when outcome in ('refused', 'unchanged') then outcome when decision = 'reject' then 'left-out'
          when held and decision is null then 'suspicious' else outcome end`,
      ),
  },
  (t) => [primaryKey({ columns: [t.draftId, t.row] }), index("import_rows_kind").on(t.draftId, t.kind, t.row)],
);
