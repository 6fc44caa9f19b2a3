import type { Compass, Manoeuvre, PartyKind } from "../party-words.ts";

/** Drawing units, x to the right and y down from the upper left corner. A glyph is two units across. */
export type DiagramPoint = readonly [x: number, y: number];

/** Road users that are drawn alike. */
export type PartyShape = "motor" | "non-motor" | "pedestrian" | "other" | "unknown";

/** One party of like crashes. */
export interface DiagramParty {
  readonly shape: PartyShape;
  readonly manoeuvre: Manoeuvre | null;
  /** How many of the group's crashes had which kind in this role. */
  readonly kinds: readonly { readonly kind: PartyKind | null; readonly crashes: number }[];
  /** Compass points that it came from and went to; `null` when neither is recorded. */
  readonly course: readonly [from: Compass | null, to: Compass | null] | null;
  /** From where it came to where it was struck, arrow at the end; three points are a bend. Empty: no course recorded. */
  readonly path: readonly DiagramPoint[];
  /** Only one end of the course is recorded. */
  readonly isHalfKnown: boolean;
  /** Parked or stopped. */
  readonly isStanding: boolean;
  /** Where its symbol stands. */
  readonly at: DiagramPoint;
}

/** One crash as it is listed under its glyph. */
export interface DiagramCrash {
  readonly id: string;
  readonly code: string;
  readonly happenedAt: string | null;
  readonly severity: "fatal" | "injury" | "damage" | null;
  /** After light, else not known. */
  readonly light: "day" | "dusk" | "night" | null;
}

/** Like crashes: the same form, and parties of the same shape, manoeuvre and course. */
export interface DiagramGroup {
  /** Counts on from 1 over both lists of groups. */
  readonly number: number;
  readonly form: string | null;
  /** Centre of the glyph: where the parties meet. */
  readonly at: DiagramPoint;
  /** Place on the road that it belongs to. */
  readonly anchor: DiagramPoint | null;
  /** Empty when movements are not recorded. */
  readonly parties: readonly DiagramParty[];
  /** What the record counts where it has no movements; `null` = not known. */
  readonly involved: {
    readonly vehicles: number | null;
    readonly pedestrians: number | null;
    readonly nonMotor: number | null;
  } | null;
  readonly worst: "fatal" | "injury" | "damage" | null;
  /** In the order of time. */
  readonly crashes: readonly DiagramCrash[];
}

/** A road into the site, or the axis of a stretch. */
export interface DiagramLeg {
  /** Code or name of the road. */
  readonly label: string;
  readonly path: readonly DiagramPoint[];
}

/** All crashes of a site on a schematic of its roads. */
export interface CollisionDiagram {
  readonly kind: "segment" | "junction" | "circle";
  readonly width: number;
  readonly height: number;
  /** The compass bearing that points up, degrees: 0 = north is up. A stretch lies with its stakes growing to the right. */
  readonly upBearingDeg: number;
  readonly legs: readonly DiagramLeg[];
  /** Along a stretch. */
  readonly stakes: readonly { readonly stakeM: number; readonly at: DiagramPoint }[];
  /** Those with recorded movements, most crashes first. */
  readonly groups: readonly DiagramGroup[];
  /** Movements not recorded: grouped by form and by who was involved, in rows below the schematic. */
  readonly unrecorded: readonly DiagramGroup[];
}
