import type { LineString, Position } from "geojson";
import type { FeatureDraft } from "../layers/feature.ts";
import type { Layers } from "./flaws.ts";
import { roundTo } from "./frame.ts";
import type { Route } from "./routes.ts";

/** What is wrong with the roads as linear references on purpose, by code of the section. */
export interface RoadFlaws {
  /** Drawn from the far end: the stake of their start belongs to their last vertex. */
  readonly roadsBackwards: readonly string[];
  /** Their end is missing: between them and the next section of the road lies a gap. */
  readonly roadsBeforeGap: readonly string[];
  /** Nobody wrote down a stake, though their neighbours have them. */
  readonly roadsWithoutStake: readonly string[];
}

/** Quiet roads without a planted black spot, so that nothing which the zone promises lies on them. Sections count from 0. */
const BACKWARDS = [
  { road: "X904", section: 1 },
  { road: "X913", section: 1 },
] as const;
const WITHOUT_STAKE = { road: "X906", section: 1 } as const;
/** One of these loses the end of a section, where fewest accidents lie. They are tied to other roads on both sides. */
const WITH_GAP = ["X903", "X905", "X910", "X916"] as const;
/** How much of the end, in vertices, which stand about 70 m apart. */
const LOST = [2, 3, 4, 5] as const;

/** Puts the flaws into the roads, which it changes, and lists them. */
export function spoilRoads(layers: Layers, routes: readonly Route[]): RoadFlaws {
  const roads = layers.roads!;
  const sectionsOf = (road: string) => roads.filter(({ attributes }) => attributes.roadCode === road);
  const change = (draft: FeatureDraft, changed: Partial<FeatureDraft>): string => {
    roads[roads.indexOf(draft)] = { ...draft, ...changed };
    return draft.code;
  };
  const gaps = WITH_GAP.flatMap((road) => {
    const route = routes.find(({ code }) => code === road)!;
    return gapsIn(sectionsOf(road), route, crossingsOf(roads), layers.accidents!);
  });
  const [quietest] = gaps.sort((a, b) => a.accidents - b.accidents || b.lost - a.lost);
  if (!quietest) throw new RangeError("no road can have a gap");
  const kept: LineString = { type: "LineString", coordinates: lineIn(quietest.draft).slice(0, -quietest.lost) };
  const roadsBeforeGap = [change(quietest.draft, { geometry: kept })];

  const roadsBackwards = BACKWARDS.map(({ road, section }) => {
    const draft = sectionsOf(road)[section]!;
    return change(draft, { geometry: { type: "LineString", coordinates: lineIn(draft).toReversed() } });
  });
  const silent = sectionsOf(WITHOUT_STAKE.road)[WITHOUT_STAKE.section]!;
  const roadsWithoutStake = [change(silent, { attributes: { ...silent.attributes, startStakeM: null } })];
  return { roadsBackwards, roadsBeforeGap, roadsWithoutStake };
}

const lineIn = ({ geometry }: FeatureDraft): Position[] => (geometry as LineString).coordinates;

/** Where roads meet: which roads pass there, numbered ones by their number. */
function crossingsOf(roads: readonly FeatureDraft[]): ReadonlyMap<string, ReadonlySet<string>> {
  const passing = new Map<string, Set<string>>();
  for (const draft of roads)
    for (const position of lineIn(draft)) {
      const key = String(position);
      const road = String(draft.attributes.roadCode ?? "street");
      passing.set(key, (passing.get(key) ?? new Set()).add(road));
    }
  return passing;
}

interface Gap {
  readonly draft: FeatureDraft;
  /** Vertices without which the section ends early. */
  readonly lost: number;
  /** In the gap. */
  readonly accidents: number;
}

/** How sections of a road can lose their ends without a junction; other numbered roads tie both sides to the network. */
function gapsIn(
  sections: readonly FeatureDraft[],
  route: Route,
  crossings: ReadonlyMap<string, ReadonlySet<string>>,
  accidents: readonly FeatureDraft[],
): Gap[] {
  const isTied = (drafts: readonly FeatureDraft[]) =>
    drafts
      .flatMap(lineIn)
      .some((position) =>
        [...crossings.get(String(position))!].some((road) => road !== route.code && road !== "street"),
      );
  const own = accidents.filter(({ attributes }) => attributes.roadCode === route.code);
  const stakes = own.map(({ attributes }) => Number(attributes.kilometre) * 1000 + Number(attributes.metre));
  return sections.slice(0, -1).flatMap((draft, i) => {
    const line = lineIn(draft);
    const [endM, vertex] = [Number(sections[i + 1]!.attributes.startStakeM), lastVertexOf(sections[i + 1]!, route)];
    return LOST.flatMap((lost) => {
      const isCrossed = line.slice(-lost - 1, -1).some((position) => crossings.get(String(position))!.size > 1);
      const before = { ...draft, geometry: { type: "LineString" as const, coordinates: line.slice(0, -lost) } };
      if (isCrossed || !isTied([...sections.slice(0, i), before]) || !isTied(sections.slice(i + 1))) return [];
      const startM = route.startStakeM + route.alongM[vertex - lost]!;
      return { draft, lost, accidents: stakes.filter((stakeM) => stakeM > startM - 10 && stakeM < endM).length };
    });
  });
}

/** The vertex of the route at which a section begins, which is the last of the section before it. */
const lastVertexOf = (next: FeatureDraft, route: Route): number =>
  route.alongM.findIndex((alongM) => roundTo(route.startStakeM + alongM, 1) === next.attributes.startStakeM);
