import type { Scene } from "#data/wall/scene.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import type { AlarmView } from "../../api-wall.ts";
import { homeExtent } from "../../state/home-extent.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import { DEFAULT_VIEW, parseView, type View } from "../../state/view.ts";
import { useView } from "../../state/view-store.ts";

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

const INCIDENT_ZOOM = 14.5;
const EDGE_PX = 16;

/** Makes the map show a scene as a screen was told to show it. What this version does not have is left out. */
export function applyScene(scene: Scene, state: ScreenState, alarm: AlarmView | null): void {
  const { language, theme, screen, scene: named } = useView.getState();
  const known = useLedgers.getState().layers.map(({ definition }) => definition.id);
  const layers = [...scene.layers, ...state.layers.on].filter(
    (id, place, all) => known.includes(id) && !state.layers.off.includes(id) && all.indexOf(id) === place,
  );
  const camera = state.camera ?? incidentCamera(alarm) ?? scene.camera;
  const view = parseView({
    ...DEFAULT_VIEW,
    layers,
    filters: scene.filters,
    time: state.period,
    heat: scene.heat && { ...scene.heat, opacity: 0.8, lowestBand: 1, counts: false },
    camera,
    ...incidentRings(alarm),
  });
  useView.setState({ ...view, language, theme, screen, scene: named });
  if (camera === null) showZone();
}

function incidentCamera(alarm: AlarmView | null): View["camera"] {
  if (!alarm?.position) return null;
  const [lon, lat] = alarm.position;
  return { lon, lat, zoom: INCIDENT_ZOOM };
}

function incidentRings(alarm: AlarmView | null): Partial<View> {
  if (!alarm?.position) return {};
  const [lon, lat] = alarm.position;
  return {
    origin: { kind: "shape", shape: { type: "Point", coordinates: [lon, lat] } },
    radiiM: INCIDENT_RADII_M,
    ringLayers: INCIDENT_LAYERS,
  };
}

/** Around all the ledgers. */
function showZone(): void {
  const { layers, zone } = useLedgers.getState();
  const extent = homeExtent(layers, zone?.center ?? null);
  const { map } = useSurface.getState();
  if (extent && map) map.fit(extent, EDGE_PX);
}
