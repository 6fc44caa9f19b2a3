import type { LayerDefinition } from "#data/layers/define.ts";
import type { MapTheme } from "./map-theme.ts";
import { symbolClasses } from "./symbol-classes.ts";
import { drawSymbol } from "./symbol-drawing.ts";

/** Looks per row of the atlas; the symbol layer's shader counts on it. */
export const ATLAS_COLUMNS = 16;

/** Room around a shape for its halo and the attention dot. */
const MARGIN_PX = 5;

export interface SymbolAtlas {
  readonly image: ImageData;
  /** Height and width of one cell as drawn on the screen, CSS pixels. */
  readonly cellPx: number;
}

/**
 * The symbols of one layer, a cell per class and attention state. Cells are whole, even device pixels, so that a symbol
 * placed on a pixel stays as sharp as it was drawn.
 */
export function drawSymbolAtlas(
  definition: LayerDefinition,
  sizePx: number,
  pixelRatio: number,
  theme: MapTheme,
): SymbolAtlas {
  const classes = symbolClasses(definition);
  const cell = Math.ceil(((sizePx + MARGIN_PX * 2) * pixelRatio) / 2) * 2;
  const looks = classes.length * 2;
  const canvas = new OffscreenCanvas(cell * ATLAS_COLUMNS, cell * Math.ceil(looks / ATLAS_COLUMNS));
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  for (let look = 0; look < looks; look++) {
    const { color, mark } = classes[look >> 1]!;
    const x = (look % ATLAS_COLUMNS) * cell + cell / 2;
    const y = Math.floor(look / ATLAS_COLUMNS) * cell + cell / 2;
    context.save();
    context.translate(x, y);
    context.scale(pixelRatio, pixelRatio);
    drawSymbol(
      context,
      { shape: definition.symbol.shape, color, mark, attention: look % 2 === 1 },
      0,
      0,
      sizePx,
      theme,
    );
    context.restore();
  }
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), cellPx: cell / pixelRatio };
}

/** Symbols start small where they first separate and grow as the map comes closer. */
export function symbolSizePx(zoom: number, minZoom: number): number {
  const closer = zoom - minZoom;
  if (closer < 1) return 18;
  return closer < 2.5 ? 22 : 26;
}
