import type { LayerPicture, MapPicture } from "./picture.ts";
import type { SymbolColumns } from "./symbol-columns.ts";

/** What of the camera the scene depends on. */
export interface SceneView {
  readonly zoom: number;
  readonly bounds: readonly [number, number, number, number];
}

/** A layer with its columns in drawing order. */
export interface SceneLayer extends LayerPicture {
  readonly symbols: SymbolColumns;
}

/** Layers whose symbols separate at this zoom, bottom to top. */
export const symbolLayers = (picture: MapPicture, zoom: number) =>
  picture.layers.filter((layer) => zoom >= layer.definition.symbol.minZoom);

/** Layers that are counted at this zoom: none where the picture wants no counts. */
export const countedLayers = (
  { layers, counts, uncounted }: Pick<MapPicture, "layers" | "counts" | "uncounted">,
  zoom: number,
) =>
  counts
    ? layers.filter(
        ({ definition: { id, symbol }, snapshot }) => id !== uncounted && zoom < symbol.minZoom && snapshot.count > 0,
      )
    : [];
