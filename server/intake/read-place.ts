import type { Geometry } from "geojson";
import { toWkb } from "#data/geodesy/wkb.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { SourceRow } from "./formats/delivery.ts";
import { judgePlace } from "./judge-place.ts";
import { mendGeometry } from "./mend.ts";
import type { NoPlace } from "./place.ts";
import type { Reading, RowDraft, Say } from "./reading.ts";
import type { Plan } from "./row-plan.ts";

type Placed = Pick<RowDraft, "geometry" | "sourceGeometry" | "sourceDatum">;

/** The first way of saying a place that gives one; what failed before it is a notice then, and a refusal otherwise. */
export function readPlace(row: SourceRow, { datum, zone, layer }: Reading, plan: Plan, say: Say): Placed | null {
  const failed: NoPlace[] = [];
  for (const read of plan.places) {
    const place = read(row);
    if (!place) continue;
    const judged = "reason" in place ? place : judgePlace(place, datum, zone);
    if ("reason" in judged) {
      failed.push(judged);
      continue;
    }
    const geometry = mend(judged.geometry, layer, say);
    for (const { severity, reason, ...about } of judged.doubts) say(severity, reason, about);
    for (const { reason, ...about } of failed) say("notice", reason, { ...about, fix: null });
    if (!geometry) return null;
    return datum.same ? { geometry } : { geometry, sourceGeometry: toWkb(judged.delivered), sourceDatum: datum.id };
  }
  const staked = plan.byStake?.(row.fields);
  if (staked && "position" in staked) {
    for (const { reason, ...about } of failed) say("notice", reason, { ...about, fix: null });
    say("notice", "placed-by-stake", { value: staked.text });
    const geometry = mend({ type: "Point", coordinates: [...staked.position] }, layer, say);
    return geometry && { geometry };
  }
  // An empty shape says no more than none: a known feature keeps the one it has.
  for (const { reason, ...about } of failed) say(reason === "geometry-empty" ? "notice" : "refusal", reason, about);
  if (staked) {
    const { reason, text, column, detail } = staked;
    say(failed.length > 0 || reason === "stake-without-roads" ? "notice" : "suspicion", reason, {
      value: text,
      column,
      detail,
    });
  }
  return null;
}

/** @returns `null` for a shape that the layer cannot have or nobody can measure. */
function mend(geometry: Geometry, layer: LayerDefinition, say: Say): Geometry | null {
  const { type } = geometry;
  if (layer.geometry !== "Mixed" && type.replace("Multi", "") !== layer.geometry) {
    say("refusal", "geometry-type", { value: type, allowed: `${layer.geometry}, Multi${layer.geometry}` });
    return null;
  }
  if (type === "Point") return geometry;
  const whole = mendGeometry(geometry);
  if ("refused" in whole) {
    const at = whole.at?.map((degrees) => degrees.toFixed(7)).join(", ") ?? null;
    say("refusal", "geometry-invalid", { value: at, detail: whole.refused, allowed: whole.allowed });
    return null;
  }
  if (whole.mended !== null) say("notice", "geometry-mended", { detail: whole.mended });
  return whole.geometry;
}
