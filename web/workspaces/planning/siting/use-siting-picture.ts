import { useEffect, useMemo } from "react";
import { decodeRuns } from "#data/analyses/shade-runs.ts";
import type { SitingShade } from "#data/analyses/siting.ts";
import { SITING_SHADES } from "#data/analyses/siting.ts";
import type { AreaPicture, ShadePicture, Tone } from "../../../map/picture.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useSurface } from "../../../state/surface.ts";
import { TONES } from "../verdict-mark.tsx";
import { bindingFindings } from "./binding-findings.ts";
import { footprintAt } from "./footprint.ts";
import { usePlace, useSiting, useSitingQuestion } from "./siting-state.ts";

export const SHADE_TONES: Readonly<Record<SitingShade, Tone | null>> = {
  allowed: "good",
  unverified: "plain",
  doubtful: "unsure",
  forbidden: "bad",
  outside: null,
};

const MOST_LINES = 12;

/** Puts the raster on the map, and where a person clicked the place with the distances that decide there. */
export function useSitingPicture(): void {
  const summary = useSiting(({ answer }) => answer?.summary ?? null);
  const { opacity, place, footprintRadiusM } = useSitingQuestion();
  const found = usePlace(({ answer }) => answer);
  const raster = useMemo(() => {
    if (!summary) return null;
    const { columns, rows } = summary.frame;
    const cells = decodeRuns(summary.runs, columns * rows);
    return { columns, rows, cells, corners: summary.corners, tones: SITING_SHADES.map((shade) => SHADE_TONES[shade]) };
  }, [summary]);
  const shades = useMemo((): ShadePicture | null => raster && { ...raster, opacity }, [raster, opacity]);
  const areas = useMemo(
    (): AreaPicture[] =>
      place
        ? [
            {
              geometry: footprintAt(place, footprintRadiusM) as AreaPicture["geometry"],
              tone: found ? TONES[found.summary.verdict] : "plain",
            },
          ]
        : [],
    [place, footprintRadiusM, found],
  );
  const lines = useMemo(
    () =>
      (place && found ? bindingFindings(found.findings) : [])
        .slice(0, MOST_LINES)
        .filter(({ distanceM }) => distanceM > 0)
        .map(({ line: [from, to], distanceM, verdict }) => ({ from, to, distanceM, tone: TONES[verdict] })),
    [place, found],
  );
  useEffect(() => useJudgedPicture.setState({ shades, areas, lines }), [shades, areas, lines]);
  useEffect(() => {
    useSitingQuestion.setState({ isOpen: true });
    useSurface.setState({ clicks: (_, at) => useSitingQuestion.setState({ place: [at[0], at[1]] }) });
    return () => {
      useSitingQuestion.setState({ isOpen: false });
      useSurface.setState({ clicks: null });
      clearJudgedPicture();
    };
  }, []);
}
