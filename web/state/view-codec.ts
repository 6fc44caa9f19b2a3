import { packId, unpackId } from "./packed-id.ts";
import { formatPlanning, parsePlanning } from "./planning-codec.ts";
import { formatPositions, parseNumber as number, parsePositions } from "./position-text.ts";
import { formatTraffic, parseTraffic } from "./traffic-codec.ts";
import {
  DATA_PARTS,
  DEFAULT_VIEW,
  type FeatureKey,
  parseView,
  type RingOrigin,
  type Shape,
  TOOLS,
  type View,
} from "./view.ts";

/**
 * A view as the search part of an address and back. Only what differs from the default is written; every parameter is a short text that a
 * person can read and change. What does not parse becomes `undefined` and falls back in `parseView`.
 */
export function formatView(view: View): string {
  const params: [string, string][] = [];
  const put = (name: string, value: string | null) => value !== null && params.push([name, value]);
  put("at", view.camera && [degrees(view.camera.lon), degrees(view.camera.lat), round(view.camera.zoom, 2)].join());
  put("on", same(view.layers, DEFAULT_VIEW.layers) ? null : view.layers.join());
  const opacities = Object.entries(view.opacity);
  put("opacity", opacities.length === 0 ? null : opacities.map(([id, value]) => `${id}:${round(value, 2)}`).join());
  for (const [layer, text] of Object.entries(view.filters)) if (text !== "") put(`filter.${layer}`, text);
  put("time", view.time && `${view.time.from ?? ""}..${view.time.to ?? ""}`);
  const { heat } = view;
  put("heat", heat && formatHeat(heat));
  put("origin", view.origin && formatOrigin(view.origin));
  put("rings", same(view.radiiM, DEFAULT_VIEW.radiiM) ? null : view.radiiM.map((radius) => round(radius, 2)).join());
  put("ringMode", view.ringMode === "merged" ? null : view.ringMode);
  put("ringLayers", view.ringLayers?.join() ?? null);
  for (const area of view.selection.areas) put("area", formatPositions(area));
  put("selected", formatFeatures(view.selection.plus));
  put("deselected", formatFeatures(view.selection.minus));
  put("detail", view.detail && formatFeatures([view.detail]));
  put("tool", view.tool);
  put("layers", view.layerPanel ? null : "0");
  put("timeBar", view.timeBar ? "1" : null);
  put("draft", view.draft);
  put("ledger", view.dataLayer);
  put("part", view.dataPart === "in" ? null : view.dataPart);
  params.push(...formatPlanning(view.planning), ...formatTraffic(view.traffic));
  put("screen", view.screen);
  put("scene", view.scene);
  put("edit", view.edit && formatEdit(view.edit));
  put("lang", view.language === "zh" ? null : view.language);
  put("theme", view.theme === "light" ? null : view.theme);
  return params.map(([name, value]) => `${name}=${escapeValue(value)}`).join("&");
}

export function parseSearch(search: string): View {
  const params = new URLSearchParams(search);
  const get = <Value>(name: string, parse: (text: string) => Value): Value | undefined => {
    const text = params.get(name);
    return text === null ? undefined : parse(text);
  };
  return parseView({
    camera: get("at", parseCamera) ?? null,
    layers: get("on", (text) => unique(listOf(text))),
    opacity: get("opacity", (text) => Object.fromEntries(listOf(text).map(parseOpacity))),
    filters: Object.fromEntries(
      [...params].flatMap(([name, text]) => (name.startsWith("filter.") && text ? [[name.slice(7), text]] : [])),
    ),
    time: get("time", parsePeriod) ?? null,
    heat: get("heat", parseHeat) ?? null,
    origin: get("origin", parseOrigin) ?? null,
    radiiM: get("rings", (text) => unique(listOf(text).map(Number)).sort((a, b) => a - b)),
    ringMode: params.get("ringMode") ?? undefined,
    ringLayers: get("ringLayers", (text) => unique(listOf(text))) ?? null,
    selection: {
      areas: params.getAll("area").map(parsePositions),
      plus: get("selected", parseFeatures) ?? [],
      minus: get("deselected", parseFeatures) ?? [],
    },
    detail: get("detail", (text) => parseFeatures(text)[0]) ?? null,
    tool: get("tool", (text) => TOOLS.find((tool) => tool === text)) ?? null,
    layerPanel: params.get("layers") !== "0",
    timeBar: params.get("timeBar") === "1",
    draft: params.get("draft"),
    dataLayer: params.get("ledger"),
    dataPart: get("part", (text) => DATA_PARTS.find((part) => part === text)),
    planning: parsePlanning(params),
    traffic: parseTraffic(params),
    screen: params.get("screen"),
    scene: params.get("scene"),
    edit: get("edit", parseEdit) ?? null,
    language: params.get("lang") ?? undefined,
    theme: params.get("theme") ?? undefined,
  });
}

