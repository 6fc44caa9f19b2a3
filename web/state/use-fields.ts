import { STACK_MATERIALS, TARGET_KINDS } from "#data/standards/proposal.ts";

/** One question of the short form. `absent`: what an empty answer means; `"asked"`: it has to be answered. */
export type UseField = {
  readonly id: string;
  readonly absent: null | 0 | false | "asked";
} & (
  | { readonly type: "choice"; readonly options: readonly string[] }
  | { readonly type: "amount"; readonly unit: string; readonly most: number; readonly whole?: boolean }
  | { readonly type: "yes-no" }
);

const choice = (id: string, options: readonly string[], absent: UseField["absent"] = null): UseField => ({
  id,
  type: "choice",
  options,
  absent,
});
const amount = (id: string, unit: string, most: number, absent: UseField["absent"] = null): UseField => ({
  id,
  type: "amount",
  unit,
  most,
  absent,
});
const whole = (id: string, unit: string, most: number): UseField =>
  ({ ...amount(id, unit, most), whole: true }) as UseField;
const yesNo = (id: string, absent: UseField["absent"] = null): UseField => ({ id, type: "yes-no", absent });

const FIRE_CLASSES = ["a", "b", "c", "d", "e"];
const RATINGS = ["1", "2", "3", "4"];

/** What the tables ask of each kind of hazardous use, in the order of the form. */
export const HAZARD_FIELDS = {
  "filling-station": [
    amount("petrolM3", "m³", 1_000),
    amount("dieselM3", "m³", 1_000),
    yesNo("vapourRecovery"),
    amount("lpgM3", "m³", 1_000, 0),
    yesNo("lpgBuried"),
    yesNo("cng", false),
    amount("lngM3", "m³", 1_000, 0),
  ],
  store: [
    choice("fireClass", FIRE_CLASSES),
    choice("items", ["34", "1256", "6", "12345"]),
    amount("tonnes", "t", 10_000_000),
    choice("fireRating", RATINGS),
  ],
  plant: [choice("fireClass", FIRE_CLASSES), choice("fireRating", RATINGS), yesNo("petrochemical")],
  tanks: [
    choice("content", ["liquid-ab", "liquid-c", "liquefied-hydrocarbon"]),
    amount("volumeM3", "m³", 5_000_000),
    yesNo("petrochemical"),
  ],
  "gas-holder": [amount("volumeM3", "m³", 5_000_000)],
  "lpg-base": [amount("volumeM3", "m³", 1_000_000), amount("largestTankM3", "m³", 1_000_000)],
  "lpg-bottles": [amount("volumeM3", "m³", 1_000)],
  "oil-depot": [amount("capacityM3", "m³", 10_000_000), choice("group", ["1", "2", "3"])],
  stack: [choice("material", STACK_MATERIALS, "asked"), amount("tonnes", "t", 10_000_000)],
  flare: [],
  "hazmat-parking": [],
  explosives: [amount("tntKg", "kg", 10_000_000, "asked")],
  pipeline: [
    choice("medium", ["gas", "oil"], "asked"),
    amount("diameterMm", "mm", 5_000, "asked"),
    amount("pressureMPa", "MPa", 50, "asked"),
  ],
  other: [],
} as const satisfies Readonly<Record<string, readonly UseField[]>>;

export type HazardKind = keyof typeof HAZARD_FIELDS;
export type TargetKind = (typeof TARGET_KINDS)[number];
export type UseKind = HazardKind | TargetKind;

export const HAZARD_KINDS = Object.keys(HAZARD_FIELDS) as HazardKind[];
export const USE_KINDS: readonly UseKind[] = [...HAZARD_KINDS, ...TARGET_KINDS];

/** Asked of everything that is to be protected. */
const TARGET_FIELDS: readonly UseField[] = [
  whole("people", "", 1_000_000),
  whole("households", "", 1_000_000),
  whole("beds", "", 100_000),
  amount("floorAreaM2", "m²", 10_000_000),
  amount("heightM", "m", 1_000),
  whole("storeys", "", 200),
  choice("fireRating", RATINGS),
];

export const isHazardKind = (kind: UseKind): kind is HazardKind => kind in HAZARD_FIELDS;

export const fieldsOf = (kind: UseKind): readonly UseField[] =>
  isHazardKind(kind) ? HAZARD_FIELDS[kind] : TARGET_FIELDS;
