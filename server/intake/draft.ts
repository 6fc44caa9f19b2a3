import type { Geometry } from "geojson";
import { z } from "zod";
import type { AttributeValue } from "#data/layers/feature.ts";
import { LAYER_IDS } from "#data/layers/index.ts";
import type { DatumEvidence } from "./datum-evidence.ts";
import type { DeclaredCrs, FormatId, Notice } from "./formats/delivery.ts";
import { FIX_KINDS, type FixKind, type Remark, type RemarkReason, type Severity } from "./remark.ts";

const text = (longest: number) => z.string().trim().min(1).max(longest);

/** Every setting that a person can make, each by itself. */
export const SettingsShape = z.strictObject({
  layer: z.enum(LAYER_IDS),
  /** Sheet, layer or shapefile; null: the first that is not hidden. */
  table: text(300).nullable(),
  /** As the WHATWG Encoding Standard calls it; null: found. */
  encoding: text(40).nullable(),
  delimiter: z.enum([",", ";", "\t"]).nullable(),
  headerRow: z.int().min(1).max(1000).nullable(),
  headerRows: z.int().min(1).max(5).nullable(),
  /** Field → column, or several joined by `+`; an empty text: no column. The others are found by their names. */
  mapping: z.record(z.string().max(60), z.string().max(1000)),
  /** The saved mapping that was used; null: none. */
  savedMapping: text(100).nullable(),
  /** null: what the file declares, and WGS84 where it declares nothing. */
  datum: text(200).nullable(),
  /** The person has seen the evidence and stands by the datum. */
  datumConfirmed: z.boolean(),
  dateOrder: z.enum(["year-first", "day-first", "month-first"]),
  /** Who delivered it; null: the name of the file. */
  source: text(200).nullable(),
  /** The day the state of affairs was observed, for rows that do not say. */
  observedOn: z.iso.date().nullable(),
  /** Column → the value it must have: other rows are passed over. */
  where: z.record(z.string().max(300), z.string().max(300)),
  /** Rows of one code are one feature, of the worst grade that any of them has. */
  merge: z.boolean(),
  acceptedFixes: z.array(z.enum(FIX_KINDS)).max(FIX_KINDS.length),
  /** Cells that the person typed over. */
  edits: z
    .array(z.strictObject({ row: z.int().min(1), column: z.string().min(1).max(1000), value: z.string().max(10_000) }))
    .max(10_000),
});

/** How a file is to be understood: what a person said, and nothing that was found out. */
export type DraftSettings = z.output<typeof SettingsShape>;

const UNSAID: Omit<DraftSettings, "layer"> = {
  table: null,
  encoding: null,
  delimiter: null,
  headerRow: null,
  headerRows: null,
  mapping: {},
  savedMapping: null,
  datum: null,
  datumConfirmed: false,
  dateOrder: "year-first",
  source: null,
  observedOn: null,
  where: {},
  merge: false,
  acceptedFixes: [],
  edits: [],
};

/** The settings of a new draft: the layer has to be said. */
export const DraftSettingsSchema = SettingsShape.partial()
  .required({ layer: true })
  .transform((said): DraftSettings => ({ ...UNSAID, ...withoutUndefined(said) }));

/** Settings that change, beside those that stay. */
export const SettingsChange = SettingsShape.partial().transform(
  (said): Partial<DraftSettings> => withoutUndefined(said),
);

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const said = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/**
 * `receiving`: bytes are missing. `judging`: read and compared in the background. `ready`: the preview holds for the settings.
 * `failed`: the file cannot be read under these settings. `cancelled`: a person stopped the judging.
 */
export type DraftState = "receiving" | "judging" | "ready" | "failed" | "cancelled";

/** What the file is, whatever the settings. */
export interface DraftFacts {
  readonly format: FormatId;
  readonly sha256: string;
  readonly compression: "gzip" | null;
  readonly encoding: { readonly id: string; readonly sure: string; readonly others: readonly string[] } | null;
  readonly delimiter: string | null;
  readonly notices: readonly Notice[];
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rowCount: number | null;
    readonly crs: DeclaredCrs | null;
    readonly notices: readonly Notice[];
  }[];
  /** The file came in before, byte for byte, and was not undone. */
  readonly before: {
    readonly importId: string;
    readonly at: string;
    readonly by: string;
    readonly layer: string;
  } | null;
}

export type RowKind = "new" | "changed" | "unchanged" | "refused" | "suspicious" | "left-out";

/** What a row without a code may be about. */
export interface MatchCandidate {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly distanceM: number;
  /** 0 to 1. */
  readonly score: number;
}

/** The content of a feature, before or after a row. */
export interface RowState {
  readonly code: string;
  readonly name: string;
  readonly geometry: Geometry | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly positionErrorM: number | null;
  readonly districtCode: string | null;
  readonly source: string;
  readonly observedOn: string | null;
}

/** A staged row as a person looks at it. */
export interface StagedRowView {
  readonly row: number;
  readonly kind: RowKind;
  readonly code: string | null;
  readonly codeGiven: boolean;
  readonly remarks: readonly Remark[];
  readonly candidates: readonly MatchCandidate[] | null;
  readonly decision: "accept" | "reject" | null;
  readonly featureId: string | null;
  /** null: there is no such feature yet. */
  readonly before: RowState | null;
  /** null: the row is refused. */
  readonly after: RowState | null;
  /** Fields and attributes in which the two differ, personal ones too. */
  readonly changes: readonly string[];
}

/** Rows that share a remark. */
export interface RemarkGroup {
  readonly reason: RemarkReason;
  readonly severity: Severity;
  readonly column: string | null;
  /** How each could be mended; null: only by hand. */
  readonly fix: FixKind | null;
  readonly rows: number;
}

export interface RowCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Wait for a person's word. */
  readonly suspicious: number;
  /** A person said that they stay out. */
  readonly leftOut: number;
}

/** What would come of the file. */
export interface DraftPreview {
  readonly table: string;
  /** Field → the columns that fill it, likeliest first. */
  readonly mapping: Readonly<Record<string, readonly string[]>>;
  readonly ignoredColumns: readonly string[];
  /** Layers whose fields the columns name, best first: the person may have picked another. */
  readonly layerFit: readonly { readonly layer: string; readonly fields: number }[];
  readonly datum: {
    readonly id: string;
    /** Said by the person, declared by the file, or assumed because nobody said. */
    readonly from: "person" | "file" | "assumed";
    readonly evidence: DatumEvidence;
    /** Nothing is written before a person has answered. */
    readonly ask: boolean;
  };
  /** How far the middle of the file lies from the zone's, in km, where that is outside the zone. */
  readonly elsewhereKm: number | null;
  /** The first rows as they stand in the file, personal columns masked. */
  readonly sample: readonly { readonly row: number; readonly fields: Readonly<Record<string, string | null>> }[];
  readonly rows: number;
  readonly passedOver: number;
  readonly merged: number;
  readonly counts: RowCounts;
  readonly groups: readonly RemarkGroup[];
  /** Of the layer when it was compared. */
  readonly revision: number;
  /** Middle of the rows: where the zone is if nobody has said. */
  readonly middle: readonly [number, number] | null;
  readonly tookMs: number;
}

/** Why a draft failed, as a code for the page and a sentence for the shell. */
export interface DraftProblem {
  readonly code: string;
  readonly detail: string;
}
