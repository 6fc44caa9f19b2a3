import { type Crashes, UNKNOWN_SEVERITY } from "./crashes.ts";
import type { CrashCounts } from "./site.ts";

/**
 * Crashes by severity and persons by harm, each in a column of its own.
 *
 * @param rows - of the accidents' snapshot, each once.
 */
export function countCrashes(crashes: Crashes, rows: ArrayLike<number>): CrashCounts {
  const bySeverity = [0, 0, 0];
  let [unknownSeverity, deaths, injuries, deathsUnknown, injuriesUnknown] = [0, 0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const severity = crashes.severity[row]!;
    if (severity === UNKNOWN_SEVERITY) unknownSeverity++;
    else bySeverity[severity]!++;
    const [dead, hurt] = [crashes.deaths[row]!, crashes.injuries[row]!];
    if (Number.isNaN(dead)) deathsUnknown++;
    else deaths += dead;
    if (Number.isNaN(hurt)) injuriesUnknown++;
    else injuries += hurt;
  }
  const [fatal, injury, damage] = bySeverity as [number, number, number];
  return {
    crashes: rows.length,
    fatal,
    injury,
    damage,
    unknownSeverity,
    deaths,
    injuries,
    deathsUnknown,
    injuriesUnknown,
  };
}
