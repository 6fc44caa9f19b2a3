import type { Geometry } from "geojson";
import { z } from "zod";
import type { Reason, RuleOutcome, SpacingObject, Verdict } from "#data/analyses/spacing-results.ts";
import { ProposalSchema } from "#data/standards/proposal.ts";

/** More than these are no plan any more, and are refused with their number. */
export const MOST_PARCELS = 1_000;

const UseSchema = ProposalSchema.shape.use;
const text = (longest: number) => z.string().trim().min(1).max(longest);

/** How a file of parcels is to be read. */
export const BatchSettingsSchema = z
  .strictObject({
    fileName: text(300),
    /** What every parcel is to be; beside `uses`, what the parcels are whose column is empty. */
    use: UseSchema.optional(),
    /** The column that says what each is to be, and what its codes mean. */
    useColumn: text(300).optional(),
    uses: z.record(text(100), UseSchema).optional(),
    /** Absent: a column that is called like one. */
    nameColumn: text(300).optional(),
    /** Standard deviation of the boundaries, metres. */
    positionErrorM: z.number().nonnegative().max(1_000).default(0),
    /** Layer or shapefile of the file; null: the first. */
    table: text(300).nullable().default(null),
    encoding: text(40).nullable().default(null),
    /** null: what the file declares, and WGS84 where it declares nothing. */
    datum: text(200).nullable().default(null),
  })
  .refine(({ use, uses }) => use !== undefined || uses !== undefined, {
    path: ["use"],
    message: "say what the parcels are to be: use for all, or useColumn with uses",
  })
  .refine(({ useColumn, uses }) => (useColumn === undefined) === (uses === undefined), {
    path: ["uses"],
    message: "useColumn and uses belong together",
  });
export type BatchSettings = z.output<typeof BatchSettingsSchema>;

/** What keeps one parcel from being checked; the others go on. */
export interface ParcelProblem {
  readonly code: "unreadable-row" | "no-geometry" | "geometry" | "no-use" | "unknown-use";
  /** One line in English, with what was found. */
  readonly detail: string;
}

/** A parcel as it was read. */
export interface Parcel {
  /** Number of the feature in the file, from 1. */
  readonly place: number;
  readonly name: string;
  /** WGS84. */
  readonly geometry: Geometry | null;
  /** As the column has it; null: one use for all. */
  readonly useCode: string | null;
  readonly use: BatchSettings["use"] | null;
  readonly problem: ParcelProblem | null;
}

/** A rule with the neighbour that it is about. */
export interface RuleAtNeighbour
  extends Pick<
    RuleOutcome,
    "ruleId" | "standard" | "clause" | "requiredM" | "requiredAtMostM" | "measuredM" | "verdict"
  > {
  readonly neighbour: SpacingObject;
}

/** What came of a parcel. */
export interface ParcelResult extends Omit<Parcel, "use"> {
  /** null: it could not be checked. */
  readonly verdict: Verdict | null;
  readonly counts: Readonly<Record<Verdict, number>> | null;
  /** The rule that is missed by most, or kept by least. */
  readonly nearest: RuleAtNeighbour | null;
  /** The rule that asks for the greatest distance. */
  readonly mostDemanding: RuleAtNeighbour | null;
  /** Measured less required, metres, at `nearest`: below 0 when short. null: nothing is within reach. */
  readonly marginM: number | null;
  readonly reasons: readonly Reason[];
  /** Uncertain rules that were applied. */
  readonly unverifiedRules: readonly string[];
}

export interface BatchFacts {
  readonly format: string;
  readonly table: string;
  readonly datum: string;
  readonly useColumn: string | null;
  readonly nameColumn: string | null;
}

/** Why a file as a whole cannot be checked; `detail` is one line. */
export interface BatchProblem {
  readonly code: string;
  readonly detail: string;
}

export const BATCH_STATES = ["receiving", "reading", "checking", "done", "failed", "cancelled"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** A batch without its rows. */
export interface BatchView {
  readonly id: string;
  readonly state: BatchState;
  readonly fileName: string;
  readonly by: string;
  readonly createdAt: string;
  readonly demo: boolean;
  readonly facts: BatchFacts | null;
  readonly problem: BatchProblem | null;
  readonly progress: { readonly done: number; readonly of: number };
  /** Of the parcels that were checked so far, by verdict; `unchecked`: those that could not be. */
  readonly counts: Readonly<Record<Verdict | "unchecked", number>>;
  readonly revisions: Readonly<Record<string, number>>;
  readonly ruleEdition: string | null;
  readonly tookMs: number | null;
}

export interface BatchWithRows extends BatchView {
  readonly rows: readonly ParcelResult[];
}
