import { useEffect, useMemo } from "react";
import type { FeatureRef } from "../../../map/picture.ts";
import { findRow } from "../../../state/features.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useSurface } from "../../../state/surface.ts";
import { changeView } from "../../../state/view-store.ts";
import { featureKey } from "../../map/click-map.ts";

/** Marks accidents on the map; a click on a feature of the map opens it. */
export function useAccidentMarks(ids: readonly string[]): void {
  const ledgers = useLedgers((state) => state.layers);
  const marked = useMemo(
    () =>
      ids.flatMap((id): FeatureRef[] => {
        const row = findRow(ledgers, { layer: "accidents", id });
        return row === null ? [] : [{ layer: "accidents", row }];
      }),
    [ids, ledgers],
  );
  // Where some hours are looked at, the counts of all hours would hide them.
  useEffect(() => useJudgedPicture.setState({ marked, hidesCounts: marked.length > 0 }), [marked]);
  useEffect(() => {
    useSurface.setState({
      clicks: (feature) => {
        const key = feature && featureKey(feature.layer, feature.row);
        if (key) changeView({ detail: key, tool: "detail" });
      },
    });
    return () => {
      clearJudgedPicture();
      useSurface.setState({ clicks: null });
    };
  }, []);
}
