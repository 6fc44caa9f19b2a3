import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAYER_IDS } from "#data/layers/index.ts";
import { NETWORK_ISSUE_KINDS } from "#data/traffic/network/route.ts";
import { ADVERSE_KINDS } from "#data/traffic/times/adverse-kinds.ts";
import { CARRIER_GROUPS } from "../../../web/state/carriers-view.ts";
import { NEW_DRAFT, type ProposalDraft } from "../../../web/state/proposal-draft.ts";
import { PATROL_DAYS, PATROL_PLACES, TIME_WEIGHTS, TIMES_SCOPES, TIMES_TABS } from "../../../web/state/times-view.ts";
import { fieldsOf, USE_KINDS, type UseField } from "../../../web/state/use-fields.ts";
import {
  ACCIDENT_LISTS,
  AGREEMENTS,
  DATA_PARTS,
  DEFAULT_VIEW,
  MOST_IDS,
  PLACING_TABS,
  PLANNING_PARTS,
  parseView,
  RANKINGS,
  SCREENING_LISTS,
  TOOLS,
  TRAFFIC_PARTS,
  type View,
} from "../../../web/state/view.ts";
import { formatView, parseSearch } from "../../../web/state/view-codec.ts";
import { USUAL_YEARS } from "../../../web/state/works-view.ts";

/** Numbers with as many decimals as the address keeps. */
const decimals = (min: number, max: number, digits: number) =>
  fc
    .integer({ min: min * 10 ** digits, max: max * 10 ** digits })
    .map((n) => Number((n / 10 ** digits).toFixed(digits)));

const layer = fc.constantFrom(...LAYER_IDS);
const position = fc.tuple(decimals(-180, 180, 6), decimals(-85, 85, 6));
const fraction = decimals(0, 1, 2);
const feature = fc.record({ layer, id: fc.uuid() });
// A link keeps the features of one layer together.
const features = fc
  .uniqueArray(feature, { maxLength: 5, selector: ({ id }) => id })
  .map((keys) => [...keys].sort((a, b) => LAYER_IDS.indexOf(a.layer) - LAYER_IDS.indexOf(b.layer)));
const days = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 864e5).toISOString().slice(0, 10));
const filterText = fc.oneof(
  fc.constantFrom("severity IN ('fatal', 'injury')", "name LIKE '%50\\%&#?=+%'", "地址 = '科尔沁路 1 号'"),
  fc.string({ minLength: 1, unit: "binary" }).map((text) => new TextDecoder().decode(new TextEncoder().encode(text))),
);

const shape = fc.oneof(
  position.map((coordinates) => ({ type: "Point" as const, coordinates })),
  fc
    .array(position, { minLength: 2, maxLength: 5 })
    .map((coordinates) => ({ type: "LineString" as const, coordinates })),
  fc.array(position, { minLength: 3, maxLength: 5 }).map((ring) => ({
    type: "Polygon" as const,
    coordinates: [[...ring, ring[0]!]] as [[number, number][]],
  })),
);

/** Boundaries are kept to the centimetre. */
const corner = fc.tuple(decimals(-180, 180, 7), decimals(-85, 85, 7));
const ring = fc.array(corner, { minLength: 3, maxLength: 5 }).map((corners) => [...corners, corners[0]!]);
const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
const outline = fc.oneof(
  corner.map((coordinates) => ({ type: "Point" as const, coordinates })),
  fc.array(corner, { minLength: 2, maxLength: 4 }).map((coordinates) => ({ type: "LineString" as const, coordinates })),
  polygon.map((coordinates) => ({ type: "Polygon" as const, coordinates })),
  fc
    .array(polygon, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: "MultiPolygon" as const, coordinates })),
);

const factOf = (field: UseField) =>
  field.type === "choice"
    ? fc.constantFrom(...field.options)
    : field.type === "amount"
      ? fc.integer({ min: 1, max: Math.min(field.most, 100) })
      : fc.boolean();
const trimmed = (maxLength: number) =>
  fc
    .string({ minLength: 4, maxLength })
    .map((text) => `竣工图，${text.trim()}（3）`)
    .filter((text) => text.trim().length >= 4);