/** Text in an address that stays readable: only what would end a parameter or a link is escaped. */
const escapeValue = (text: string): string =>
  encodeURIComponent(text).replace(/%(2C|3A|2F|3B|40)/g, (code) => decodeURIComponent(code));

const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** Six decimals are a decimetre. */
const degrees = (value: number): string => round(value, 6);

const same = <Item>(a: readonly Item[], b: readonly Item[]) =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

const listOf = (text: string): string[] => (text === "" ? [] : text.split(","));

function parseCamera(text: string) {
  const [lon, lat, zoom] = text.split(",").map(number);
  return { lon, lat, zoom };
}

function parseOpacity(text: string): [string, number] {
  const [id = "", value] = text.split(":");
  return [id, number(value)];
}

function parsePeriod(text: string) {
  const [from, to, more] = text.split("..");
  return more === undefined && to !== undefined ? { from: from || null, to: to || null } : undefined;
}

/** The last two only where they are not what they usually are. */
const formatHeat = ({ layer, weight, bandwidthM, opacity, lowestBand, counts }: NonNullable<View["heat"]>): string =>
  [
    layer,
    weight,
    round(bandwidthM, 0),
    round(opacity, 2),
    ...(lowestBand !== 1 || counts ? [String(lowestBand)] : []),
    ...(counts ? [counts === "others" ? counts : "counts"] : []),
  ].join();

function parseHeat(text: string) {
  const [layer, weight, bandwidthM, opacity, lowestBand, counts] = text.split(",");
  return {
    layer,
    weight,
    bandwidthM: number(bandwidthM),
    opacity: number(opacity),
    lowestBand: number(lowestBand),
    counts: counts === "others" ? counts : counts === "counts",
  };
}

function formatOrigin(origin: RingOrigin): string {
  if (origin.kind === "features") return `${origin.layer}:${origin.ids.map((id) => packId(id) ?? "").join(".")}`;
  const { shape } = origin;
  switch (shape.type) {
    case "Point":
      return `point:${formatPositions([shape.coordinates])}`;
    case "LineString":
      return `line:${formatPositions(shape.coordinates)}`;
    case "Polygon":
      return `polygon:${formatPositions(shape.coordinates[0].slice(0, -1))}`;
  }
}

function parseOrigin(text: string) {
  const colon = text.indexOf(":");
  const [kind, rest] = [text.slice(0, colon), text.slice(colon + 1)];
  const positions = () => parsePositions(rest);
  const shape = (type: Shape["type"], coordinates: unknown) => ({ kind: "shape", shape: { type, coordinates } });
  switch (kind) {
    case "point":
      return shape("Point", positions()[0]);
    case "line":
      return shape("LineString", positions());
    case "polygon": {
      const ring = positions();
      return shape("Polygon", [[...ring, ring[0]]]);
    }
    default:
      return { kind: "features", layer: kind, ids: rest.split(".").map(unpackId) };
  }
}

const COPY = "copy:";

const formatEdit = ({ scene, asNew }: NonNullable<View["edit"]>): string => (asNew ? COPY + scene : scene);

function parseEdit(text: string) {
  const asNew = text.startsWith(COPY);
  return { scene: asNew ? text.slice(COPY.length) : text, asNew };
}

/** `houses:id.id,accidents:id`: the layer once, its ids after it. */
function formatFeatures(features: readonly FeatureKey[]): string | null {
  if (features.length === 0) return null;
  const groups = new Map<string, string[]>();
  for (const { layer, id } of features) groups.set(layer, [...(groups.get(layer) ?? []), packId(id) ?? ""]);
  return [...groups].map(([layer, ids]) => `${layer}:${ids.join(".")}`).join();
}

const parseFeatures = (text: string) =>
  listOf(text).flatMap((group) => {
    const [layer, ids = ""] = group.split(":");
    return ids.split(".").map((id) => ({ layer, id: unpackId(id) }));
  });
