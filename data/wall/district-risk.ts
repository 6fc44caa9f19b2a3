import { parseFilter } from "../layers/filter.ts";
import { getLayer } from "../layers/index.ts";
import { compileFilter } from "../snapshot/select.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { districtCode, statedDistricts } from "./district-codes.ts";

/** The four colours of the trade, the gravest 1: 红 重大, 橙 较大, 黄 一般, 蓝 低. */
export type RiskColor = 1 | 2 | 3 | 4;

/** Why a feature gives its district a colour. The first that fits a feature is the one that counts. */
export interface RiskReason {
  readonly id: string;
  readonly color: RiskColor;
  readonly layer: string;
  /** CQL2 text. */
  readonly filter: string;
}

/**
 * Which features colour a district. No national rule says so: one local habit colours levels 1 and 2 of hazard sources red, 3 orange
 * and 4 yellow; the others are proposed by this product, and a zone may set its own.
 *
 * @see 国务院安委办〔2016〕11号 (four colours; the levels are not fixed nationally)
 */
export const PROPOSED_REASONS: readonly RiskReason[] = [
  { id: "hazard-1-2", color: 1, layer: "hazard-sources", filter: "level IN ('1', '2')" },
  { id: "hazard-3", color: 2, layer: "hazard-sources", filter: "level = '3'" },
  { id: "hazard-4", color: 3, layer: "hazard-sources", filter: "level = '4'" },
  {
    id: "house-d-in-use",
    color: 1,
    layer: "houses",
    filter: "grade = 'D' AND state IN ('open', 'working', 'done') AND use IN ('own', 'business', 'rent', 'public')",
  },
  {
    id: "house-c-in-use",
    color: 2,
    layer: "houses",
    filter: "grade = 'C' AND state IN ('open', 'working', 'done') AND use IN ('own', 'business', 'rent', 'public')",
  },
  { id: "spot-listed", color: 2, layer: "black-spots", filter: "state IN ('listed', 'treating')" },
  { id: "spot-open", color: 3, layer: "black-spots", filter: "state IN ('confirmed', 'candidate')" },
  {
    id: "water-unusable",
    color: 3,
    layer: "water-sources",
    filter: "state IN ('broken', 'out-of-service', 'buried', 'frozen')",
  },
];

export interface DistrictRisk {
  readonly code: string;
  readonly name: string;
  /** The gravest of what lies in it (就高); `null`: nothing in the ledgers gives it a colour. */
  readonly color: RiskColor | null;
  /** How many features each reason finds, in the order of the reasons, also those of none. */
  readonly counts: readonly { readonly reason: string; readonly count: number }[];
}

export interface DistrictRisks {
  /** The gravest first, then those with more of the gravest; of equal ones by code. */
  readonly districts: readonly DistrictRisk[];
  /** Features that a reason finds and whose district nobody has stated, or states one that is not on the map. */
  readonly withoutDistrict: number;
}

/**
 * The colour of each district by the gravest thing that stands in it.
 *
 * @param layers - by id; a layer that is missing has no features.
 */
export function gradeDistricts(
  layers: ReadonlyMap<string, Snapshot>,
  reasons: readonly RiskReason[] = PROPOSED_REASONS,
): DistrictRisks {
  const districts = layers.get("districts");
  const codes = Array.from({ length: districts?.count ?? 0 }, (_, row) => districtCode(districts!, row));
  const counts = codes.map(() => reasons.map(() => 0));
  let withoutDistrict = 0;
  reasons.forEach(({ layer, filter }, reason) => {
    const snapshot = layers.get(layer);
    if (!snapshot) return;
    const places = statedDistricts(snapshot, districts);
    compileFilter(parseFilter(filter, getLayer(layer)))(snapshot).forEach((isFound, row) => {
      if (isFound === 0) return;
      const place = places[row]!;
      if (place === -1) withoutDistrict++;
      else counts[place]![reason]!++;
    });
  });
  const graded = codes.map((code, place) => ({
    code,
    name: districts!.names.get(place) ?? "",
    color: colorOf(counts[place]!, reasons),
    counts: reasons.map(({ id }, reason) => ({ reason: id, count: counts[place]![reason]! })),
  }));
  return { districts: graded.toSorted(byGravity(reasons)), withoutDistrict };
}

function colorOf(counts: readonly number[], reasons: readonly RiskReason[]): RiskColor | null {
  const found = reasons.filter((_, reason) => counts[reason]! > 0).map(({ color }) => color);
  return found.length === 0 ? null : (Math.min(...found) as RiskColor);
}

/** @returns how many districts have each colour, the gravest first and those without one last; colours that none has are left out. */
export function countColors(
  districts: readonly Pick<DistrictRisk, "color">[],
): { readonly color: RiskColor | null; readonly count: number }[] {
  return ([1, 2, 3, 4, null] as const)
    .map((color) => ({ color, count: districts.filter((district) => district.color === color).length }))
    .filter(({ count }) => count > 0);
}

/** How many things of each colour stand there decides, the gravest colour first. */
const byGravity = (reasons: readonly RiskReason[]) => (a: DistrictRisk, b: DistrictRisk) => {
  for (const color of [1, 2, 3, 4]) {
    const ofColor = ({ counts }: DistrictRisk) =>
      counts.reduce((sum, { count }, reason) => (reasons[reason]!.color === color ? sum + count : sum), 0);
    const difference = ofColor(b) - ofColor(a);
    if (difference !== 0) return difference;
  }
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
};
