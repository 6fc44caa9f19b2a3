import { useEffect, useMemo } from "react";
import type { Conflict } from "../../../api.ts";
import type { AreaPicture, DistanceLine } from "../../../map/picture.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useSurface } from "../../../state/surface.ts";
import { featureKey } from "../../map/click-map.ts";
import { TONES } from "../verdict-mark.tsx";
import { conflictOf, pickConflict } from "./pick-conflict.ts";

/** Puts every listed conflict on the map as its shortest line, the open one stronger; a click on a line opens it. */
export function useBacklogPicture(
  conflicts: readonly Conflict[],
  opened: Conflict | null,
  open: (id: string | null) => void,
): void {
  const lines = useMemo(() => conflicts.map(lineOf), [conflicts]);
  const areas = useMemo(() => (opened ? areasOf(opened) : []), [opened]);
  useEffect(() => useJudgedPicture.setState({ areas, lines }), [areas, lines]);
  useEffect(() => {
    useSurface.setState({
      clicks: (feature, at) => {
        const key = feature && featureKey(feature.layer, feature.row);
        const { zoom } = useSurface.getState();
        const hit = (key && conflictOf(conflicts, key)) ?? pickConflict(conflicts, at, zoom);
        open(hit?.id ?? null);
      },
    });
  }, [conflicts, open]);
  useEffect(
    () => () => {
      clearJudgedPicture();
      useSurface.setState({ clicks: null });
    },
    [],
  );
}

const lineOf = ({ finding: { line, distanceM, verdict } }: Conflict): DistanceLine => ({
  from: line[0],
  to: line[1],
  distanceM,
  tone: TONES[verdict],
});

/** The line once more with a halo, and its ends: where outlines touch, the ends are all there is. */
function areasOf({ finding: { line, verdict } }: Conflict): AreaPicture[] {
  const tone = TONES[verdict];
  const ends = line.map(
    (at): AreaPicture => ({ geometry: { type: "Point", coordinates: [...at] }, tone, muted: true }),
  );
  return [{ geometry: { type: "LineString", coordinates: line.map((at) => [...at]) }, tone }, ...ends];
}
