// One table: the layers of the base map from bottom to top. Splitting it would hide the order, which is the point.
import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { BASE_SOURCES, collection } from "./base-data.ts";
import { MAP_FONT, MAP_FONT_MEDIUM } from "./font.ts";
import type { MapTheme } from "./map-theme.ts";
import { RESULT_SOURCES } from "./result-data.ts";
import { resultLayers } from "./result-style.ts";

const REGULAR = [MAP_FONT];
const MEDIUM = [MAP_FONT_MEDIUM];

/** The buildings appear here; a tile of the whole zone's buildings is never asked for. */
export const BUILDINGS_MIN_ZOOM = 13.5;

/**
 * The whole style for a theme: no glyph or sprite address, all sources inline and empty until data comes. A theme switch
 * compares two of these, layer by layer.
 */
export function mapStyle(theme: MapTheme): StyleSpecification {
  const sources = [...BASE_SOURCES, "graticule", ...RESULT_SOURCES];
  return {
    version: 8,
    sources: Object.fromEntries(
      sources.map((id) => [
        id,
        {
          type: "geojson" as const,
          data: collection([]),
          tolerance: 0.4,
          buffer: 64,
          maxzoom: 16,
        },
      ]),
    ),
    layers: mapLayers(theme),
  };
}

/** Every layer of the map below the ledgers' symbols, bottom to top. */
export function mapLayers(theme: MapTheme): LayerSpecification[] {
  const results = resultLayers(theme);
  return [
    ...groundLayers(theme),
    ...roadLayers(theme),
    ...lineLayers(theme),
    ...results.underLabels,
    ...labelLayers(theme),
    ...results.overLabels,
  ];
}

function groundLayers(theme: MapTheme): LayerSpecification[] {
  const [a, b, c, d] = theme.districtTints;
  return [
    { id: "land", type: "background", paint: { "background-color": theme.land } },
    {
      id: "graticule",
      type: "line",
      source: "graticule",
      paint: { "line-color": theme.graticule, "line-width": 1 },
    },
    {
      id: "district-tint",
      type: "fill",
      source: "districts",
      paint: { "fill-color": ["match", ["get", "tint"], 0, a, 1, b, 2, c, d], "fill-antialias": false },
    },
    {
      id: "park",
      type: "fill",
      source: "ground",
      filter: ["all", isPolygon, isKind("park")],
      paint: { "fill-color": theme.park },
    },
    {
      id: "water",
      type: "fill",
      source: "ground",
      filter: ["all", isPolygon, isKind("river", "canal", "pond")],
      paint: { "fill-color": theme.water },
    },
    {
      id: "stream",
      type: "line",
      source: "ground",
      filter: ["all", ["!", isPolygon], isKind("river", "canal")],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": theme.water,
        "line-width": byZoom([8, 1], [11, 2.5], [14, 9], [17, 40]),
      },
    },
    {
      id: "site",
      type: "fill",
      source: "ground",
      minzoom: 12,
      filter: ["all", isPolygon, isKind("substation", "water-works")],
      paint: { "fill-color": theme.building, "fill-outline-color": theme.buildingLine },
    },
    {
      id: "building",
      type: "fill",
      source: "buildings",
      minzoom: BUILDINGS_MIN_ZOOM,
      paint: {
        "fill-color": theme.building,
        "fill-outline-color": theme.buildingLine,
        "fill-opacity": byZoom([BUILDINGS_MIN_ZOOM, 0], [BUILDINGS_MIN_ZOOM + 0.5, 1]),
      },
    },
    {
      id: "district-line",
      type: "line",
      source: "districts",
      paint: {
        "line-color": theme.districtLine,
        "line-width": byZoom([8, 0.8], [13, 1.6]),
        "line-dasharray": [5, 2.5, 1, 2.5],
        "line-opacity": 0.75,
      },
    },
  ];
}

const CASING_MIN_ZOOM = 10.5;

