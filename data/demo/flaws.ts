import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import type { AccidentFlaws } from "./accident-flaws.ts";
import { daysBefore } from "./dates.ts";
import type { District } from "./districts.ts";
import { demoCode, polygon } from "./draft.ts";
import { CENTER, type Point, roundTo } from "./frame.ts";
import { createRandom } from "./random.ts";
import type { RoadFlaws } from "./road-flaws.ts";

/** What is wrong in the zone on purpose, by code. Whoever looks for such flaws can check against it. */
export interface Flaws extends LedgerFlaws, RoadFlaws, AccidentFlaws {}

/** What gaps and slips of the hand do to any ledger. */
export interface LedgerFlaws {
  /** The same enterprise a second time, slightly different in name and place: the original and its double. */
  readonly duplicates: readonly { readonly code: string; readonly duplicateOf: string }[];
  /** Enterprises whose credit code fails its check character, as by a slip of the hand; and those that have none. */
  readonly creditCodesWrong: readonly string[];
  readonly creditCodesMissing: readonly string[];
  readonly accidentsWithoutTime: readonly string[];
  /** Enterprises without an observation day and without any check, drill or inspection date. */
  readonly enterprisesWithoutDates: readonly string[];
  readonly housesWithoutGrade: readonly string[];
  /** Fire-water sources by state, and those last serviced more than twelve months before `today`. */
  readonly waterBroken: readonly string[];
  readonly waterBuried: readonly string[];
  readonly waterFrozen: readonly string[];
  readonly waterOutOfService: readonly string[];
  readonly waterOverdue: readonly string[];
  readonly waterWithoutServiceDate: readonly string[];
  /** Points that were typed in wrong: far outside the zone, or with the latitude one degree off. */
  readonly misplaced: readonly {
    readonly layer: string;
    readonly code: string;
    readonly what: "outside" | "degree-off";
  }[];
  /** Two features of one layer at exactly the same point. */
  readonly samePoint: readonly { readonly layer: string; readonly codes: readonly [string, string] }[];
  /** A plot that reaches over the zone's edge. */
  readonly overTheEdge: { readonly layer: string; readonly code: string };
}

export type Layers = Record<string, FeatureDraft[]>;

