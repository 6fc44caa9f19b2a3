import type { Geometry } from "geojson";
import { useMemo } from "react";
import type { DistanceLine } from "../map/picture.ts";
import { geometryOf, useShownSession } from "./editing.ts";
import { middleOf, moveDistanceM } from "./move-distance.ts";

/** Where a feature is being moved to, as the map shows it. */
export interface EditedPlace {
  readonly marker: readonly [number, number] | null;
  readonly sketch: Geometry | null;
  /** From the old place to the new one. */
  readonly line: DistanceLine | null;
}

const NOWHERE: EditedPlace = { marker: null, sketch: null, line: null };

export function useEditedPlace(): EditedPlace {
  const session = useShownSession();
  const geometry = session?.geometry ?? null;
  const base = session?.base ?? null;
  return useMemo(() => {
    if (!geometry) return NOWHERE;
    const isPoint = geometry.type === "Point";
    const before = base && geometryOf(base);
    const line = before && {
      from: middleOf(before),
      to: middleOf(geometry),
      distanceM: moveDistanceM(before, geometry),
    };
    return {
      marker: isPoint ? middleOf(geometry) : null,
      sketch: isPoint ? null : geometry,
      line: isPoint && before?.type === "Point" ? line : null,
    };
  }, [geometry, base]);
}
