import type { Geometry } from "geojson";
import { create } from "zustand";
import type { FeatureRef, MapEvents, ZoneMap } from "../map/picture.ts";

/** The map on the page and what the pointer does on it: neither the server's nor the address's. */
export interface Surface {
  readonly map: ZoneMap | null;
  /** `[west, south, east, north]` of what is seen, after the last move ended. */
  readonly bounds: readonly [number, number, number, number] | null;
  readonly zoom: number;
  /** The same object as long as it is the same feature. */
  readonly hovered: FeatureRef | null;
  /** Where the hovered feature was met, pixels from the map's corner. */
  readonly hoveredAt: { readonly x: number; readonly y: number };
  /** `[longitude, latitude]` under the pointer. */
  readonly pointer: readonly [number, number] | null;
  /** The drawing surface is lost and has not come back yet. */
  readonly lost: boolean;
  /** A place found by search. */
  readonly marker: readonly [number, number] | null;
  /** The outline of something found that belongs to the ground: a road, a building, a district. */
  readonly found: Geometry | null;
  /** What the measuring tool has drawn; shown while the tool is open. */
  readonly measured: Geometry | null;
  /** A shape that is being drawn or measured; `null`: nobody draws. */
  readonly drawing: "rings" | "selection" | "measure" | "edit" | "planning" | null;
  /** Who takes clicks on the map in place of the overview's tools. */
  readonly clicks: MapEvents["onClick"] | null;
}

export const useSurface = create<Surface>(() => ({
  map: null,
  bounds: null,
  zoom: 0,
  hovered: null,
  hoveredAt: { x: 0, y: 0 },
  pointer: null,
  lost: false,
  marker: null,
  found: null,
  measured: null,
  drawing: null,
  clicks: null,
}));

/** Says what the pointer is on. While it moves over one feature, nothing but the place changes. */
export function hover(feature: FeatureRef | null, hoveredAt: Surface["hoveredAt"]): void {
  const { hovered } = useSurface.getState();
  const same = hovered && feature && hovered.layer === feature.layer && hovered.row === feature.row;
  useSurface.setState(same ? { hoveredAt } : { hovered: feature, hoveredAt });
}

/** Takes the found place off the map. @returns whether there was one. */
export function forgetFound(): boolean {
  const { marker, found } = useSurface.getState();
  if (!marker && !found) return false;
  useSurface.setState({ marker: null, found: null });
  return true;
}
