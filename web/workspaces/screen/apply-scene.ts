import type { Scene } from "#data/wall/scene.ts";
import { homeExtent } from "../../state/home-extent.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import { DEFAULT_VIEW, parseView } from "../../state/view.ts";
import { useView } from "../../state/view-store.ts";

/** Makes the map show a scene. What the scene names and this version does not have is left out. */
export function applyScene(scene: Scene): void {
  const { language, theme, scene: named } = useView.getState();
  const heat = scene.heat && { ...scene.heat, opacity: 0.8, lowestBand: 1, counts: false };
  const view = parseView({
    ...DEFAULT_VIEW,
    layers: scene.layers.filter((id) => useLedgers.getState().layers.some(({ definition }) => definition.id === id)),
    filters: scene.filters,
    heat,
    camera: scene.camera,
    tool: scene.heat ? "heat" : null,
  });
  useView.setState({ ...view, language, theme, scene: named });
  if (scene.camera === null) showZone();
}

/** Around all the ledgers. */
export function showZone(): void {
  const { layers, zone } = useLedgers.getState();
  const extent = homeExtent(layers, zone?.center ?? null);
  const { map } = useSurface.getState();
  if (extent && map) map.fit(extent, EDGE_PX);
}

const EDGE_PX = 16;
