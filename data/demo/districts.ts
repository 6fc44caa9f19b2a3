import type { FeatureDraft } from "../layers/feature.ts";
import { polygon, sourceText } from "./draft.ts";
import { at, between, distance, type Point } from "./frame.ts";
import { CORE, CORNERS, onRiver, RING } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { counterClockwise, isInside } from "./rings.ts";

export interface District {
  readonly code: string;
  readonly name: string;
  readonly kind: "subdistrict" | "town" | "sumu";
  /** Closed, counter-clockwise. Neighbours share their points exactly. */
  readonly ring: readonly Point[];
}

export interface Districts {
  readonly all: readonly District[];
  /** The zone's outline, closed. */
  readonly outline: readonly Point[];
  /** @returns `undefined` outside the zone. */
  find(point: Point): District | undefined;
}

const NODES = {
  ...CORNERS,
  bridge: onRiver(-5250),
  north: onRiver(310),
  bend: onRiver(5200),
  middle: at(CORE, 0, 0),
  ringWest: at(CORE, RING.west, 0),
  ringEast: at(CORE, RING.east, 0),
  ringSouth: at(CORE, 0, RING.south),
  southWest: at(CORE, RING.west, RING.south),
  southEast: at(CORE, RING.east, RING.south),
} as const satisfies Record<string, Point>;

type Node = keyof typeof NODES;

/** Each border once: how it runs. */
const BORDERS: readonly [Node, Node, "river" | "street" | "field"][] = [
  ["west", "nw", "field"],
  ["nw", "n1", "field"],
  ["n1", "n2", "field"],
  ["n2", "ne", "field"],
  ["ne", "east", "field"],
  ["east", "e2", "field"],
  ["e2", "se", "field"],
  ["se", "s1", "field"],
  ["s1", "s2", "field"],
  ["s2", "sw", "field"],
  ["sw", "w2", "field"],
  ["w2", "west", "field"],
  ["west", "bridge", "river"],
  ["bridge", "north", "river"],
  ["north", "bend", "river"],
  ["bend", "east", "river"],
  ["n1", "bridge", "field"],
  ["n2", "bend", "field"],
  ["north", "middle", "street"],
  ["middle", "ringWest", "street"],
  ["ringWest", "bridge", "field"],
  ["middle", "ringEast", "street"],
  ["ringEast", "bend", "field"],
  ["middle", "ringSouth", "street"],
  ["ringWest", "southWest", "street"],
  ["southWest", "ringSouth", "street"],
  ["ringSouth", "southEast", "street"],
  ["southEast", "ringEast", "street"],
  ["w2", "southWest", "field"],
  ["southWest", "s2", "field"],
  ["southEast", "s1", "field"],
  ["southEast", "e2", "field"],
];

/** Names and borders; 990000 is no administrative code. Residents are invented. */
const PLANS: readonly [string, string, District["kind"], number, readonly Node[]][] = [
  ["990101", "启明街道", "subdistrict", 68_400, ["bridge", "north", "middle", "ringWest"]],
  ["990102", "和顺街道", "subdistrict", 61_900, ["north", "bend", "ringEast", "middle"]],
  ["990103", "新站街道", "subdistrict", 74_300, ["ringWest", "middle", "ringSouth", "southWest"]],
  ["990104", "康宁街道", "subdistrict", 70_800, ["middle", "ringEast", "southEast", "ringSouth"]],
  ["990105", "创业街道", "subdistrict", 18_600, ["bend", "east", "e2", "southEast", "ringEast"]],
  ["990201", "西甸镇", "town", 21_700, ["west", "bridge", "ringWest", "southWest", "w2"]],
  ["990202", "龙湾镇", "town", 17_500, ["w2", "southWest", "s2", "sw"]],
  ["990203", "南桥镇", "town", 19_200, ["southWest", "ringSouth", "southEast", "s1", "s2"]],
  ["990204", "安澜镇", "town", 9_300, ["southEast", "e2", "se", "s1"]],
  ["990205", "北岸镇", "town", 26_800, ["n1", "n2", "bend", "north", "bridge"]],
  ["990301", "沙窝苏木", "sumu", 12_400, ["west", "nw", "n1", "bridge"]],
  ["990302", "东甸苏木", "sumu", 11_100, ["n2", "ne", "east", "bend"]],
];

