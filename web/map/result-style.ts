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

/** The colour of what was judged; the accent for what was not. */
const toneColor = ({ accent, tones }: MapTheme): ExpressionSpecification => [
  "match",
  ["get", "tone"],
  "good",
  tones.good,
  "unsure",
  tones.unsure,
  "bad",
  tones.bad,
  accent,
];

const isArea: ExpressionSpecification = ["in", ["geometry-type"], ["literal", ["Polygon", "MultiPolygon"]]];
const isPoint: ExpressionSpecification = ["in", ["geometry-type"], ["literal", ["Point", "MultiPoint"]]];
/** The name of a line; not a point of its own. */
const isBeside: ExpressionSpecification = ["==", ["get", "beside"], 1];
const isAbove: ExpressionSpecification = ["==", ["get", "above"], 1];
const isMuted: ExpressionSpecification = ["==", ["get", "muted"], 1];

/** Denser is broader too, so that the order reads without colours. */
const roadBandWidth = (morePx: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  11,
  ["+", 1.8 + morePx, ["*", 0.5, ["get", "band"]]],
  16,
  ["+", 4 + morePx, ["*", 1.2, ["get", "band"]]],
];

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
        id: "road-band-casing",
        type: "line",
        source: "roadBands",
        layout: { "line-cap": "butt", "line-join": "round", "line-sort-key": ["get", "band"] },
        paint: { "line-color": theme.accentHalo, "line-width": roadBandWidth(2.4), "line-opacity": 0.85 },
      },
      {
        id: "road-band",
        type: "line",
        source: "roadBands",
        layout: { "line-cap": "butt", "line-join": "round", "line-sort-key": ["get", "band"] },
        paint: { "line-color": ["get", "color"], "line-width": roadBandWidth(0) },
      },
      {
        id: "area-fill",
        type: "fill",
        source: "areas",
        filter: isArea,
        paint: {
          "fill-color": toneColor(theme),
          "fill-opacity": ["case", isMuted, 0.05, 0.16],
          "fill-antialias": false,
        },
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
        id: "area-halo",
        type: "line",
        source: "areas",
        layout: { "line-join": "round" },
        paint: {
          "line-color": theme.accentHalo,
          "line-width": ["case", isMuted, 3, 5],
          "line-opacity": 0.7,
        },
      },
      {
        id: "area-line",
        type: "line",
        source: "areas",
        filter: ["!", isMuted],
        layout: { "line-join": "round" },
        paint: { "line-color": toneColor(theme), "line-width": 2.4 },
      },
      {
        id: "area-line-muted",
        type: "line",
        source: "areas",
        filter: isMuted,
        layout: { "line-join": "round" },
        paint: { "line-color": toneColor(theme), "line-width": 1.4, "line-dasharray": [3, 2] },
      },
      {
        id: "area-point",
        type: "circle",
        source: "areas",
        filter: ["all", isPoint, ["!", isBeside]],
        paint: {
          "circle-radius": ["case", isMuted, 4, 6],
          "circle-color": toneColor(theme),
          "circle-stroke-color": theme.accentHalo,
          "circle-stroke-width": 2.5,
        },
      },
      {
        id: "distance-halo",
        type: "line",
        source: "distances",
        paint: { "line-color": theme.accentHalo, "line-width": 4, "line-opacity": 0.8 },
      },
      {
        id: "distance-line",
        type: "line",
        source: "distances",
        filter: ["!=", ["get", "tone"], "bad"],
        paint: { "line-color": toneColor(theme), "line-width": 1.6, "line-dasharray": [4, 2] },
      },
      {
        id: "distance-line-bad",
        type: "line",
        source: "distances",
        filter: ["==", ["get", "tone"], "bad"],
        paint: { "line-color": toneColor(theme), "line-width": 2.2 },
      },
      {
        id: "distance-name",
        type: "symbol",
        source: "distances",
        filter: ["==", ["get", "tone"], "measure"],
        layout: {
          "symbol-placement": "line-center",
          "text-field": ["get", "label"],
          "text-font": [MAP_FONT_MEDIUM],
          "text-size": 11.5,
          "text-offset": [0, -0.8],
        },
        paint: { "text-color": toneColor(theme), "text-halo-color": theme.accentHalo, "text-halo-width": 2 },
      },
      {
        id: "distance-judged-name",
        type: "symbol",
        source: "distances",
        filter: isPoint,
        layout: {
          "text-field": ["get", "label"],
          "text-font": [MAP_FONT_MEDIUM],
          "text-size": 12,
          "text-padding": 1,
          "symbol-sort-key": ["get", "rank"],
        },
        paint: { "text-color": toneColor(theme), "text-halo-color": theme.accentHalo, "text-halo-width": 2.4 },
      },
      {
        id: "area-name",
        type: "symbol",
        source: "areas",
        filter: ["!=", ["get", "label"], ""],
        layout: {
          "text-field": ["get", "label"],
          "text-font": [MAP_FONT_MEDIUM],
          "text-size": 12.5,
          // Both stakes of a stretch on one line.
          "text-max-width": 24,
          "text-anchor": ["case", isAbove, "bottom", "center"],
          "text-offset": [
            "case",
            isAbove,
            ["literal", [0, -1.5]],
            isBeside,
            ["literal", [0, -0.9]],
            isPoint,
            ["literal", [0, -1.25]],
            ["literal", [0, 0]],
          ],
          "text-allow-overlap": true,
        },
        paint: { "text-color": toneColor(theme), "text-halo-color": theme.accentHalo, "text-halo-width": 2 },
      },
      {
        id: "sketch-fill",
        type: "fill",
        source: "sketch",
        filter: isArea,
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
        filter: isPoint,
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
