import { useEffect } from "react";
import type { Scene } from "#data/wall/scene.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import type { FeatureRef } from "../../../map/picture.ts";
import { useJudgedPicture } from "../../../state/judged-picture.ts";
import { findLedger } from "../../../state/ledgers.ts";
import { rowsExtent } from "../../../state/rows-extent.ts";
import { useSurface } from "../../../state/surface.ts";
import { changeView } from "../../../state/view-store.ts";
import { applyScene, moveToScene } from "../apply-scene.ts";
import { extentBeside } from "./extent-beside.ts";
import { type OnMap, useListedOnMap } from "./listed-on-map.ts";

/** More marks than this hide what they stand around. */
const MOST_MARKED = 2_000;

/** Shows on the map what an open list is of, beside the list; with the list goes what it brought. Call it after the scene is applied. */
export function useListOnMap(scene: Scene, state: ScreenState, alarm: Parameters<typeof applyScene>[2]): void {
  const shown = useListedOnMap((listed) => listed.shown);
  const map = useSurface((surface) => surface.map);
  useEffect(() => {
    if (!shown) return;
    markListed(shown);
    return () => useJudgedPicture.setState({ marked: [] });
  }, [shown]);
  const key = shown?.key ?? null;
  const isOpen = shown !== null;
  // The scene puts its own layers on whenever it is applied anew: those of the list come back after it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: filters belong to the key
  useEffect(() => {
    if (!isOpen || !map) return;
    changeView(({ layers, filters }) => ({
      layers: [...Object.keys(shown.filters).filter((id) => !layers.includes(id)), ...layers],
      filters: { ...filters, ...shown.filters },
    }));
    const extent = extentOf(shown.marked);
    if (extent) map.fit(extentBeside(extent, shown.part), 0);
  }, [key, map, scene, state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of a list brings the scene back
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      applyScene(scene, state, alarm);
      moveToScene(scene, state, alarm);
    };
  }, [isOpen, scene.id]);
}

function markListed({ marked }: OnMap): void {
  useJudgedPicture.setState({ marked: marked.length > MOST_MARKED ? [] : marked });
}

function extentOf(marked: readonly FeatureRef[]) {
  const layers = [...new Set(marked.map(({ layer }) => layer))];
  return rowsExtent(
    layers.flatMap((id) => {
      const ledger = findLedger(id);
      const rows = marked.filter(({ layer }) => layer === id).map(({ row }) => row);
      return ledger ? [{ snapshot: ledger.snapshot, rows }] : [];
    }),
  );
}
