import type { Geometry } from "geojson";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { Datum } from "./datum.ts";
import type { Zone } from "./judge-place.ts";
import type { Mapping } from "./mapping.ts";
import type { StakeFinder } from "./place-by-stake.ts";
import type { DateOrder } from "./read-date.ts";
import type { FixKind, Remark, RemarkReason, Severity } from "./remark.ts";

/** What holds for every row of a delivery. */
export interface Reading {
  readonly layer: LayerDefinition;
  readonly mapping: Mapping;
  readonly datum: Datum;
  /** Who delivered it, as shown to the user. */
  readonly source: string;
  /** How `5/3/2024` is meant. */
  readonly dateOrder: DateOrder;
  /** Fixes that a person accepted for the whole file. */
  readonly acceptedFixes: ReadonlySet<FixKind>;
  /** Cells that a person typed over: row → column → text. */
  readonly edits: ReadonlyMap<number, Readonly<Record<string, string>>>;
  /** Where the zone is; `null`: nobody knows yet, and nothing is out of it. */
  readonly zone: Zone | null;
  /** `undefined`: there are no roads to ask. */
  readonly findStake?: StakeFinder | undefined;
  /** `YYYY-MM-DD`: later days are the future. Absent: tomorrow, since nobody says in which time zone the ledger is. */
  readonly today?: string;
}

/** A row as the layer wants it: only what the file says. */
export interface RowDraft {
  readonly row: number;
  readonly code: string | null;
  readonly name?: string;
  /** WGS84, mended. */
  readonly geometry?: Geometry;
  /** An unreadable value is absent (a remark says so), an empty cell `null`. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly positionErrorM?: number | null;
  readonly districtCode?: string | null;
  readonly source?: string;
  readonly observedOn?: string | null;
  /** WKB as delivered, when the datum is not WGS84-like. */
  readonly sourceGeometry?: Uint8Array;
  readonly sourceDatum?: string;
  /** What a new feature needs and this row lacks: `geometry`, required attributes. A row of a known feature may lack them. */
  readonly missing: readonly string[];
  /** With a `refusal` among them the draft is not to be used. */
  readonly remarks: readonly Remark[];
}

/** Adds a remark to those of the row. */
export type Say = (severity: Severity, reason: RemarkReason, about?: Partial<Remark>) => void;