const drafts: fc.Arbitrary<ProposalDraft> = fc.constantFrom(...USE_KINDS).chain((kind) =>
  fc.record({
    name: fc.oneof(fc.constant(""), fc.constant("城东加油站, 方案 2/甲")),
    geometry: fc.option(outline),
    positionErrorM: decimals(0, 1_000, 2),
    kind: fc.constant(kind),
    facts: fc.record(Object.fromEntries(fieldsOf(kind).map((field) => [field.id, factOf(field)])), {
      requiredKeys: [],
    }) as fc.Arbitrary<ProposalDraft["facts"]>,
    substances: fc.array(
      fc.record({
        name: fc.constantFrom("1,2-二氯乙烷", "汽油", "a:b;c"),
        cas: fc.constantFrom("", "107-06-2"),
        tonnes: fc.integer({ min: 1, max: 500 }),
      }),
      { maxLength: 2 },
    ),
    outline: fc.constantFrom("unit", "plant-boundary"),
    claims: fc.array(
      fc.record({
        reductionId: fc.constantFrom("gb50016-3.4.1-note2", "local.x-1"),
        neighbour: fc.option(feature),
        evidence: trimmed(40),
        by: fc.constantFrom("张工", "Li, 安评师", "100%"),
      }),
      { maxLength: 2 },
    ),
  }),
);

