import { useEffect, useMemo } from "react";
import type { AreaPicture, FeatureRef, RoadBandPicture } from "../../../map/picture.ts";
import { findRow } from "../../../state/features.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useSurface } from "../../../state/surface.ts";
import { featureKey } from "../../map/click-map.ts";
import { pickPlace } from "./pick-place.ts";

/** A listed place as the map has it: how it is drawn, and which accidents are its. */
export interface DrawnPlace {
  readonly areas: readonly AreaPicture[];
  readonly accidentIds: readonly string[];
  readonly open: () => void;
}

const NO_ROADS: readonly RoadBandPicture[] = [];

/**
 * Puts listed places on the map and marks the accidents of the open one; a click on a place, or on an accident of one, opens it.
 *
 * @param places - the first lies on top.
 */
export function usePlacePicture(
  places: readonly DrawnPlace[],
  openAccidents: readonly string[],
  roadBands: readonly RoadBandPicture[] = NO_ROADS,
): void {
  const ledgers = useLedgers((state) => state.layers);
  const areas = useMemo(() => [...places].reverse().flatMap((place) => place.areas), [places]);
  const marked = useMemo(
    () =>
      openAccidents.flatMap((id): FeatureRef[] => {
        const row = findRow(ledgers, { layer: "accidents", id });
        return row === null ? [] : [{ layer: "accidents", row }];
      }),
    [openAccidents, ledgers],
  );
  useEffect(
    () => useJudgedPicture.setState({ areas, marked, roadBands, hidesCounts: true }),
    [areas, marked, roadBands],
  );
  useEffect(() => {
    useSurface.setState({
      clicks: (feature, at) => {
        const key = feature?.layer === "accidents" ? featureKey(feature.layer, feature.row) : null;
        const own = key && places.find(({ accidentIds }) => accidentIds.includes(key.id));
        (own ?? placeAt(places, at))?.open();
      },
    });
  }, [places]);
  useEffect(
    () => () => {
      clearJudgedPicture();
      useSurface.setState({ clicks: null });
    },
    [],
  );
}

function placeAt(places: readonly DrawnPlace[], at: readonly [number, number]): DrawnPlace | undefined {
  const drawn = places.flatMap((place) => place.areas.map(({ geometry }) => ({ place, geometry })));
  const hit = pickPlace(
    drawn.map(({ geometry }) => geometry),
    at,
    useSurface.getState().zoom,
  );
  return drawn[hit]?.place;
}