/** Casing and fill widths in pixels by zoom: [zoom, width] pairs. */
const ROADS: readonly {
  id: keyof MapTheme["roads"];
  classes: string[];
  minzoom: number;
  widths: [number, number][];
}[] = [
  {
    id: "local",
    classes: ["local", "service"],
    minzoom: 12,
    widths: [
      [12, 0.5],
      [14, 2],
      [16, 7],
      [18, 20],
    ],
  },
  {
    id: "secondary",
    classes: ["secondary", "county"],
    minzoom: 9.5,
    widths: [
      [9.5, 0.5],
      [12, 1.8],
      [14, 4.2],
      [16, 11],
      [18, 30],
    ],
  },
  {
    id: "arterial",
    classes: ["arterial"],
    minzoom: 8,
    widths: [
      [8, 0.8],
      [11, 2.2],
      [14, 6],
      [16, 14],
      [18, 38],
    ],
  },
  {
    id: "national",
    classes: ["national", "provincial"],
    minzoom: 6,
    widths: [
      [6, 0.8],
      [9, 1.8],
      [11, 3],
      [14, 6.5],
      [16, 15],
      [18, 40],
    ],
  },
  {
    id: "motorway",
    classes: ["motorway"],
    minzoom: 5,
    widths: [
      [5, 1],
      [9, 2.2],
      [11, 3.6],
      [14, 7.5],
      [16, 17],
      [18, 44],
    ],
  },
];

function roadLayers(theme: MapTheme): LayerSpecification[] {
  const layer = (part: "casing" | "fill") =>
    ROADS.map(
      ({ id, classes, minzoom, widths }): LayerSpecification => ({
        id: `road-${id}-${part}`,
        type: "line",
        source: "roads",
        minzoom: part === "casing" ? Math.max(minzoom, CASING_MIN_ZOOM) : minzoom,
        filter: ["in", ["get", "class"], ["literal", classes]],
        layout: { "line-cap": part === "casing" ? "butt" : "round", "line-join": "round" },
        paint: {
          "line-color": part === "casing" ? theme.roads[id].casing : farThenNear(theme.roads[id], minzoom),
          "line-width": byZoom(
            ...widths.map(([zoom, width]): [number, number] => [zoom, part === "casing" ? width + 1.6 : width]),
          ),
        },
      }),
    );
  return [...layer("casing"), ...layer("fill")];
}

const farThenNear = (
  road: { fill: string; far: string },
  minzoom: number,
): DataDrivenPropertyValueSpecification<string> =>
  minzoom >= CASING_MIN_ZOOM ? road.fill : ["step", ["zoom"], road.far, CASING_MIN_ZOOM, road.fill];

function lineLayers(theme: MapTheme): LayerSpecification[] {
  return [
    {
      id: "railway",
      type: "line",
      source: "ground",
      filter: isKind("railway"),
      paint: { "line-color": theme.railway, "line-width": byZoom([8, 1], [12, 2.4], [16, 4.5]) },
    },
    {
      id: "railway-ties",
      type: "line",
      source: "ground",
      minzoom: 11,
      filter: isKind("railway"),
      paint: {
        "line-color": theme.railwayTie,
        "line-width": byZoom([11, 1], [16, 2.8]),
        "line-dasharray": [5, 5],
      },
    },
    {
      id: "utility",
      type: "line",
      source: "ground",
      minzoom: 11.5,
      filter: ["all", ["!", isPolygon], isKind("power-line", "gas-pipeline")],
      paint: { "line-color": theme.utility, "line-width": 1, "line-dasharray": [6, 3], "line-opacity": 0.8 },
    },
  ];
}

