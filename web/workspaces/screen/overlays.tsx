import type { ComponentType } from "react";
import { RoadDensityOverlay, SpotOverlay } from "./traffic/crash-overlays.tsx";
import { WaterGapOverlay } from "./water/gap-overlay.tsx";

/** What draws on the map of a scene, by its id; nothing of it is on the page. */
export const DRAWN_OVERLAYS: Readonly<Record<string, ComponentType>> = {
  "road-density": RoadDensityOverlay,
  "black-spots": SpotOverlay,
  "water-gaps": WaterGapOverlay,
};