const site: fc.Arbitrary<View["traffic"]["site"]> = fc.oneof(
  fc.record({
    kind: fc.constant("segment" as const),
    route: fc.constantFrom("G111", "环城路~2", "A:B, 3 号路"),
    fromM: decimals(0, 900_000, 1),
    toM: decimals(0, 900_000, 1),
  }),
  fc.record({ kind: fc.constant("junction"), position, radiusM: fc.integer({ min: 10, max: 300 }) }),
  fc.record({ kind: fc.constant("circle"), position, radiusM: fc.integer({ min: 10, max: 2_000 }) }),
);
const range = (first: number, last: number) =>
  fc
    .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const carriers: fc.Arbitrary<View["traffic"]["carriers"]> = fc.record({
  thresholds: fc.constantFrom<View["traffic"]["carriers"]["thresholds"]>(
    {},
    { accidents: { medium: 1.5, high: null }, deaths: { medium: 1, high: 2 } },
  ),
  group: fc.option(fc.constantFrom(...CARRIER_GROUPS)),
  carrier: fc.constantFrom(null, "91150500MA0000001X", "&=#", "丙 公司"),
});
const times: fc.Arbitrary<View["traffic"]["times"]> = fc.record({
  tab: fc.constantFrom(...TIMES_TABS),
  weight: fc.constantFrom(...TIME_WEIGHTS),
  scope: fc.constantFrom(...TIMES_SCOPES),
  block: fc.option(
    fc
      .tuple(range(1, 7), range(0, 23))
      .map(([[fromDay, toDay], [fromHour, toHour]]) => ({ fromDay, toDay, fromHour, toHour })),
  ),
  weather: fc.option(fc.constantFrom(...ADVERSE_KINDS)),
  openWeather: fc.option(fc.constantFrom(...ADVERSE_KINDS)),
  patrolAt: fc.constantFrom(...PATROL_PLACES),
  patrolHours: fc.integer({ min: 1, max: 12 }),
  patrolDays: fc.constantFrom(...PATROL_DAYS),
  stretchM: fc.integer({ min: 500, max: 10_000 }),
});
const traffic: fc.Arbitrary<View["traffic"]> = fc.record({
  part: fc.constantFrom(...TRAFFIC_PARTS),
  ruleSet: fc.constantFrom("proposed-500", "molit-kr-spot"),
  overrides: fc.record(
    {
      periodYears: decimals(1, 10, 2),
      patternMinShare: decimals(0.1, 1, 2),
      roads: fc.constantFrom("all", "highway"),
      unit: fc.record({
        kind: fc.constant("window"),
        lengthM: fc.integer({ min: 50, max: 5_000 }),
        stepM: fc.constant(50),
      }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<View["traffic"]["overrides"]>,
  period: fc.oneof(
    fc.constant(null),
    days.map((from) => ({ from, to: null })),
  ),
  doubtful: fc.constantFrom("leave-out", "count"),
  list: fc.constantFrom(...SCREENING_LISTS),
  agreement: fc.option(fc.constantFrom(...AGREEMENTS)),
  weights: fc.constantFrom("etan", "hsm-2010"),
  rankBy: fc.constantFrom(...RANKINGS),
  bandwidthM: fc.integer({ min: 50, max: 500 }),
  density: fc.boolean(),
  watchBy: fc.option(days),
  placingTab: fc.constantFrom(...PLACING_TABS),
  toleranceM: decimals(5, 500, 1),
  accidentList: fc.option(fc.constantFrom(...ACCIDENT_LISTS)),
  accident: fc.option(fc.uuid()),
  roadIssue: fc.option(fc.constantFrom(...NETWORK_ISSUE_KINDS)),
  times,
  carriers,
  site: fc.option(site),
  works: fc.option(
    fc.record({
      from: days,
      to: fc.constantFrom("2099-01-01", "2100-12-31"),
      yearsBefore: decimals(0.25, 10, 2),
      yearsAfter: fc.constantFrom(0.25, USUAL_YEARS, 10),
    }),
  ),
  entry: fc.option(fc.uuid()),
});

const views: fc.Arbitrary<View> = fc.record({
  camera: fc.option(fc.record({ lon: decimals(-180, 180, 6), lat: decimals(-85, 85, 6), zoom: decimals(1, 20, 2) })),
  layers: fc.uniqueArray(layer),
  opacity: fc.dictionary(layer, fraction),
  filters: fc.dictionary(layer, filterText),
  time: fc.oneof(
    fc.constant(null),
    fc
      .tuple(days, days)
      .map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a }))
      .filter(({ from, to }) => from < to),
    days.map((from) => ({ from, to: null })),
    days.map((to) => ({ from: null, to })),
  ),
  heat: fc.option(
    fc.record({
      layer,
      weight: fc.constantFrom("count", "deaths", "hsm-2010"),
      bandwidthM: fc.integer({ min: 50, max: 2000 }),
      opacity: fraction,
      lowestBand: fc.constantFrom(0.1, 1, 10),
      counts: fc.constantFrom(true, false, "others" as const),
    }),
  ),
  origin: fc.oneof(
    fc.constant(null),
    shape.map((each) => ({ kind: "shape" as const, shape: each })),
    fc.record({
      kind: fc.constant("features" as const),
      layer,
      ids: fc.array(fc.uuid(), { minLength: 1, maxLength: 4 }),
    }),
  ),
  radiiM: fc
    .uniqueArray(decimals(1, 50_000, 2), { minLength: 1, maxLength: 8 })
    .map((radii) => radii.sort((a, b) => a - b)),
  ringMode: fc.constantFrom("merged", "each"),
  ringLayers: fc.option(fc.uniqueArray(layer, { minLength: 1 })),
  selection: fc.record({
    areas: fc.array(fc.array(position, { minLength: 3, maxLength: 5 }), { maxLength: 3 }),
    plus: features,
    minus: features,
  }),
  detail: fc.option(feature),
  tool: fc.option(fc.constantFrom(...TOOLS)),
  layerPanel: fc.boolean(),
  timeBar: fc.boolean(),
  draft: fc.option(fc.uuid()),
  dataLayer: fc.option(layer),
  dataPart: fc.constantFrom(...DATA_PARTS),
  planning: fc.record({
    part: fc.constantFrom(...PLANNING_PARTS),
    asOf: fc.option(days),
    draft: fc.option(drafts),
  }),
  traffic,
  screen: fc.option(fc.constantFrom("东墙", "wall 2")),
  scene: fc.option(fc.constantFrom("overview", "fire-water")),
  edit: fc.option(fc.record({ scene: fc.constantFrom("overview", "fire-water"), asNew: fc.boolean() })),
  language: fc.constantFrom("zh", "en"),
  theme: fc.constantFrom("light", "dark"),
});

