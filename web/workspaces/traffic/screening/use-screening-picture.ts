import { useMemo } from "react";
import type { DensityPiece, RankedSite } from "#data/analyses/crash-cluster-results.ts";
import type { AreaPicture, RoadBandPicture } from "../../../map/picture.ts";
import { SCREENING_WORDS, type ScreeningWords } from "../../../messages/traffic-screening.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTraffic, useRoadDensity } from "../../../state/traffic.ts";
import { accidentsOf, type FoundRow, placeOf } from "./found-rows.ts";
import { roadBandsOf } from "./road-bands.ts";
import { type DrawnPlace, usePlacePicture } from "./use-place-picture.ts";

/** More names than these would hide the map; the list has all. */
const MOST_DRAWN = 400;
const MOST_RANKED = 50;
const MOST_RANKS_WRITTEN = 20;

const NO_PIECES: readonly DensityPiece[] = [];
const NO_ACCIDENTS: readonly string[] = [];

/** What rule and statistics find: the rule's in full lines with its number, the statistics' dashed with theirs. */
export function useFoundPicture(rows: readonly FoundRow[], opened: FoundRow | null): void {
  const words = useWords(SCREENING_WORDS);
  const places = useMemo(
    () =>
      rows.slice(0, MOST_DRAWN).map(
        (row): DrawnPlace => ({
          areas: areasOf(row, words),
          accidentIds: accidentsOf(row),
          open: () => changeTraffic({ site: placeOf(row).site }),
        }),
      ),
    [rows, words],
  );
  const accidents = useMemo(() => (opened ? accidentsOf(opened) : NO_ACCIDENTS), [opened]);
  usePlacePicture(places, accidents, useRoadBands());
}

/** The first of the ranking, with their ranks. */
export function useRankingPicture(sites: readonly RankedSite[], opened: RankedSite | null): void {
  const places = useMemo(
    () =>
      sites.slice(0, MOST_RANKED).map(
        ({ place, accidentIds }, index): DrawnPlace => ({
          areas: [
            {
              geometry: place.geometry,
              tone: "unsure",
              ...(index < MOST_RANKS_WRITTEN && { label: String(index + 1) }),
            },
          ],
          accidentIds,
          open: () => changeTraffic({ site: place.site }),
        }),
      ),
    [sites],
  );
  usePlacePicture(places, opened?.accidentIds ?? NO_ACCIDENTS, useRoadBands());
}

function useRoadBands(): readonly RoadBandPicture[] {
  const pieces = useRoadDensity(({ answer }) => answer?.findings ?? NO_PIECES);
  return useMemo(() => roadBandsOf(pieces), [pieces]);
}

/** One name for both at the same place: two would lie upon each other. */
function areasOf({ rule, clusters }: FoundRow, words: ScreeningWords): AreaPicture[] {
  const ranks = clusters.map(({ rank }) => words.rankStatistics(String(rank)));
  const dashed = clusters.map(
    ({ finding }, index): AreaPicture => ({
      geometry: finding.place.geometry,
      tone: "plain",
      muted: true,
      ...(!rule && { label: ranks[index]! }),
    }),
  );
  if (!rule) return dashed;
  const label = [words.rankRule(String(rule.rank)), ...ranks].join(" ");
  return [{ geometry: rule.finding.place.geometry, tone: "bad", label }, ...dashed];
}
