import type { LayerDefinition } from "#data/layers/define.ts";
import { type Badge, CHIP_HEIGHT_PX, type Chip, countText } from "./badge-cells.ts";
import { MAP_FONT } from "./font.ts";
import type { MapTheme } from "./map-theme.ts";
import type { Sprite } from "./sprite-sheet.ts";
import { symbolClasses } from "./symbol-classes.ts";
import { drawSymbol } from "./symbol-drawing.ts";

const FONT = `500 12px "${MAP_FONT}", sans-serif`;
const MARGIN_PX = 3; // for the shadow
const PADDING_PX = 6;
const SYMBOL_PX = 14;
const GAP_PX = 6;
const BAR_PX = 3;
/** A share that rounds to nothing still shows: one death among a thousand is why one looks. */
const MIN_SHARE_PX = 2;

const ruler = new OffscreenCanvas(1, 1).getContext("2d")!;

/** How firmly a count is written: by its order of magnitude beside the layer's largest, so that the eye goes where much is. */
const weightOf = (count: number, most: number) => 0.5 + 0.5 * (most > 1 ? Math.log(count + 1) / Math.log(most + 1) : 1);

/**
 * A badge: per layer its shape in its colour, the count, and a bar of its grades, worst at the left.
 *
 * @param most - the largest count of each layer in any cell.
 */
export function badgeSprite(
  badge: Badge,
  layers: readonly LayerDefinition[],
  language: "zh" | "en",
  theme: MapTheme,
  most: readonly number[],
): Sprite {
  ruler.font = FONT;
  const texts = badge.chips.map((chip) => countText(chip.count, language));
  const textPx = Math.max(14, ...texts.map((text) => Math.ceil(ruler.measureText(text).width)));
  const widthPx = PADDING_PX * 2 + SYMBOL_PX + GAP_PX + textPx + MARGIN_PX * 2;
  const heightPx = badge.chips.length * CHIP_HEIGHT_PX + 3 + MARGIN_PX * 2;
  return {
    widthPx,
    heightPx,
    draw(context) {
      drawPlate(context, widthPx, heightPx, theme);
      context.font = FONT;
      context.textBaseline = "alphabetic";
      badge.chips.forEach((chip, index) => {
        const definition = layers[chip.layer]!;
        const top = MARGIN_PX + 1.5 + index * CHIP_HEIGHT_PX;
        const left = MARGIN_PX + PADDING_PX;
        const look = { shape: definition.symbol.shape, color: definition.symbol.color, mark: "", attention: false };
        drawSymbol(context, look, left + SYMBOL_PX / 2, top + 9, SYMBOL_PX, {
          ...theme,
          symbolHalo: "transparent",
          symbolShadow: "transparent",
        });
        context.fillStyle = theme.badge.text;
        context.globalAlpha = weightOf(chip.count, most[chip.layer]!);
        context.textAlign = "left";
        context.font = FONT;
        context.fillText(texts[index]!, left + SYMBOL_PX + GAP_PX, top + 13.5);
        context.globalAlpha = 1;
        drawShares(context, chip, definition, left, top + 17.5, widthPx - MARGIN_PX * 2 - PADDING_PX * 2);
      });
    },
  };
}

function drawPlate(
  context: OffscreenCanvasRenderingContext2D,
  widthPx: number,
  heightPx: number,
  theme: MapTheme,
): void {
  context.save();
  context.beginPath();
  context.roundRect(MARGIN_PX, MARGIN_PX - 0.5, widthPx - MARGIN_PX * 2, heightPx - MARGIN_PX * 2, 6);
  context.shadowColor = theme.badge.shadow;
  context.shadowBlur = 3;
  context.shadowOffsetY = 1;
  context.fillStyle = theme.badge.fill;
  context.fill();
  context.shadowColor = "transparent";
  context.strokeStyle = theme.badge.line;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

function drawShares(
  context: OffscreenCanvasRenderingContext2D,
  chip: Chip,
  definition: LayerDefinition,
  left: number,
  top: number,
  widthPx: number,
): void {
  const classes = symbolClasses(definition);
  const present = classes
    .map((each, index) => ({ color: each.color, count: chip.byClass[index]! }))
    .filter((each) => each.count > 0);
  const free = widthPx - present.length * MIN_SHARE_PX;
  let x = left;
  context.save();
  context.beginPath();
  context.roundRect(left, top, widthPx, BAR_PX, BAR_PX / 2);
  context.clip();
  for (const share of present) {
    const width = MIN_SHARE_PX + (free * share.count) / chip.count;
    context.fillStyle = share.color;
    context.fillRect(x, top, width, BAR_PX);
    x += width;
  }
  context.restore();
}
