import type { Geometry } from "geojson";
import type { NetworkIssueKind } from "../traffic/network/route.ts";

/** Something that is wrong with a road as a linear reference, or that its reader should know. Nothing is dropped because of it. */
export interface RoadNetworkFinding {
  readonly kind: NetworkIssueKind;
  readonly route: {
    readonly id: string;
    /** Its number, its name, or the code of its section. */
    readonly label: string;
    readonly stakes: "given" | "measured";
  };
  /** Stakes between which it holds. */
  readonly fromM: number | null;
  readonly toM: number | null;
  /** Metres: of a gap, an overlap, a disagreement, a branch. */
  readonly byM: number | null;
  /** The road sections concerned. */
  readonly sections: readonly { readonly id: string; readonly code: string }[];
  /** The sections; of a gap, the straight way across it. WGS84. */
  readonly geometry: Geometry;
}

export interface RoadNetworkSummary {
  readonly routes: number;
  readonly sections: number;
  /** Features of the layer without any length: on no route. */
  readonly withoutLength: number;
  readonly junctions: number;
  /** Metres of axis: gaps left out, carriageways counted once. */
  readonly lengthM: number;
  readonly givenStakes: { readonly routes: number; readonly lengthM: number };
  readonly measuredStakes: { readonly routes: number; readonly lengthM: number };
  readonly issues: Readonly<Record<NetworkIssueKind, number>>;
  readonly found: number;
  readonly listed: number;
}
