import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { MAP_FONT_MEDIUM } from "./font.ts";
import type { MapTheme } from "./map-theme.ts";

/** The heat's layers: their opacity follows the picture, not the theme. */
export const HEAT_LAYERS = { fill: "heat-fill", line: "heat-line" } as const;

/**
 * Paint of the heat's layers for a picture's opacity, 0 to 1. The bands' edges are drawn only from where the bands are wider than
 * their lines: closer together, the lines would be the colour.
 */
export const heatOpacity = (opacity: number) => ({
  fill: ["*", ["get", "strength"], opacity] as ExpressionSpecification,
  line: ["interpolate", ["linear"], ["zoom"], 12.5, 0, 15, 0.7 * opacity] as ExpressionSpecification,
});

/** Heat lies under the names of the base map, rings and lines too; what a person drew lies over them. */
export function resultLayers(theme: MapTheme): { underLabels: LayerSpecification[]; overLabels: LayerSpecification[] } {
  return {
    underLabels: [
      {
        id: HEAT_LAYERS.fill,
        type: "fill",
        source: "heat",
        paint: { "fill-color": ["get", "fill"], "fill-opacity": heatOpacity(1).fill, "fill-antialias": false },
      },
      {
        id: HEAT_LAYERS.line,
        type: "line",
        source: "heat",
        layout: { "line-join": "round" },
        paint: { "line-color": ["get", "line"], "line-width": 0.8, "line-opacity": heatOpacity(1).line },
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
