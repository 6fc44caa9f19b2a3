import type { Geometry } from "geojson";
import { useEffect, useMemo } from "react";
import { boundsOf } from "#data/geodesy/wkb.ts";
import type { ParcelResult } from "../../../api-batches.ts";
import type { AreaPicture } from "../../../map/picture.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useSurface } from "../../../state/surface.ts";
import { TONES } from "../verdict-mark.tsx";
import { parcelAt } from "./parcels.ts";

/** Parcels on the map in the colour of their verdicts; a click into one opens its row. */
export function useBatchPicture(
  rows: readonly ParcelResult[],
  opened: number | null,
  open: (place: number | null) => void,
): void {
  const areas = useMemo(
    () => rows.flatMap((row) => (row.geometry ? [areaOf(row, row.geometry, row.place === opened)] : [])),
    [rows, opened],
  );
  useEffect(() => useJudgedPicture.setState({ areas, lines: [] }), [areas]);
  useEffect(() => {
    useSurface.setState({ clicks: (_, at) => open(parcelAt(rows, at)?.place ?? null) });
  }, [rows, open]);
  useEffect(
    () => () => {
      clearJudgedPicture();
      useSurface.setState({ clicks: null });
    },
    [],
  );
}

const areaOf = ({ name, verdict }: ParcelResult, geometry: Geometry, isOpened: boolean): AreaPicture => ({
  geometry,
  tone: verdict ? TONES[verdict] : "plain",
  ...(isOpened ? { label: name } : { muted: true }),
});

/** Moves the map to parcels; nowhere when none of them has a boundary. */
export function goToParcels(rows: readonly ParcelResult[]): void {
  const boxes = rows.flatMap(({ geometry }) => (geometry ? [boundsOf(geometry)] : []));
  if (boxes.length === 0) return;
  const side = (at: number, pick: (...values: number[]) => number) =>
    boxes.reduce((found, box) => pick(found, box[at]!), boxes[0]![at]!);
  useSurface
    .getState()
    .map?.fit(
      [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)],
      boxes.length > 1 ? 48 : 160,
    );
}