describe("the view in the address", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseSearch(`?${formatView(view)}`)).toEqual(view);
      }),
      { numRuns: 300 },
    );
  });

  test("is nothing but what differs from the default", () => {
    expect(formatView(DEFAULT_VIEW)).toBe("");
    expect(formatView({ ...DEFAULT_VIEW, opacity: { houses: 0.5 }, layers: [] })).toBe("on=&opacity=houses:0.5");
  });

  test("can be written and read by a person", () => {
    expect(
      formatView({
        ...DEFAULT_VIEW,
        camera: { lon: 122.26, lat: 43.62, zoom: 12.5 },
        filters: { accidents: "deaths >= 1" },
        time: { from: "2024-01-01", to: null },
        radiiM: [50, 120],
      }),
    ).toBe("at=122.26,43.62,12.5&filter.accidents=deaths%20%3E%3D%201&time=2024-01-01..&rings=50,120");
  });

  test("tells a proposal so that a person can read it", () => {
    const draft: ProposalDraft = {
      ...NEW_DRAFT,
      geometry: { type: "Point", coordinates: [122.26, 43.62] },
      facts: { petrolM3: 60, vapourRecovery: true },
    };
    expect(formatView({ ...DEFAULT_VIEW, planning: { part: "check", asOf: null, draft } })).toBe(
      "use=filling-station,petrolM3:60,vapourRecovery:yes&site=point:122.26,43.62",
    );
  });

  test("names a place on a road so that a person can read it", () => {
    const site = { kind: "segment" as const, route: "G111", fromM: 812_050, toM: 812_470 };
    expect(formatView({ ...DEFAULT_VIEW, traffic: { ...DEFAULT_VIEW.traffic, part: "site", site } })).toBe(
      "traffic=site&spot=segment:812050:812470:G111",
    );
  });

  test("names the days of works, and years only where they are not the usual ones", () => {
    const linkOf = (yearsAfter: number) => {
      const works = { from: "2025-04-02", to: "2025-05-17", yearsBefore: USUAL_YEARS, yearsAfter };
      return formatView({ ...DEFAULT_VIEW, traffic: { ...DEFAULT_VIEW.traffic, part: "effect", works } });
    };
    expect(linkOf(USUAL_YEARS)).toBe("traffic=effect&works=2025-04-02..2025-05-17");
    expect(linkOf(1.5)).toBe("traffic=effect&works=2025-04-02..2025-05-17,3,1.5");
  });

  test("names hours of the week so that a person can read them", () => {
    const block = { fromDay: 1, toDay: 5, fromHour: 7, toHour: 8 };
    const { traffic } = DEFAULT_VIEW;
    const times = { ...traffic.times, weight: "casualty" as const, block };
    expect(formatView({ ...DEFAULT_VIEW, traffic: { ...traffic, part: "times", times } })).toBe(
      "traffic=times&counted=casualty&week=1-5,7-8",
    );
  });

  test("keeps an id list to what a link can carry", () => {
    const origin = { kind: "features" as const, layer: "houses", ids: Array.from({ length: MOST_IDS + 1 }, uuid) };
    expect(parseSearch(formatView({ ...DEFAULT_VIEW, origin })).origin).toBeNull();
    expect(
      parseSearch(formatView({ ...DEFAULT_VIEW, origin: { ...origin, ids: origin.ids.slice(1) } })).origin?.kind,
    ).toBe("features");
  });
});

