import type { Geometry } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import type { DrawMode } from "./picture.ts";

export interface Drawing {
  /** Resolves with the shape, or `null` when cancelled. A second call cancels the first. */
  draw(mode: DrawMode, color: string): Promise<Geometry | null>;
  onSketch(listener: ((unfinished: Geometry) => void) | null): void;
  cancel(): void;
  readonly active: boolean;
}

const MODE_NAMES: Readonly<Record<DrawMode, string>> = {
  point: "point",
  line: "linestring",
  polygon: "polygon",
  box: "rectangle",
};

/** Drawing by terra-draw, which exists only while someone draws: it listens to every pointer move. */
export function createDrawing(map: MapLibreMap): Drawing {
  let current: { draw: TerraDraw; resolve(shape: Geometry | null): void } | null = null;
  let listener: ((unfinished: Geometry) => void) | null = null;

  const finish = (shape: Geometry | null) => {
    if (!current) return;
    const { draw, resolve } = current;
    current = null;
    window.removeEventListener("keydown", onKey, true);
    draw.stop();
    resolve(shape);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    finish(null);
  };

  return {
    draw(mode, color) {
      finish(null);
      const draw = new TerraDraw({
        adapter: new TerraDrawMapLibreGLAdapter({ map }),
        modes: [modeOf(mode, color as `#${string}`)],
      });
      return new Promise((resolve) => {
        current = { draw, resolve };
        draw.start();
        draw.setMode(MODE_NAMES[mode]);
        draw.on("change", (ids) => {
          const shape = draw
            .getSnapshot()
            .find(
              (each) =>
                each.id !== undefined &&
                ids.includes(each.id) &&
                each.properties.mode === MODE_NAMES[mode] &&
                isMainShape(each.geometry, mode),
            );
          if (shape && listener) listener(shape.geometry);
        });
        draw.on("finish", (id) => {
          const shape = draw.getSnapshotFeature(id);
          // Terra-draw is still in its own event: taking it down here would pull the store from under it.
          queueMicrotask(() => finish(shape?.geometry ?? null));
        });
        window.addEventListener("keydown", onKey, true);
        map.getCanvas().focus({ preventScroll: true });
      });
    },
    onSketch(next) {
      listener = next;
    },
    cancel: () => finish(null),
    get active() {
      return current !== null;
    },
  };
}

/** Terra-draw keeps closing points in the same store. */
const isMainShape = (geometry: Geometry, mode: DrawMode) =>
  mode === "point" ? geometry.type === "Point" : geometry.type === (mode === "line" ? "LineString" : "Polygon");

function modeOf(mode: DrawMode, color: `#${string}`) {
  const area = { fillColor: color, fillOpacity: 0.14, outlineColor: color, outlineWidth: 2.4 };
  const points = {
    closingPointColor: "#ffffff" as const,
    closingPointWidth: 5,
    closingPointOutlineColor: color,
    closingPointOutlineWidth: 2,
  };
  switch (mode) {
    case "point":
      return new TerraDrawPointMode({
        styles: { pointColor: color, pointWidth: 6, pointOutlineColor: "#ffffff", pointOutlineWidth: 2 },
      });
    case "line":
      return new TerraDrawLineStringMode({ styles: { lineStringColor: color, lineStringWidth: 2.6, ...points } });
    case "polygon":
      return new TerraDrawPolygonMode({ styles: { ...area, ...points } });
    case "box":
      return new TerraDrawRectangleMode({ styles: area, drawInteraction: "click-move-or-drag" });
  }
}
