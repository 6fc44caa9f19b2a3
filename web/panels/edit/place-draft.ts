import type { Geometry } from "geojson";
import type { LayerGeometry } from "#data/layers/define.ts";

export type DrawMode = "point" | "line" | "polygon";

/** How the places of a layer are drawn; the first is the usual one. */
export const drawModesOf = (geometry: LayerGeometry): readonly DrawMode[] => MODES[geometry];

const MODES: Readonly<Record<LayerGeometry, readonly DrawMode[]>> = {
  Point: ["point"],
  LineString: ["line"],
  Polygon: ["polygon"],
  Mixed: ["point", "polygon"],
};

/** A centimetre: nobody points at a map more exactly. */
const DIGITS = 7;

/** A drawn shape without the digits that only the screen gave it. */
export const roundDrawn = (geometry: Geometry): Geometry =>
  JSON.parse(JSON.stringify(geometry), (_, value) =>
    typeof value === "number" ? Number(value.toFixed(DIGITS)) : value,
  ) as Geometry;
