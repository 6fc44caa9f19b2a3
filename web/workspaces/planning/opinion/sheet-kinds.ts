import type { MapFeature } from "../../../api-opinions.ts";

/** How something is drawn on the sheet; each has a pattern of its own, so that a black print can be read. */
export const SHEET_KINDS = [
  "enterprises",
  "water",
  "infrastructure",
  "roads",
  "buildings",
  "houses",
  "protection-targets",
  "hazard-sources",
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** Bottom to top. */
export const SHEET_LAYERS = [
  "enterprises",
  "infrastructure",
  "roads",
  "buildings",
  "houses",
  "protection-targets",
  "hazard-sources",
] as const;
export type SheetLayer = (typeof SHEET_LAYERS)[number];

/** From this scale on single buildings are specks. */
const TOO_SMALL = 10_000;
const FINE: readonly SheetLayer[] = ["buildings", "houses"];

export const layersAt = (scale: number): readonly SheetLayer[] =>
  scale >= TOO_SMALL ? SHEET_LAYERS.filter((layer) => !FINE.includes(layer)) : SHEET_LAYERS;

const WATERS = ["river", "canal", "pond"];

export const sheetKindOf = (layer: SheetLayer, { properties }: MapFeature): SheetKind =>
  layer === "infrastructure" && WATERS.includes(String(properties.kind)) ? "water" : layer;
