import type { LayerSpecification } from "maplibre-gl";
import { MAP_FONT_MEDIUM } from "./font.ts";
import type { MapTheme } from "./map-theme.ts";

/** The heat's layers: their opacity follows the picture, not the theme. */
export const HEAT_LAYERS = { fill: "heat-fill", line: "heat-line" } as const;

/** How strong a heat of opacity 1 is: roads and water stay visible through it. */
export const HEAT_FILL_OPACITY = 0.6;

/** Heat lies under the names of the base map, rings and lines too; what a person drew lies over them. */
export function resultLayers(theme: MapTheme): { underLabels: LayerSpecification[]; overLabels: LayerSpecification[] } {
  return {
    underLabels: [
      {
        id: HEAT_LAYERS.fill,
        type: "fill",
        source: "heat",
        paint: { "fill-color": ["get", "fill"], "fill-opacity": HEAT_FILL_OPACITY, "fill-antialias": false },
      },
      {
        id: HEAT_LAYERS.line,
        type: "line",
        source: "heat",
        layout: { "line-join": "round" },
        paint: { "line-color": ["get", "line"], "line-width": 0.9, "line-opacity": 0.85 },
      },
      {
        id: "ring-fill",
        type: "fill",
        source: "rings",
        paint: { "fill-color": theme.accent, "fill-opacity": 0.06, "fill-antialias": false },
      },
      {
        id: "ring-halo",
        type: "line",
        source: "rings",
        layout: { "line-join": "round" },
        paint: { "line-color": theme.accentHalo, "line-width": 4.5, "line-opacity": 0.7 },
      },
      {
        id: "ring-line",
        type: "line",
        source: "rings",
        layout: { "line-join": "round" },
        paint: { "line-color": theme.accent, "line-width": 1.8 },
      },
    ],
    overLabels: [
      {
        id: "distance-halo",
        type: "line",
        source: "distances",
        paint: { "line-color": theme.accentHalo, "line-width": 3.5, "line-opacity": 0.8 },
      },
      {
        id: "distance-line",
        type: "line",
        source: "distances",
        paint: { "line-color": theme.accent, "line-width": 1.4, "line-dasharray": [4, 2] },
      },
      {
        id: "distance-name",
        type: "symbol",
        source: "distances",
        layout: {
          "symbol-placement": "line-center",
          "text-field": ["get", "label"],
          "text-font": [MAP_FONT_MEDIUM],
          "text-size": 11.5,
          "text-offset": [0, -0.8],
        },
        paint: { "text-color": theme.accent, "text-halo-color": theme.accentHalo, "text-halo-width": 2 },
      },
      {
        id: "sketch-fill",
        type: "fill",
        source: "sketch",
        filter: ["in", ["geometry-type"], ["literal", ["Polygon", "MultiPolygon"]]],
        paint: { "fill-color": theme.accent, "fill-opacity": 0.12 },
      },
      {
        id: "sketch-halo",
        type: "line",
        source: "sketch",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": theme.accentHalo, "line-width": 5, "line-opacity": 0.8 },
      },
      {
        id: "sketch-line",
        type: "line",
        source: "sketch",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": theme.accent, "line-width": 2.4 },
      },
      {
        id: "sketch-point",
        type: "circle",
        source: "sketch",
        filter: ["in", ["geometry-type"], ["literal", ["Point", "MultiPoint"]]],
        paint: {
          "circle-radius": 6,
          "circle-color": theme.accent,
          "circle-stroke-color": theme.accentHalo,
          "circle-stroke-width": 2.5,
        },
      },
    ],
  };
}
