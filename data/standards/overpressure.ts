import type { ProtectionClass } from "./protection-class.ts";
import type { Confidence } from "./rule.ts";

/** The curve that is used here; others differ from it by up to a factor of 1.6, so results name it. */
export const OVERPRESSURE_FORMULA = {
  clause: "GB 6722-2014 13.3.2",
  confidence: "memory",
  source: "S49",
} as const satisfies { clause: string; confidence: Confidence; source: string };

export interface OverpressureThreshold {
  readonly id: string;
  readonly pascals: number;
  /** The classes it protects; empty for the thresholds of GB 6722. */
  readonly classes: readonly ProtectionClass[];
  readonly clause: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** Thresholds of the overpressure that people and places may be exposed to. */
export const OVERPRESSURE_THRESHOLDS: readonly OverpressureThreshold[] = [
  {
    id: "unprotected-people",
    pascals: 2_000,
    classes: [],
    clause: "GB 6722-2014 13.3.3",
    confidence: "verified",
    source: "S49",
  },
  {
    id: "sheltered-workers",
    pascals: 10_000,
    classes: [],
    clause: "GB 6722-2014 13.3.3",
    confidence: "verified",
    source: "S49",
  },
  {
    id: "high-important-general-1",
    pascals: 2_000,
    classes: ["high-sensitive", "important", "general-1"],
    clause: "GB/T 37243-2019 表1",
    confidence: "uncertain",
    source: "memory",
  },
  {
    id: "general-2",
    pascals: 5_000,
    classes: ["general-2"],
    clause: "GB/T 37243-2019 表1",
    confidence: "uncertain",
    source: "memory",
  },
  {
    id: "general-3",
    pascals: 9_000,
    classes: ["general-3"],
    clause: "GB/T 37243-2019 表1",
    confidence: "uncertain",
    source: "memory",
  },
];

/** Damage to buildings by the overpressure from which it is to be expected, pascals. @see GB 6722-2014, table 4, from memory */
export const BUILDING_DAMAGE = [
  { fromPascals: 76_000, damage: "destroyed" },
  { fromPascals: 55_000, damage: "severe" },
  { fromPascals: 40_000, damage: "fairly-severe" },
  { fromPascals: 25_000, damage: "medium" },
  { fromPascals: 9_000, damage: "light" },
  { fromPascals: 2_000, damage: "slight" },
  { fromPascals: 0, damage: "none" },
] as const;

/**
 * Peak overpressure of the air shock of a ground burst on flat ground: ΔP = 14 Q/R³ + 4.3 Q^(2/3)/R² + 1.1 Q^(1/3)/R, in 10⁵ Pa.
 *
 * @param tntKg - TNT equivalent, above 0.
 * @param distanceM - above 0.
 * @returns pascals.
 * @throws RangeError for a charge or a distance that is not above 0.
 * @see GB 6722-2014, 13.3.2
 */
export function overpressurePa(tntKg: number, distanceM: number): number {
  if (!(tntKg > 0) || !(distanceM > 0)) throw new RangeError(`no charge or distance: ${tntKg} kg, ${distanceM} m`);
  const scaled = Math.cbrt(tntKg) / distanceM;
  return 1e5 * (14 * scaled ** 3 + 4.3 * scaled ** 2 + 1.1 * scaled);
}

/**
 * The distance at which the overpressure has fallen to a threshold, by bisection to a tenth of a millimetre.
 *
 * @param pascals - threshold, above 0.
 * @returns metres.
 * @throws RangeError for a charge or a threshold that is not above 0.
 */
export function overpressureDistanceM(tntKg: number, pascals: number): number {
  if (!(pascals > 0)) throw new RangeError(`no threshold: ${pascals} Pa`);
  let [near, far] = [0, 1];
  while (overpressurePa(tntKg, far) > pascals) [near, far] = [far, far * 2];
  while (far - near > 1e-4) {
    const middle = (near + far) / 2;
    if (overpressurePa(tntKg, middle) > pascals) near = middle;
    else far = middle;
  }
  return far;
}
