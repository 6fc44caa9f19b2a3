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

/**
 * Drawing by terra-draw, which exists only while someone draws: it listens to every pointer move. Without a pointer, the arrow keys
 * move the map under the cross in its middle, the space bar clicks there, and Enter ends.
 */
export function createDrawing(map: MapLibreMap): Drawing {
  let current: { draw: TerraDraw; adapter: DrawingAdapter; resolve(shape: Geometry | null): void } | null = null;
  let listener: ((unfinished: Geometry) => void) | null = null;
  const canvas = map.getCanvas();

  const finish = (shape: Geometry | null) => {
    if (!current) return;
    const { draw, adapter, resolve } = current;
    current = null;
    window.removeEventListener("keydown", onKey, true);
    map.off("move", adapter.followMiddle);
    draw.stop();
    map.doubleClickZoom.enable();
    resolve(shape);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      finish(null);
    } else if (event.key === " " && event.target === canvas) {
      event.preventDefault();
      current?.adapter.clickMiddle();
    }
  };

  return {
    draw(mode, color) {
      finish(null);
      const adapter = new DrawingAdapter({ map });
      const draw = new TerraDraw({ adapter, modes: [modeOf(mode, color as `#${string}`)] });
      return new Promise((resolve) => {
        current = { draw, adapter, resolve };
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
          const shape = draw.getSnapshotFeature(id)?.geometry ?? null;
          // The click that ends the shape, and the double click it may be part of, reach the map after this: it must still be drawing.
          setTimeout(() => current?.draw === draw && finish(shape && hasExtent(shape) ? shape : null));
        });
        window.addEventListener("keydown", onKey, true);
        map.on("move", adapter.followMiddle);
        map.doubleClickZoom.disable();
        canvas.focus({ preventScroll: true });
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

/** Terra-draw's adapter, which can also point with the middle of the map. */
class DrawingAdapter extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  #byKeys = false;

  clickMiddle(): void {
    const middle = this.#middle();
    if (!middle) return;
    this.#byKeys = true;
    this._currentModeCallbacks?.onMouseMove(middle);
    this._currentModeCallbacks?.onClick(middle);
  }

  readonly followMiddle = ({ originalEvent }: { originalEvent?: unknown }): void => {
    const middle = this.#byKeys && !(originalEvent instanceof MouseEvent) ? this.#middle() : null;
    if (middle) this._currentModeCallbacks?.onMouseMove(middle);
  };

  /** Terra-draw would allow it again in the middle of the double click that ends a shape. */
  override setDoubleClickToZoom(): void {}

  #middle() {
    const { left, top, width, height } = this.getMapEventElement().getBoundingClientRect();
    return this.getDrawEventFromEvent(
      new MouseEvent("click", { clientX: left + width / 2, clientY: top + height / 2 }),
    );
  }
}

/** A line that Enter ended after its first position is none. */
const hasExtent = (shape: Geometry) => shape.type !== "LineString" || shape.coordinates.length > 1;

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
