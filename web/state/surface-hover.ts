import type { FeatureRef } from "../map/picture.ts";
import { useSurface } from "./surface.ts";

/** Rings a feature on the map that a list names. */
export const hoverFromList = (feature: FeatureRef | null): void => useSurface.setState({ hovered: feature });
