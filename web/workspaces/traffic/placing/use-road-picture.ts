import { useEffect, useMemo } from "react";
import type { RoadNetworkFinding } from "#data/analyses/road-network-results.ts";
import type { AreaPicture } from "../../../map/picture.ts";
import { ROAD_REPORT_WORDS } from "../../../messages/traffic-placing-roads.ts";
import { useWords } from "../../../messages/words.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useSurface } from "../../../state/surface.ts";
import { pickPlace } from "../screening/pick-place.ts";
import { ISSUE_WEIGHTS } from "./road-issues.ts";

/** More lines would hide the map; the list has all. */
const MOST_DRAWN = 400;

/** Draws the sections of listed issues, and straight across where a gap is; the open one carries its name. A click on one opens it. */
export function useRoadPicture(
  issues: readonly RoadNetworkFinding[],
  opened: RoadNetworkFinding | null,
  open: (issue: RoadNetworkFinding | undefined) => void,
): void {
  const words = useWords(ROAD_REPORT_WORDS);
  const drawn = useMemo(() => issues.slice(0, MOST_DRAWN), [issues]);
  const areas = useMemo(() => {
    const draw = (issue: RoadNetworkFinding): AreaPicture => ({
      geometry: issue.geometry,
      tone: ISSUE_WEIGHTS[issue.kind],
      ...(issue === opened ? { label: `${issue.route.label} ${words.kinds[issue.kind]}` } : { muted: opened !== null }),
    });
    // What matters most, and above all the open one, lies on top.
    const others = drawn.filter((issue) => issue !== opened).reverse();
    return [...others, ...(opened ? [opened] : [])].map(draw);
  }, [drawn, opened, words]);
  useEffect(() => useJudgedPicture.setState({ areas, lines: [], hidesCounts: true }), [areas]);
  useEffect(() => {
    useSurface.setState({
      clicks: (_, at) => {
        const { zoom } = useSurface.getState();
        open(
          drawn[
            pickPlace(
              drawn.map(({ geometry }) => geometry),
              at,
              zoom,
            )
          ],
        );
      },
    });
  }, [drawn, open]);
  useEffect(
    () => () => {
      clearJudgedPicture();
      useSurface.setState({ clicks: null, found: null, marker: null });
    },
    [],
  );
}
