import type { MultiPolygon } from "geojson";
import type { FileArea } from "./read-areas.ts";

export const RISK_UNITS = ["perYear", "perMillionYears", "exponent"] as const;
export type RiskUnit = (typeof RISK_UNITS)[number];

/** Columns that hold a number in every area, under the name that the file gives them. */
export function numberColumns(areas: readonly FileArea[]): string[] {
  const names = new Set(areas.flatMap(({ properties }) => Object.keys(properties)));
  return [...names].filter((name) => areas.every(({ properties }) => readNumber(properties[name]) !== null));
}

/** A number as reports write it: `3E-6`, `3×10^-6`, `10⁻⁶`, `1e-05/a`; `null` for anything else. */
export function readNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const text = value
    .normalize("NFKC")
    .replaceAll("−", "-")
    .replace(/\s|\/(a|年|yr|year)$/gi, "")
    .replace(/[×x*]10\^?\(?([+-]?\d+)\)?$/i, "e$1")
    // A bare power; without a sign or caret it is the number ten and more.
    .replace(/^10(?:\^\(?([+-]?\d+)\)?|(-\d+))$/, "1e$1$2");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

/** The unit that fits the numbers: powers of ten are below 0, and a frequency per year is far below 1. */
export function guessUnit(values: readonly number[]): RiskUnit {
  if (values.some((value) => value < 0)) return "exponent";
  return values.some((value) => value > 0.01) ? "perMillionYears" : "perYear";
}

export interface RiskContour {
  readonly geometry: MultiPolygon;
  readonly riskPerYear: number;
}

/** One contour per value, its parts together, and what is no frequency. */
export function contoursOf(
  areas: readonly FileArea[],
  column: string,
  unit: RiskUnit,
): { readonly contours: readonly RiskContour[]; readonly unreadable: readonly string[] } {
  const byRisk = new Map<number, MultiPolygon["coordinates"]>();
  const unreadable = new Set<string>();
  for (const { geometry, properties } of areas) {
    const value = readNumber(properties[column]);
    const riskPerYear = value === null ? Number.NaN : toPerYear(value, unit);
    if (!(riskPerYear > 0 && riskPerYear <= 1)) {
      unreadable.add(String(properties[column]));
      continue;
    }
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    byRisk.set(riskPerYear, [...(byRisk.get(riskPerYear) ?? []), ...parts]);
  }
  const contours = [...byRisk]
    .sort(([a], [b]) => a - b)
    .map(([riskPerYear, coordinates]) => ({ riskPerYear, geometry: { type: "MultiPolygon" as const, coordinates } }));
  return { contours, unreadable: [...unreadable] };
}

function toPerYear(value: number, unit: RiskUnit): number {
  // Twelve digits: 3 millionths must be the same as 3E-6.
  const perYear = unit === "perYear" ? value : unit === "perMillionYears" ? value / 1e6 : 10 ** value;
  return Number(perYear.toPrecision(12));
}

/** `3E-6`, as reports write it. */
export const riskText = (perYear: number): string => {
  if (perYear === 0) return "0";
  const [mantissa, exponent] = perYear.toExponential(2).split("e");
  return `${Number(mantissa)}E${Number(exponent)}`;
};
