import type { LayerDefinition, WeightScheme } from "../layers/define.ts";
import { countCrashes } from "./count-crashes.ts";
import { type Crashes, SEVERITIES } from "./crashes.ts";
import type { CrashCounts } from "./site.ts";

/**
 * The score of some crashes under every named weight scheme of the layer: Σ over crashes by severity, or over persons.
 *
 * A crash whose severity is not known weighs 0 by severity, and persons not known weigh 0; {@link CrashCounts} says how many.
 *
 * @param layer - the layer `accidents`.
 * @param rows - of the accidents' snapshot, each once.
 * @returns a score under each scheme's id: never shown without the scheme's title.
 * @throws RangeError for a scheme by something that a crash does not have.
 */
export function scoresOf(
  layer: LayerDefinition,
  crashes: Crashes,
  rows: ArrayLike<number>,
): Readonly<Record<string, number>> {
  const counts = countCrashes(crashes, rows);
  return Object.fromEntries((layer.weights ?? []).map((scheme) => [scheme.id, scoreOf(scheme, counts)]));
}

function scoreOf(scheme: WeightScheme, counts: CrashCounts): number {
  if (scheme.by !== undefined) {
    if (scheme.by !== "severity") throw new RangeError(`weights ${scheme.id}: a crash has no ${scheme.by}`);
    return SEVERITIES.reduce((sum, severity) => sum + (scheme.byCode?.[severity] ?? 0) * counts[severity], 0);
  }
  return Object.entries(scheme.factors ?? {}).reduce(
    (sum, [id, factor]) => sum + factor * summed(scheme, id, counts),
    0,
  );
}

function summed(scheme: WeightScheme, id: string, counts: CrashCounts): number {
  if (id === "count") return counts.crashes;
  if (id === "deaths" || id === "injuries") return counts[id];
  throw new RangeError(`weights ${scheme.id}: a crash has no ${id}`);
}
