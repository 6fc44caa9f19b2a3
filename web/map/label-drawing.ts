import { MAP_FONT } from "./font.ts";
import type { MapTheme } from "./map-theme.ts";
import type { Sprite } from "./sprite-sheet.ts";
import { inkOn } from "./symbol-shapes.ts";

const FONT = `500 12px "${MAP_FONT}", sans-serif`;
const ruler = new OffscreenCanvas(1, 1).getContext("2d")!;

/** A small plate with a ring's radius, in the results' accent. */
export function labelSprite(text: string, theme: MapTheme): Sprite {
  ruler.font = FONT;
  const widthPx = Math.ceil(ruler.measureText(text).width) + 16;
  const heightPx = 20;
  return {
    widthPx,
    heightPx,
    draw(context) {
      context.beginPath();
      context.roundRect(1, 1, widthPx - 2, heightPx - 2, 9);
      context.fillStyle = theme.accent;
      context.strokeStyle = theme.accentHalo;
      context.lineWidth = 1.5;
      context.fill();
      context.stroke();
      context.font = FONT;
      context.textAlign = "center";
      context.fillStyle = inkOn(theme.accent);
      context.fillText(text, widthPx / 2, 14.3);
    },
  };
}

/** The pin of a place found or asked about; its tip is the middle of the sprite, so half of it stays empty. */
export function pinSprite(theme: MapTheme): Sprite {
  return {
    widthPx: 36,
    heightPx: 84,
    draw(context) {
      context.beginPath();
      context.moveTo(18, 42);
      context.bezierCurveTo(15, 33, 6, 27, 6, 16);
      context.arc(18, 16, 12, Math.PI, 0);
      context.bezierCurveTo(30, 27, 21, 33, 18, 42);
      context.closePath();
      context.shadowColor = theme.symbolShadow;
      context.shadowBlur = 4;
      context.fillStyle = theme.accent;
      context.fill();
      context.shadowColor = "transparent";
      context.strokeStyle = theme.accentHalo;
      context.lineWidth = 2;
      context.stroke();
      context.beginPath();
      context.arc(18, 16, 4.6, 0, Math.PI * 2);
      context.fillStyle = theme.accentHalo;
      context.fill();
    },
  };
}
