import { useEffect, useMemo } from "react";
import type { CarrierFinding } from "#data/analyses/carrier-risk-results.ts";
import type { AreaPicture, FeatureRef, Tone } from "../../../map/picture.ts";
import { findRow } from "../../../state/features.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { findLedger, useLedgers } from "../../../state/ledgers.ts";
import { rowsExtent } from "../../../state/rows-extent.ts";
import { useSurface } from "../../../state/surface.ts";
import { changeView } from "../../../state/view-store.ts";
import { featureKey } from "../../map/click-map.ts";
import { groupOf } from "./carrier-text.ts";

const TONES: Readonly<Record<ReturnType<typeof groupOf>, Tone>> = {
  high: "bad",
  medium: "unsure",
  unrated: "plain",
  low: "good",
};

/** Around the accidents, so that the outermost are not at the edge. */
const PADDING_PX = 80;

/** One accident alone is shown with the roads around it. */
const NEAR_ZOOM = 14;

/** Puts the open carrier and its accidents on the map; a click on a feature of the map opens it. */
export function useCarrierPicture(opened: CarrierFinding | null): void {
  const ledgers = useLedgers((state) => state.layers);
  const areas = useMemo((): AreaPicture[] => {
    if (!opened?.position) return [];
    const { name, position } = opened;
    return [
      {
        geometry: { type: "Point", coordinates: [...position] },
        tone: TONES[groupOf(opened)],
        ...(name !== null && { label: name }),
      },
    ];
  }, [opened]);
  const marked = useMemo(
    () =>
      (opened?.accidentIds ?? []).flatMap((id): FeatureRef[] => {
        const row = findRow(ledgers, { layer: "accidents", id });
        return row === null ? [] : [{ layer: "accidents", row }];
      }),
    [opened, ledgers],
  );
  useEffect(() => useJudgedPicture.setState({ areas, marked, hidesCounts: opened !== null }), [areas, marked, opened]);
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

/** Moves the map so that all these accidents are seen. */
export function showAccidents(ids: readonly string[]): void {
  const { layers } = useLedgers.getState();
  const snapshot = findLedger("accidents")?.snapshot;
  if (!snapshot) return;
  const rows = ids.flatMap((id) => findRow(layers, { layer: "accidents", id }) ?? []);
  const extent = rowsExtent([{ snapshot, rows }]);
  if (!extent) return;
  const [west, south, east, north] = extent;
  if (west === east && south === north) goToPlace([west, south], NEAR_ZOOM);
  else useSurface.getState().map?.fit(extent, PADDING_PX);
}
