import { extentAround } from "#data/wall/extent-around.ts";
import type { Scene } from "#data/wall/scene.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import type { Extent } from "../../state/home-extent.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import { DEFAULT_VIEW, parseView, type View } from "../../state/view.ts";
import { useView } from "../../state/view-store.ts";
import { zoneExtent } from "../../state/zone-extent.ts";
import type { Taker } from "./incident/standing-alarm.ts";

/** Around an alarm: what a fire brigade, an evacuation and a hazardous-goods cordon ask about first. Metres. */
export const INCIDENT_RADII_M = [100, 300, 500];

/** What is counted around an alarm. */
export const INCIDENT_LAYERS = [
  "protection-targets",
  "houses",
  "enterprises",
  "hazard-sources",
  "water-sources",
  "forces",
];

/** The outermost ring with something around it. */
const INCIDENT_REACH_M = 650;

/**
 * Left free around what has to be seen: half of what a count in a cell is wide. More would show the counts of several layers
 * whole at the edge of a flat wall, and make the zone so small that hazard sources become counts as well.
 */
export const EDGE_PX = 32;

/** Makes the map show a scene as a screen was told to show it. What this version does not have is left out. */
export function applyScene(scene: Scene, state: ScreenState, alarm: Taker | null): void {
  const { language, theme, screen, scene: named, edit } = useView.getState();
  const known = useLedgers.getState().layers.map(({ definition }) => definition.id);
  const layers = [...scene.layers, ...state.layers.on].filter(
    (id, place, all) => known.includes(id) && !state.layers.off.includes(id) && all.indexOf(id) === place,
  );
  const view = parseView({
    ...DEFAULT_VIEW,
    layers,
    filters: scene.filters,
    time: state.period,
    heat: scene.heat && { ...scene.heat, opacity: 0.8, lowestBand: 1, counts: "others" as const },
    ...incidentRings(alarm),
  });
  useView.setState({ ...view, language, theme, screen, scene: named, edit });
}

/** Moves the map to where a scene looks, as a screen was told to. */
export function moveToScene(scene: Scene, state: ScreenState, alarm: Taker | null): void {
  const { map } = useSurface.getState();
  const extent = state.extent ?? incidentExtent(alarm) ?? scene.extent ?? zoneExtent();
  if (map && extent) map.fit(extent, EDGE_PX);
}

function incidentExtent(alarm: Taker | null): Extent | null {
  return alarm?.position ? extentAround(alarm.position, 2 * INCIDENT_REACH_M) : null;
}

function incidentRings(alarm: Taker | null): Partial<View> {
  if (!alarm?.position) return {};
  const [lon, lat] = alarm.position;
  return {
    origin: { kind: "shape", shape: { type: "Point", coordinates: [lon, lat] } },
    radiiM: INCIDENT_RADII_M,
    ringLayers: INCIDENT_LAYERS,
  };
}