/** Puts the flaws into the layers (which it changes) and lists them. */
export function spoil(layers: Layers, seed: number, today: string, edgeDistrict: District): LedgerFlaws {
  const random = createRandom(seed, "flaws");
  const choose = (layer: string, count: number, fits: (draft: FeatureDraft) => boolean = () => true): number[] =>
    random.shuffled(layers[layer]!.flatMap((draft, i) => (fits(draft) ? [i] : []))).slice(0, count);
  const change = (
    layer: string,
    index: number,
    attributes: Record<string, AttributeValue>,
    more: Partial<FeatureDraft> = {},
  ): string => {
    const draft = layers[layer]![index]!;
    layers[layer]![index] = { ...draft, ...more, attributes: { ...draft.attributes, ...attributes } };
    return draft.code;
  };
  const isPoint = (draft: FeatureDraft) => draft.geometry.type === "Point";
  const noHazard = (draft: FeatureDraft) => draft.attributes.sector !== "13";

  const accidentsWithoutTime = choose("accidents", 25).map((i) => {
    const { name } = layers.accidents![i]!;
    return change("accidents", i, { happenedAt: null }, { name: name.slice(0, name.lastIndexOf(" ")) });
  });
  const enterprisesWithoutDates = choose("enterprises", 18, noHazard).map((i) =>
    change("enterprises", i, { headCheckOn: null, drillOn: null, inspectedOn: null }, { observedOn: null }),
  );
  const housesWithoutGrade = choose("houses", 40, (draft) => draft.attributes.grade === "none").map((i) =>
    change("houses", i, { grade: null }),
  );
  const waterWithoutServiceDate = choose("water-sources", 15).map((i) =>
    change("water-sources", i, { servicedOn: null, nextServiceOn: null }),
  );

  const dated = new Set(enterprisesWithoutDates);
  const duplicates = choose(
    "enterprises",
    14,
    (draft) => isPoint(draft) && noHazard(draft) && !dated.has(draft.code),
  ).map((i) => {
    const original = layers.enterprises![i]!;
    const code = demoCode("E", 9000 + i);
    layers.enterprises!.push({
      ...original,
      code,
      name: original.name.replace("有限公司", "公司").replace("（演示）", "(演示)"),
      geometry: nudged(original, random.between(-0.0004, 0.0004), random.between(-0.0003, 0.0003)),
      observedOn: original.observedOn && daysBefore(original.observedOn, random.integer(30, 200)),
    });
    return { code, duplicateOf: original.code };
  });

  const doubled = new Set(duplicates.flatMap((each) => [each.code, each.duplicateOf]));
  const misplaced: LedgerFlaws["misplaced"][number][] = [];
  for (const [layer, what] of [
    ["water-sources", "degree-off"],
    ["houses", "outside"],
    ["enterprises", "outside"],
    ["enterprises", "degree-off"],
  ] as const) {
    const [i] = choose(layer, 1, (draft) => isPoint(draft) && noHazard(draft) && !doubled.has(draft.code));
    const draft = layers[layer]![i!]!;
    const geometry = what === "degree-off" ? nudged(draft, 0, 1) : nudged(draft, CENTER[0] - 121.9, 0.31);
    misplaced.push({ layer, code: change(layer, i!, {}, { geometry, districtCode: null }), what });
  }
  const ofHazards = new Set(layers["hazard-sources"]!.map((draft) => draft.attributes.creditCode));
  const mistyped = choose(
    "enterprises",
    18,
    (draft) => !ofHazards.has(draft.attributes.creditCode!) && !doubled.has(draft.code),
  ).map((i, k) => {
    const right = String(layers.enterprises![i]!.attributes.creditCode);
    return change("enterprises", i, { creditCode: k < 8 ? slipOf(right) : null });
  });

  const moved = new Set(misplaced.map((each) => each.code));
  const samePoint = (["houses", "water-sources", "enterprises"] as const).map((layer) => {
    const [i, j] = choose(
      layer,
      2,
      (draft) => isPoint(draft) && noHazard(draft) && !doubled.has(draft.code) && !moved.has(draft.code),
    );
    const { code, geometry, districtCode } = layers[layer]![i!]!;
    return { layer, codes: [code, change(layer, j!, {}, { geometry, districtCode })] as const };
  });

  const edge = plotOverTheEdge(edgeDistrict);
  layers.enterprises!.push({
    ...layers.enterprises![0]!,
    ...edge,
    attributes: {
      sector: "9",
      risk: "blue",
      employees: 12,
      business: "养殖",
      hazardousChemicals: false,
      openDangers: 0,
    },
    districtCode: edgeDistrict.code,
  });

  const water = layers["water-sources"]!;
  const byState = (state: string) =>
    water.filter((draft) => draft.attributes.state === state).map((draft) => draft.code);
  const lastYear = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return {
    duplicates,
    creditCodesWrong: mistyped.slice(0, 8),
    creditCodesMissing: [...mistyped.slice(8), edge.code],
    accidentsWithoutTime,
    enterprisesWithoutDates,
    housesWithoutGrade,
    waterBroken: byState("broken"),
    waterBuried: byState("buried"),
    waterFrozen: byState("frozen"),
    waterOutOfService: byState("out-of-service"),
    waterOverdue: water
      .filter(({ attributes: { servicedOn } }) => typeof servicedOn === "string" && servicedOn < lastYear)
      .map((draft) => draft.code),
    waterWithoutServiceDate,
    misplaced,
    samePoint,
    overTheEdge: { layer: "enterprises", code: edge.code },
  };
}

function nudged({ geometry }: FeatureDraft, lon: number, lat: number): FeatureDraft["geometry"] {
  if (geometry.type !== "Point") throw new RangeError("only points are nudged");
  const [x = 0, y = 0] = geometry.coordinates;
  return { type: "Point", coordinates: [roundTo(x + lon, 7), roundTo(y + lat, 7)] };
}

/** Two neighbouring digits exchanged: the check character finds every such slip. */
function slipOf(code: string): string {
  for (let i = 8; ; i++)
    if (code[i] !== code[i + 1]) return `${code.slice(0, i)}${code[i + 1]}${code[i]}${code.slice(i + 2)}`;
}

/** A farm whose field straddles the western border of the zone. */
function plotOverTheEdge({ ring }: District): Pick<FeatureDraft, "code" | "name" | "geometry"> {
  const [x, y] = ring.reduce((west, point): Point => (point[0] < west[0] ? point : west), ring[0]!);
  const plot: Point[] = [
    [x - 160, y + 220],
    [x + 240, y + 220],
    [x + 240, y + 460],
    [x - 160, y + 460],
  ];
  return { code: demoCode("E", 9900), name: "边界家庭农场（演示）", geometry: polygon(plot) };
}
