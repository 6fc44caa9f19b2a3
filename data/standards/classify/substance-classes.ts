import type { Confidence } from "../rule.ts";

/** What a substance is to the fire codes. `null`: depends on its grade or make-up, so it is asked and not guessed. */
export interface SubstanceClass {
  readonly names: readonly string[];
  readonly cas: string | null;
  readonly phase: "liquid" | "gas" | "liquefied-hydrocarbon" | "liquefied-gas" | "solid";
  /** Class of a factory that makes or uses it (GB 50016-2014(2018), 3.1.1). */
  readonly works: "a" | "b" | "c" | null;
  /** Class and items of a store that holds it (3.1.3). */
  readonly store: { readonly fireClass: "a" | "b" | "c"; readonly items: "34" | "1256" | "6" | "12345" | null } | null;
  /** Of the liquid as stored, t/m³. */
  readonly densityTPerM3: number | null;
  readonly confidence: Confidence;
}

/** The classes are those of the explanation of 3.1.1 and 3.1.3; densities are of the liquid at 20 °C, or as it is stored liquefied. */
export const SUBSTANCE_SOURCE = "GB 50016-2014(2018) 3.1.1, 3.1.3";

const A1 = { fireClass: "a", items: "1256" } as const;
const B = { fireClass: "b", items: "12345" } as const;

const liquid = (
  names: readonly string[],
  cas: string,
  works: "a" | "b" | "c",
  densityTPerM3: number,
): SubstanceClass => ({
  names,
  cas,
  phase: "liquid",
  works,
  store: works === "a" ? A1 : works === "b" ? B : { fireClass: "c", items: null },
  densityTPerM3,
  confidence: "memory",
});

const other = (
  names: readonly string[],
  cas: string | null,
  phase: SubstanceClass["phase"],
  works: SubstanceClass["works"],
  store: SubstanceClass["store"],
  densityTPerM3: number | null = null,
): SubstanceClass => ({ names, cas, phase, works, store, densityTPerM3, confidence: "memory" });

export const SUBSTANCE_CLASSES: readonly SubstanceClass[] = [
  liquid(["汽油"], "86290-81-5", "a", 0.74),
  liquid(["甲醇"], "67-56-1", "a", 0.79),
  liquid(["乙醇", "酒精"], "64-17-5", "a", 0.79),
  liquid(["丙酮"], "67-64-1", "a", 0.79),
  liquid(["苯"], "71-43-2", "a", 0.88),
  liquid(["甲苯"], "108-88-3", "a", 0.87),
  liquid(["乙酸乙酯"], "141-78-6", "a", 0.9),
  liquid(["正己烷", "己烷"], "110-54-3", "a", 0.66),
  liquid(["环己烷"], "110-82-7", "a", 0.78),
  liquid(["丙烯腈"], "107-13-1", "a", 0.81),
  liquid(["苯乙烯"], "100-42-5", "b", 0.91),
  liquid(["煤油"], "8008-20-6", "b", 0.8),
  liquid(["柴油"], "68334-30-5", "c", 0.84),
  other(["环氧乙烷"], "75-21-8", "liquefied-hydrocarbon", "a", A1, 0.87),
  other(["氯乙烯"], "75-01-4", "liquefied-hydrocarbon", "a", A1, 0.91),
  other(["1,3-丁二烯", "丁二烯"], "106-99-0", "liquefied-hydrocarbon", "a", A1, 0.62),
  other(["丙烷"], "74-98-6", "liquefied-hydrocarbon", "a", A1, 0.5),
  other(["丙烯"], "115-07-1", "liquefied-hydrocarbon", "a", A1, 0.51),
  other(["液化石油气", "LPG"], "68476-85-7", "liquefied-hydrocarbon", "a", A1, 0.55),
  other(["氢", "氢气"], "1333-74-0", "gas", "a", A1),
  other(["天然气", "甲烷"], "8006-14-2", "gas", "a", A1, 0.43),
  other(["乙炔"], "74-86-2", "gas", "a", A1),
  other(["煤气"], null, "gas", null, null),
  other(["氨", "液氨"], "7664-41-7", "liquefied-gas", "b", B, 0.61),
  other(["氯", "液氯", "氯气"], "7782-50-5", "liquefied-gas", "b", B, 1.41),
  other(["氧", "氧气", "液氧"], "7782-44-7", "liquefied-gas", "b", B, 1.14),
  other(["硝酸(>70%)", "发烟硝酸"], "7697-37-2", "liquid", "b", B, 1.41),
  other(["硫磺"], "7704-34-9", "solid", "b", B),
  other(["氯酸钠"], "7775-09-9", "solid", "a", A1),
  other(["氯酸钾"], "3811-04-9", "solid", "a", A1),
  other(["碳化钙(电石)", "碳化钙", "电石"], "75-20-7", "solid", "a", A1),
  other(["金属钠", "钠"], "7440-23-5", "solid", "a", { fireClass: "a", items: "34" }),
  other(["黄磷", "白磷"], "12185-10-3", "solid", "a", { fireClass: "a", items: "34" }),
  other(["硝化棉"], "9004-70-0", "solid", "a", { fireClass: "a", items: "34" }),
];

const byName = new Map(SUBSTANCE_CLASSES.flatMap((each) => each.names.map((name) => [name.toLowerCase(), each])));
const byCas = new Map(SUBSTANCE_CLASSES.flatMap((each) => (each.cas ? [[each.cas, each] as const] : [])));

/** By its CAS number, else by its name; `undefined` for a substance that the table does not hold. */
export const findSubstanceClass = (substance: {
  readonly name: string;
  readonly cas?: string | undefined;
}): SubstanceClass | undefined =>
  (substance.cas === undefined ? undefined : byCas.get(substance.cas)) ??
  byName.get(substance.name.trim().toLowerCase());
