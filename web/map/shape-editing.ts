import type { Geometry } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";

type Editable = GeoJSONStoreFeatures["geometry"];

/** The drawing mode that a shape belongs to in terra-draw; `null` for shapes that it cannot hold. */
function modeOf(shape: Geometry): "polygon" | "linestring" | "point" | null {
  if (shape.type === "Point") return "point";
  if (shape.type === "LineString") return "linestring";
  return shape.type === "Polygon" && shape.coordinates.length === 1 ? "polygon" : null;
}

/** Adapters refuse positions with more decimals than they count with; nine are a tenth of a millimetre. */
const rounded = (shape: Editable): Editable =>
  JSON.parse(JSON.stringify(shape, (_, value) => (typeof value === "number" ? Number(value.toFixed(9)) : value)));

/**
 * Moving a shape and its corners by hand, by terra-draw, which exists only meanwhile.
 *
 * @returns what ends it; `null` for a shape that cannot be changed so.
 */
export function editShape(
  map: MapLibreMap,
  shape: Geometry,
  color: string,
  { onChange, onEnd }: { onChange(shape: Geometry, isDone: boolean): void; onEnd(): void },
): (() => void) | null {
  const mode = modeOf(shape);
  if (!mode) return null;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map }),
    modes: [
      new TerraDrawPolygonMode(),
      new TerraDrawLineStringMode(),
      new TerraDrawPointMode(),
      selectMode(color as `#${string}`),
    ],
  });
  draw.start();
  draw.setMode("select");
  const [added] = draw.addFeatures([
    { type: "Feature", geometry: rounded(shape as Editable), properties: { mode } } as GeoJSONStoreFeatures,
  ]);
  const id = added?.id;
  const tell = (isDone: boolean) => {
    const now = id === undefined ? undefined : draw.getSnapshotFeature(id)?.geometry;
    if (now) onChange(now, isDone);
  };
  if (id !== undefined) draw.selectFeature(id);
  draw.on("change", (ids, type) => type === "update" && id !== undefined && ids.includes(id) && tell(false));
  draw.on("finish", () => tell(true));
  const end = () => {
    window.removeEventListener("keydown", onKey, true);
    if (!draw.enabled) return;
    draw.stop();
    onEnd();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    end();
  };
  window.addEventListener("keydown", onKey, true);
  return end;
}

const corners = { midpoints: true, draggable: true, deletable: true };

const selectMode = (color: `#${string}`) =>
  new TerraDrawSelectMode({
    allowManualDeselection: false,
    // Wider, and a corner takes what was meant for the whole of a small shape.
    pointerDistance: 12,
    keyEvents: null,
    flags: {
      polygon: { feature: { draggable: true, coordinates: corners } },
      linestring: { feature: { draggable: true, coordinates: corners } },
      point: { feature: { draggable: true } },
    },
    styles: {
      selectedPolygonColor: color,
      selectedPolygonFillOpacity: 0.05,
      selectedPolygonOutlineColor: color,
      selectedPolygonOutlineWidth: 2,
      selectedLineStringColor: color,
      selectedPointColor: color,
      selectedPointOutlineColor: "#ffffff",
      selectionPointColor: "#ffffff",
      selectionPointOutlineColor: color,
      selectionPointOutlineWidth: 2,
      selectionPointWidth: 5,
      midPointColor: color,
      midPointOutlineColor: "#ffffff",
      midPointOutlineWidth: 1,
      midPointWidth: 3,
    },
  });
