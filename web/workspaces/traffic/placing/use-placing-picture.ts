import { useEffect, useMemo } from "react";
import type { AreaPicture, DistanceLine } from "../../../map/picture.ts";
import { PLACING_WORDS, type PlacingWords } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useSurface } from "../../../state/surface.ts";
import { featureKey } from "../../map/click-map.ts";
import { pickPlace } from "../screening/pick-place.ts";
import { letterOf } from "./letters.ts";
import type { QueueRow } from "./queue-rows.ts";
import type { SettledChoice } from "./settled-choice.ts";
import { type Choice, changeDraft, useSettling } from "./settling.ts";
import { useSettledChoice } from "./use-settled-choice.ts";

/** More points would hide the map; the list has all. */
const MOST_DRAWN = 400;

type At = readonly [number, number];

/**
 * Puts the listed accidents on the map, and of the open one its recorded place, its candidates with their letters and the way to each. A
 * click on a candidate chooses it, one on an accident opens it.
 */
export function usePlacingPicture(
  rows: readonly QueueRow[],
  opened: QueueRow | null,
  open: (row: QueueRow | undefined) => void,
): void {
  const words = useWords(PLACING_WORDS);
  const choice = useSettling(({ drafts }) => (opened ? (drafts[opened.id]?.choice ?? null) : null));
  const settled = useSettledChoice(opened);
  const picture = useMemo(
    () => pictureOf(rows, opened, choice, settled, words),
    [rows, opened, choice, settled, words],
  );
  useEffect(() => useJudgedPicture.setState({ ...picture, hidesCounts: true }), [picture]);
  useEffect(() => {
    useSurface.setState({
      clicks: (feature, at) => {
        const { zoom } = useSurface.getState();
        const candidates = opened?.finding?.candidates ?? [];
        const hit =
          candidates[
            pickPlace(
              candidates.map((each) => point(each.position)),
              at,
              zoom,
            )
          ];
        if (hit && opened) {
          const { route, stakeM } = hit;
          changeDraft(opened.id, { choice: { kind: "candidate", route, stakeM }, finding: opened.finding });
          return;
        }
        const key = feature?.layer === "accidents" ? featureKey(feature.layer, feature.row) : null;
        open(
          rows.find(({ id }) => id === key?.id) ??
            rows[
              pickPlace(
                rows.map((row) => point(row.position)),
                at,
                zoom,
              )
            ],
        );
      },
    });
  }, [rows, opened, open]);
  useEffect(
    () => () => {
      clearJudgedPicture();
      useSurface.setState({ clicks: null });
    },
    [],
  );
}

const point = (at: At): { type: "Point"; coordinates: number[] } => ({ type: "Point", coordinates: [...at] });

function pictureOf(
  rows: readonly QueueRow[],
  opened: QueueRow | null,
  choice: Choice | null,
  settled: SettledChoice,
  words: PlacingWords,
): { areas: readonly AreaPicture[]; lines: readonly DistanceLine[] } {
  const areas: AreaPicture[] = rows
    .slice(0, MOST_DRAWN)
    .filter(({ id }) => id !== opened?.id)
    .map(({ position }) => ({ geometry: point(position), tone: "unsure", muted: true }));
  const lines: DistanceLine[] = [];
  if (!opened) return { areas, lines };
  const draw = (to: At, distanceM: number, label: string, isChosen: boolean) => {
    const tone = isChosen ? "good" : "unsure";
    lines.push({ from: opened.position, to, distanceM, tone });
    areas.push({ geometry: point(to), tone, label });
  };
  for (const [index, { route, stakeM, position, offsetM }] of (opened.finding?.candidates ?? []).entries()) {
    const isChosen = choice?.kind === "candidate" && choice.route === route && choice.stakeM === stakeM;
    draw(position, offsetM, letterOf(index), isChosen);
  }
  if (choice?.kind === "typed" && settled.kind === "ready" && settled.place)
    draw(settled.place.position, settled.place.offsetM, words.typedMark, true);
  areas.push({ geometry: point(opened.position), tone: "plain", label: words.recorded });
  return { areas, lines };
}