export function drawDistricts(seed: number): Districts {
  const random = createRandom(seed, "districts");
  const borders = new Map<string, Point[]>();
  for (const [from, to, run] of BORDERS) {
    const line = drawBorder(NODES[from], NODES[to], run, random);
    borders.set(`${from} ${to}`, line);
    borders.set(`${to} ${from}`, [...line].reverse());
  }
  const ringOf = (nodes: readonly Node[]): Point[] => {
    const ring = nodes.flatMap((node, i) => {
      const border = borders.get(`${node} ${nodes[(i + 1) % nodes.length]}`);
      if (!border) throw new RangeError(`no border from ${node} to ${nodes[(i + 1) % nodes.length]}`);
      return border.slice(0, -1);
    });
    return counterClockwise([...ring, ring[0]!]);
  };
  const all = PLANS.map(
    ([code, name, kind, , nodes]): District => ({ code, name: `${name}（演示）`, kind, ring: ringOf(nodes) }),
  );
  return {
    all,
    outline: ringOf(["west", "nw", "n1", "n2", "ne", "east", "e2", "se", "s1", "s2", "sw", "w2"]),
    find: createFinder(all),
  };
}

const CELL_M = 250;

/** Finds by cells: most lie in one district as a whole, and only those that a border touches are looked at closely. */
function createFinder(all: readonly District[]): Districts["find"] {
  const keyOf = (i: number, j: number) => i * 65536 + j;
  const touched = new Set<number>();
  for (const { ring } of all)
    for (let k = 1; k < ring.length; k++) {
      const [[ax, ay], [bx, by]] = [ring[k - 1]!, ring[k]!];
      for (let i = Math.floor(Math.min(ax, bx) / CELL_M); i <= Math.floor(Math.max(ax, bx) / CELL_M); i++)
        for (let j = Math.floor(Math.min(ay, by) / CELL_M); j <= Math.floor(Math.max(ay, by) / CELL_M); j++)
          touched.add(keyOf(i, j));
    }
  const search = (point: Point) => all.find(({ ring }) => isInside(point, ring));
  const whole = new Map<number, District | undefined>();
  return (point) => {
    const [x, y] = point;
    const key = keyOf(Math.floor(x / CELL_M), Math.floor(y / CELL_M));
    // A point on the common border of two districts may lie in neither; a metre on it lies in one.
    if (touched.has(key)) return search(point) ?? search([x + 1, y + 0.7]);
    if (!whole.has(key)) whole.set(key, search(point));
    return whole.get(key);
  };
}

export function districtFeatures(districts: Districts, seed: number): FeatureDraft[] {
  return districts.all.map((district, i) => ({
    code: `DEMO-D-${district.code}`,
    name: district.name,
    geometry: polygon(district.ring.slice(0, -1)),
    attributes: { kind: district.kind, population: PLANS[i]![3] },
    positionErrorM: 15,
    districtCode: district.code,
    source: sourceText(seed),
    observedOn: "2025-12-31",
  }));
}

function drawBorder(from: Point, to: Point, run: "river" | "street" | "field", random: Random): Point[] {
  if (run === "street") return [from, to];
  if (run === "river") {
    const count = Math.max(1, Math.round(Math.abs(to[0] - from[0]) / 160));
    const between = Array.from({ length: count - 1 }, (_, i) =>
      onRiver(from[0] + ((to[0] - from[0]) * (i + 1)) / count),
    );
    return [from, ...between, to];
  }
  return [from, ...wander(from, to, random), to];
}

/** Points between, each half displaced sideways by up to 4 % of its length. */
function wander(from: Point, to: Point, random: Random): Point[] {
  const length = distance(from, to);
  if (length < 600) return [];
  const aside = random.between(-0.04, 0.04);
  const [x, y] = between(from, to, 0.5);
  const middle: Point = [x - (to[1] - from[1]) * aside, y + (to[0] - from[0]) * aside];
  return [...wander(from, middle, random), middle, ...wander(middle, to, random)];
}