function labelLayers(theme: MapTheme): LayerSpecification[] {
  const halo = { "text-halo-color": theme.halo, "text-halo-width": 1.6 };
  return [
    {
      id: "graticule-name",
      type: "symbol",
      source: "graticule",
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-field": ["get", "label"],
        "text-font": REGULAR,
        "text-size": 11,
      },
      paint: { "text-color": theme.graticuleLabel, "text-halo-color": theme.land, "text-halo-width": 2 },
    },
    {
      id: "stake",
      type: "symbol",
      source: "stakes",
      minzoom: 13,
      layout: { "text-field": ["get", "label"], "text-font": REGULAR, "text-size": 10.5, "text-padding": 6 },
      paint: { "text-color": theme.shield.text, "text-halo-color": theme.shield.motorway, "text-halo-width": 2.2 },
    },
    roadName("road-name-local", ["local", "service"], 14.5, 11, theme),
    roadName("road-name-secondary", ["secondary", "county"], 13, 11.5, theme),
    roadName("road-name-main", ["arterial", "national", "provincial", "motorway"], 11.5, 12.5, theme),
    {
      id: "shield",
      type: "symbol",
      source: "road-names",
      minzoom: 8,
      filter: ["all", ["!=", ["get", "code"], ""], isClass("motorway", "national", "provincial")],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 380,
        "text-field": ["get", "code"],
        "text-font": MEDIUM,
        "text-size": 10.5,
        "text-rotation-alignment": "viewport",
        "icon-image": [
          "match",
          ["get", "class"],
          "motorway",
          "shield-motorway",
          "provincial",
          "shield-provincial",
          "shield-national",
        ],
        "icon-text-fit": "both",
        "icon-text-fit-padding": [2, 5, 2, 5],
        "icon-rotation-alignment": "viewport",
        "text-padding": 12,
      },
      paint: { "text-color": theme.shield.text },
    },
    {
      id: "water-name",
      type: "symbol",
      source: "ground",
      minzoom: 11,
      filter: ["all", ["!", isPolygon], isKind("river", "canal")],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 500,
        "text-field": ["get", "name"],
        "text-font": REGULAR,
        "text-size": 13,
        "text-letter-spacing": 0.25,
      },
      paint: { "text-color": theme.waterLabel, ...halo },
    },
    {
      id: "place-name",
      type: "symbol",
      source: "ground",
      minzoom: 13,
      filter: ["all", isPolygon, isKind("pond", "park", "river")],
      layout: { "text-field": ["get", "name"], "text-font": REGULAR, "text-size": 11.5, "text-max-width": 7 },
      paint: {
        "text-color": ["match", ["get", "kind"], "park", theme.parkLabel, theme.waterLabel],
        ...halo,
      },
    },
    {
      id: "district-name",
      type: "symbol",
      source: "district-names",
      minzoom: 9.5,
      maxzoom: 15,
      layout: {
        "text-field": ["get", "name"],
        "text-font": MEDIUM,
        "text-size": byZoom([8, 12], [12, 16]),
        "text-letter-spacing": 0.18,
        "text-max-width": 12,
        "text-padding": 4,
      },
      paint: { "text-color": theme.districtLabel, "text-halo-color": theme.halo, "text-halo-width": 2 },
    },
  ];
}

const roadName = (
  id: string,
  classes: string[],
  minzoom: number,
  size: number,
  theme: MapTheme,
): LayerSpecification => ({
  id,
  type: "symbol",
  source: "road-names",
  minzoom,
  filter: ["all", ["!=", ["get", "name"], ""], isClass(...classes)],
  layout: {
    "symbol-placement": "line",
    "symbol-spacing": 320,
    "text-field": ["get", "name"],
    "text-font": REGULAR,
    "text-size": byZoom([minzoom, size], [17, size + 2.5]),
    "text-letter-spacing": 0.06,
    "text-max-angle": 35,
    "text-padding": 6,
  },
  paint: { "text-color": theme.roadLabel, "text-halo-color": theme.halo, "text-halo-width": 1.6 },
});

const isPolygon: ExpressionSpecification = ["in", ["geometry-type"], ["literal", ["Polygon", "MultiPolygon"]]];
const isKind = (...kinds: string[]): ExpressionSpecification => ["in", ["get", "kind"], ["literal", kinds]];
const isClass = (...classes: string[]): ExpressionSpecification => ["in", ["get", "class"], ["literal", classes]];

/** Smooth between [zoom, value] stops. */
function byZoom(...stops: [number, number][]): ExpressionSpecification {
  return ["interpolate", ["exponential", 1.4], ["zoom"], ...stops.flat()] as ExpressionSpecification;
}
