import { boundsOf } from "#data/geodesy/wkb.ts";
import { rowGeometry } from "#data/snapshot/to-geojson.ts";
import { goToFeature, goToPlace, openFeature } from "../../state/go-to-feature.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import type { FeatureHit, PlaceHit } from "./find-groups.ts";

/** A place by its coordinates or its stake: near enough to see the houses. */
const PLACE_ZOOM = 16;

export function choosePlace({ position }: PlaceHit): void {
  useSurface.setState({ marker: position, found: null });
  goToPlace(position, PLACE_ZOOM);
}

/** Opens the feature and moves there; a road is shown along all its sections. */
export function chooseFeature(ledger: Ledger, { row, rows, isHidden }: FeatureHit): void {
  openFeature(ledger, row, isHidden);
  if (rows.length === 1) {
    goToFeature(ledger, row);
    return;
  }
  const geometries = rows.map((each) => rowGeometry(ledger.snapshot, each));
  useSurface.setState({ found: { type: "GeometryCollection", geometries } });
  const boxes = geometries.map(boundsOf);
  const edge = (i: number, most: (...values: number[]) => number) => most(...boxes.map((box) => box[i]!));
  useSurface.getState().map?.fit([edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)], 48);
}
