import type { ComponentType } from "react";
import { RoadDensityOverlay, SpotOverlay } from "./traffic/crash-overlays.tsx";

/** What draws on the map of a scene, by its id; nothing of it is on the page. */
export const DRAWN_OVERLAYS: Readonly<Record<string, ComponentType>> = {
  "road-density": RoadDensityOverlay,
  "black-spots": SpotOverlay,
};
