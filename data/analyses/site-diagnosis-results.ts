import type { Title } from "../layers/define.ts";
import type { CollisionDiagram } from "../traffic/diagnosis/collision-diagram.ts";
import type { Party } from "../traffic/parties.ts";
import type { CrashCounts, CrashTally, SitePlace } from "../traffic/site.ts";

/** What crashes are compared by. */
export type FactorName =
  | "form"
  | "weather"
  | "light"
  | "surface"
  | "place"
  | "cause"
  | "hours"
  | "weekday"
  | "month"
  | "season"
  | "parties"
  | "dangerousGoods";

/** How often one value of a factor occurs at the site, against the rest of the same kind of road. */
export interface FactorFinding {
  readonly factor: FactorName;
  /**
   * Code of the attribute (`form`, `weather`, `light`, `surface`, `place`); the cause as written; `06-08` for the hours from 6:00 to 8:59;
   * `weekend` (Saturday, Sunday); `1` to `12` for the month; `winter` (December to February) and so on; `pedestrian`, `non-motor`,
   * `single-vehicle` (one motor vehicle and nobody else); `yes` for dangerous goods.
   */
  readonly value: string;
  /** Crashes of the site with the value, of those whose record says it either way; the rest. */
  readonly atSite: number;
  readonly siteKnown: number;
  readonly siteUnknown: number;
  /** The same of the reference; the site's own crashes are not in it. */
  readonly inReference: number;
  readonly referenceKnown: number;
  readonly referenceUnknown: number;
  readonly share: number;
  readonly referenceShare: number;
  /** `share / referenceShare`; `null` where the reference has none. */
  readonly ratio: number | null;
  /** Fisher's exact test, one-sided: chance of so many or more when the site is like the reference. */
  readonly pValue: number;
  /** After control of false alarms over everything tested here (Benjamini-Hochberg). */
  readonly qValue: number;
  readonly isOver: boolean;
}

export interface FactorComparison {
  /** `too-few`: fewer crashes at the site than `fewest`. `no-reference`: too few elsewhere to compare with. */
  readonly answer: "over" | "none" | "too-few" | "no-reference";
  readonly fewest: number;
  /** 0.05: at most one in twenty of what is called over-represented is expected to be chance. */
  readonly level: number;
  readonly reference: {
    /** `junctions`: crashes at junctions of the same kind of road. `class`, `kind`: of roads of the same class or kind. */
    readonly by: "junctions" | "class" | "kind" | "all";
    readonly roadKind: "highway" | "street" | null;
    readonly roadClass: string | null;
    readonly crashes: number;
  };
  /** Everything tested, surest first; empty unless the answer is `over` or `none`. */
  readonly tested: readonly FactorFinding[];
}

/** One calendar year of the period. */
export interface YearCounts extends CrashCounts {
  readonly year: number;
  /** The period holds only a part of it. */
  readonly isPart: boolean;
}

/** A crash of the site without anything personal. */
export interface DiagnosedCrash {
  readonly id: string;
  readonly code: string;
  /** Local time, `YYYY-MM-DDTHH:mm`; `null`: not known. */
  readonly happenedAt: string | null;
  readonly severity: "fatal" | "injury" | "damage" | null;
  readonly deaths: number | null;
  readonly injuries: number | null;
  readonly form: string | null;
  readonly weather: string | null;
  readonly light: string | null;
  readonly surface: string | null;
  readonly place: string | null;
  readonly cause: string | null;
  readonly dangerousGoods: boolean | null;
  /** From the attribute movements; empty: not recorded. */
  readonly parties: readonly Party[];
  readonly vehicles: number | null;
  readonly pedestrians: number | null;
  readonly nonMotor: number | null;
  /** On the route of the site; `null` for junctions and circles. */
  readonly stakeM: number | null;
  /** Counted though it lies doubtfully here. */
  readonly isDoubtful: boolean;
  readonly position: readonly [number, number];
}

export type NeighbourGroup = "school" | "care" | "people" | "hazard-source" | "hazardous-enterprise";

/** What stands near the site, nearest first. */
export interface SiteNeighbour {
  readonly group: NeighbourGroup;
  readonly layer: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Code of the layer's attribute kind; of `enterprises` the sector. */
  readonly kind: string | null;
  /** Code of the layer's grade. */
  readonly grade: string | null;
  readonly people: number | null;
  /** From its outline to the axis, to the junction or to the circle's middle, metres. */
  readonly distanceM: number;
  readonly positionErrorM: number | null;
  readonly position: readonly [number, number];
}

/** Another road that meets the site's road within it. */
export interface SiteAccess {
  readonly label: string;
  readonly legs: number;
  /** Codes or names of the roads that meet. */
  readonly roads: readonly string[];
  readonly stakeM: number | null;
  readonly position: readonly [number, number];
}

export interface SiteSurroundings {
  readonly peopleWithinM: number;
  readonly hazardsWithinM: number;
  readonly neighbours: readonly SiteNeighbour[];
  /** The ledgers have no gates: these are the junctions of the network within the site. */
  readonly accesses: readonly SiteAccess[];
  readonly dangerousGoods: {
    /** Whether the road is a route for dangerous goods, over the sections of the site; `partly`: some are. */
    readonly route: "yes" | "no" | "partly" | "unknown";
    readonly crashes: number;
    /** Crashes whose record does not say. */
    readonly unknown: number;
    readonly crashIds: readonly string[];
  };
}

/** A treatment that the findings suggest; a person decides. */
export interface SuggestedCountermeasure {
  readonly id: string;
  readonly title: Title;
  readonly reason: Title;
  /** The findings that suggest it, surest first. `over`: over-represented; `frequent`: much of the site, not tested or not sure. */
  readonly because: readonly {
    readonly factor: FactorName;
    readonly value: string;
    readonly basis: "over" | "frequent";
    readonly atSite: number;
    readonly siteKnown: number;
  }[];
  /** Published reductions in percent, lowest and highest found, and of which crashes; below 0: crashes rose. */
  readonly reduction: {
    readonly leastPercent: number;
    readonly mostPercent: number;
    readonly of: Title;
    readonly source: Title;
    readonly confidence: "verified" | "memory" | "uncertain";
  } | null;
}

export interface ChecklistItem {
  readonly id: string;
  /** Heading under which it prints. */
  readonly group: string;
  readonly groupTitle: Title;
  readonly text: Title;
  /** The finding that asks for it; `null`: asked at every site of the kind. */
  readonly because: { readonly factor: FactorName; readonly value: string } | null;
}

export interface SiteDiagnosisSummary {
  readonly place: SitePlace;
  /** Whole days, `from` inclusive, `to` exclusive; `null` while no accident has a time. */
  readonly from: string | null;
  readonly to: string | null;
  readonly years: number;
  readonly counts: CrashCounts;
  readonly perYear: readonly YearCounts[];
  /** Per named weights. */
  readonly scores: Readonly<Record<string, number>>;
  readonly tally: CrashTally;
  /** Doubtful accidents whose best candidate lies here and that are not counted. */
  readonly doubtful: number;
  readonly factors: FactorComparison;
  readonly diagram: CollisionDiagram;
  readonly surroundings: SiteSurroundings;
  readonly countermeasures: readonly SuggestedCountermeasure[];
  readonly checklist: readonly ChecklistItem[];
  /** In the order of time. */
  readonly crashes: readonly DiagnosedCrash[];
}
