import type { RoadNetworkFinding } from "#data/analyses/road-network-results.ts";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { useSurface } from "../../../state/surface.ts";

/** So that what lies around a short gap is seen too. */
const PADDING_PX = 110;

/** Moves the map to the sections of an issue. */
export const goToIssue = ({ geometry }: RoadNetworkFinding): void =>
  useSurface.getState().map?.fit(boundsOf(geometry), PADDING_PX);