const uuid = (_: unknown, index: number): string => `0190a000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;

describe("nonsense in the address", () => {
  test("a place on a road keeps the rest of the page", () => {
    const { traffic } = parseSearch(
      "?traffic=watch&spot=segment:a:5:G111&ruleNumbers={broken&crashes=2024-02-01..2024-01-01",
    );
    expect(traffic).toEqual({ ...DEFAULT_VIEW.traffic, part: "watch" });
  });

  test.each([
    "2025-05-17..2025-04-02",
    "2025-04-02",
    "2025-04-02..2025-13-01",
    "2025-04-02..2025-05-17,0,3",
  ])("works of %s keep the rest of the page", (works) => {
    const { traffic } = parseSearch(`?traffic=effect&spot=segment:0:500:G111&works=${works}`);
    expect(traffic.works).toBeNull();
    expect(traffic.site).toEqual({ kind: "segment", route: "G111", fromM: 0, toM: 500 });
  });

  test("thresholds of carriers that make no sense fall back, the carrier and the group stay", () => {
    const upsideDown = encodeURIComponent('{"deaths":{"medium":3,"high":1}}');
    const { carriers } = parseSearch(`?carrierNumbers=${upsideDown}&carriers=high&carrier=91150500MA0000001X`).traffic;
    expect(carriers).toEqual({ thresholds: {}, group: "high", carrier: "91150500MA0000001X" });
  });

  test("hours that end before they begin keep the rest of the part about times", () => {
    const { times } = parseSearch("?times=patrol&week=5-1,7-8&weather=hail&patrolHours=many&stretch=10").traffic;
    expect(times).toEqual({ ...DEFAULT_VIEW.traffic.times, tab: "patrol" });
  });

  test("a proposal keeps what makes sense of it", () => {
    const { draft } = parseSearch(
      "?use=tanks,volumeM3:many,content:soup,petrochemical:yes&site=polygon:1,x&claim=a",
    ).planning;
    expect(draft).toEqual({ ...NEW_DRAFT, kind: "tanks", facts: { petrochemical: true } });
  });

  const SENSE = "at=122.26,43.62,12&on=houses&lang=en&filter.houses=people%20%3E%203&opacity=houses:0.4";

  test.each<[string, keyof View]>([
    ["at=122.26,43.62", "camera"],
    ["at=,,", "camera"],
    ["at=1,95,3", "camera"],
    ["on=houses,castles", "layers"],
    ["opacity=houses:2", "opacity"],
    ["opacity=castles:0.5", "opacity"],
    ["time=2024-02-30..", "time"],
    ["time=2024-03-01..2024-02-01", "time"],
    ["time=..", "time"],
    ["heat=accidents,count,5,1", "heat"],
    ["heat=castles,count,300,1", "heat"],
    ["heat=accidents,co unt,300,1", "heat"],
    ["origin=point:1", "origin"],
    ["origin=line:1,2", "origin"],
    ["origin=polygon:1,2;3,4", "origin"],
    ["origin=castles:AZCgAAAAcACAAAAAAAAAAA", "origin"],
    ["origin=houses:nonsense", "origin"],
    ["origin=", "origin"],
    ["rings=0", "radiiM"],
    ["rings=a,b", "radiiM"],
    ["rings=", "radiiM"],
    ["rings=1,2,3,4,5,6,7,8,9", "radiiM"],
    ["ringMode=sideways", "ringMode"],
    ["ringLayers=castles", "ringLayers"],
    ["area=1,2;3,4", "selection"],
    ["selected=houses:nonsense", "selection"],
    ["detail=houses", "detail"],
    ["tool=hammer", "tool"],
    ["theme=plaid", "theme"],
  ])("%s falls back by itself", (nonsense, field) => {
    const name = nonsense.slice(0, nonsense.indexOf("="));
    const others = SENSE.split("&").filter((parameter) => !parameter.startsWith(`${name}=`));
    const view = parseSearch(`?${[...others, nonsense].join("&")}`);
    expect(view).toEqual({ ...parseSearch(`?${others.join("&")}`), [field]: DEFAULT_VIEW[field] });
    expect(view.filters).toEqual({ houses: "people > 3" });
  });

  test("no address and no stored value makes the page fail", () => {
    const names = [
      "at",
      "on",
      "opacity",
      "filter.houses",
      "time",
      "heat",
      "origin",
      "rings",
      "area",
      "selected",
      "detail",
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.stringMatching(/^[\d.,:;a-z-]*$/))),
        (params) => {
          const view = parseSearch(`?${new URLSearchParams(params)}`);
          expect(parseSearch(formatView(view))).toEqual(view);
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(parseView(given)).toHaveProperty("layers");
      }),
    );
  });
});
