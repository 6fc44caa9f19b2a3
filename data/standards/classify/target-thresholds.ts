import type { TargetDescription } from "../proposal.ts";
import type { Confidence } from "../rule.ts";

/** A number that decides the class of a target, with its clause. */
export interface Threshold {
  readonly value: number;
  readonly clause: string;
  readonly confidence: Confidence;
}

const at = (value: number, clause: string, confidence: Confidence = "memory"): Threshold => ({
  value,
  clause,
  confidence,
});

const ANNEX_B1 = "GB 50156-2021 B.0.1";
const ANNEX_B2 = "GB 50156-2021 B.0.2";
const ANNEX_B3 = "GB 50156-2021 B.0.3";

/** A settlement has as many persons or households; a smaller one is a civil building. GB 51142-2015, 5.2.8, note. */
export const SETTLEMENT_PEOPLE = at(1000, "GB 51142-2015 5.2.8", "verified");
export const SETTLEMENT_HOUSEHOLDS = at(300, "GB 51142-2015 5.2.8", "verified");

/** Higher dwellings, and higher other civil buildings or works of more than one storey, are high-rise (GB 50016, 2.1.1). */
export const HIGH_DWELLING_M = at(27, "GB 50016-2014(2018) 2.1.1", "verified");
export const HIGH_OTHER_M = at(24, "GB 50016-2014(2018) 2.1.1", "verified");
/** High-rise of class 1 from here (GB 50016, table 5.1.1). */
export const CLASS_1_DWELLING_M = at(54, "GB 50016-2014(2018) 表5.1.1", "verified");
export const CLASS_1_OTHER_M = at(50, "GB 50016-2014(2018) 表5.1.1", "verified");

/** Storeys are between these high, so that storeys alone leave a height open, metres. */
export const STOREY_M = { dwelling: [2.7, 3.3], other: [3, 5] } as const;

/** More users, beds or floor area than this: an important public building. */
export const IMPORTANT: Readonly<
  Partial<Record<TargetDescription["kind"], { by: "people" | "beds" | "area"; over: Threshold }>>
> = {
  school: { by: "people", over: at(500, ANNEX_B1, "verified") },
  kindergarten: { by: "people", over: at(200, ANNEX_B1, "verified") },
  // 150 beds and more: the beds are whole numbers.
  "elderly-care": { by: "beds", over: at(149, ANNEX_B1, "verified") },
  culture: { by: "people", over: at(1500, ANNEX_B1, "verified") },
  "sports-venue": { by: "people", over: at(1500, ANNEX_B1, "verified") },
  "transport-hub": { by: "people", over: at(1500, ANNEX_B1, "verified") },
  park: { by: "people", over: at(5000, ANNEX_B1, "verified") },
  mall: { by: "area", over: at(20_000, ANNEX_B1, "verified") },
  market: { by: "area", over: at(20_000, ANNEX_B1, "verified") },
};

/** More than this makes a protected object of class 1, or of class 2; class 3 is what remains. */
export const PROTECTED: Readonly<
  Partial<Record<TargetDescription["kind"], { by: "people" | "area"; over1: Threshold; over2: Threshold | null }>>
> = {
  // Halls with fewer users are of class 2.
  culture: { by: "people", over1: at(800, ANNEX_B2, "verified"), over2: at(-1, ANNEX_B3) },
  "sports-venue": { by: "people", over1: at(800, ANNEX_B2, "verified"), over2: at(-1, ANNEX_B3) },
  "transport-hub": { by: "people", over1: at(800, ANNEX_B2, "verified"), over2: at(-1, ANNEX_B3) },
  park: { by: "people", over1: at(2000, ANNEX_B2, "verified"), over2: null },
  mall: { by: "area", over1: at(6000, ANNEX_B2, "verified"), over2: at(3000, ANNEX_B3) },
  market: { by: "area", over1: at(6000, ANNEX_B2, "verified"), over2: at(3000, ANNEX_B3) },
  hotel: { by: "area", over1: at(6000, ANNEX_B2), over2: at(3000, ANNEX_B3) },
  office: { by: "area", over1: at(10_000, ANNEX_B2), over2: at(5000, ANNEX_B3) },
  dwelling: { by: "area", over1: at(10_000, ANNEX_B2), over2: at(5000, ANNEX_B3) },
  residential: { by: "area", over1: at(10_000, ANNEX_B2), over2: at(5000, ANNEX_B3) },
  village: { by: "area", over1: at(10_000, ANNEX_B2), over2: at(5000, ANNEX_B3) },
  "civil-building": { by: "area", over1: at(6000, ANNEX_B2), over2: at(3000, ANNEX_B3) },
  religious: { by: "area", over1: at(15_000, ANNEX_B2), over2: at(7500, ANNEX_B3) },
};
