import type { Snapshot } from "../../snapshot/snapshot.ts";

/** One line of a road section as part of a route. Stakes grow from `fromM` to `toM`. */
export interface RouteSection {
  /** Row in the snapshot of `roads`, and the line of it where it has several. */
  readonly row: number;
  readonly part: number;
  /** Stakes of its two ends, metres; `fromM < toM`. */
  readonly fromM: number;
  readonly toM: number;
  /** It is digitised against the stakes. */
  readonly reversed: boolean;
  /** 0 for the only or first carriageway; another that runs beside it under the same stakes has 1, and so on. */
  readonly carriageway: number;
}

/** A road with one stake axis: all sections of one code (or one name, where there is no code) that hang together. */
export interface Route {
  /** Stable for the same data: the folded code or name; a second road of the same code elsewhere has `~2`, and so on. */
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  /** The class of most of its length; `null` where none is known. */
  readonly roadClass: string | null;
  /** 公路 has a road number, 城市道路 has none (motorway, national, provincial and county roads count as highway by class too). */
  readonly kind: "highway" | "street";
  /** `given`: from `startStakeM` of its sections. `measured`: from one end of the line, because the ledger has no stakes. */
  readonly stakes: "given" | "measured";
  readonly fromM: number;
  readonly toM: number;
  readonly isLoop: boolean;
  /** By `fromM`, then carriageway. */
  readonly sections: readonly RouteSection[];
  /** Stretches of stakes where no section lies, longer than a joint's tolerance. Windows do not reach across them. */
  readonly gaps: readonly (readonly [fromM: number, toM: number])[];
  /** Metres of axis: gaps left out, carriageways counted once. */
  readonly lengthM: number;
}

/** Where at least three legs of roads meet on the ground. */
export interface Junction {
  /** Plane metres. */
  readonly x: number;
  readonly y: number;
  /** Ends and passings of road sections that meet here. */
  readonly legs: number;
  /** The routes that meet here, each once, with the stake that each has here. */
  readonly on: readonly { readonly route: number; readonly stakeM: number }[];
}

/**
 * What is wrong with the roads as linear references. Nothing is dropped because of it. What spoils stakes most comes first; what is only
 * to be known comes last.
 */
export const NETWORK_ISSUE_KINDS = [
  "duplicate-code",
  "overlap",
  "stakes-disagree",
  "gap",
  "digitised-backwards",
  "branch",
  "no-stakes",
  "nameless",
  "dual-carriageway",
  "loop",
] as const;
export type NetworkIssueKind = (typeof NETWORK_ISSUE_KINDS)[number];

export interface NetworkIssue {
  readonly kind: NetworkIssueKind;
  /** Index of the route; -1 for sections that belong to none. */
  readonly route: number;
  /** Rows of the sections concerned. */
  readonly rows: readonly number[];
  /** Stakes between which it holds, where that makes sense. */
  readonly fromM: number | null;
  readonly toM: number | null;
  /** Metres: of a gap, an overlap, a disagreement; `null` where no length belongs to it. */
  readonly byM: number | null;
}

/** All roads as routes, on the plane of the layer `roads`. */
export interface RouteNetwork {
  readonly roads: Snapshot;
  readonly routes: readonly Route[];
  readonly junctions: readonly Junction[];
  readonly issues: readonly NetworkIssue[];
  /** Metres of axis of all routes. */
  readonly lengthM: number;
}

/** A place on a route. */
export interface RoutePosition {
  /** Index in `RouteNetwork.routes`. */
  readonly route: number;
  readonly stakeM: number;
  readonly carriageway: number;
  /** From the place that was asked for to the axis, plane metres. */
  readonly offsetM: number;
  /** On the axis, plane metres. */
  readonly xy: readonly [number, number];
}
