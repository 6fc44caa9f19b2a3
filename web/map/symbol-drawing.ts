import type { Shape } from "#data/layers/define.ts";
import { MAP_FONT } from "./font.ts";
import type { MapTheme } from "./map-theme.ts";
import { inkOn, markPlace, SHAPE_PATHS } from "./symbol-shapes.ts";

export interface SymbolLook {
  readonly shape: Shape;
  readonly color: string;
  readonly mark: string;
  readonly attention: boolean;
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws one symbol centred on a point. `size` is the shape's own height; halo and dot reach 4 px beyond. */
export function drawSymbol(
  context: Context,
  look: SymbolLook,
  x: number,
  y: number,
  size: number,
  theme: MapTheme,
): void {
  const shape = new Path2D(SHAPE_PATHS[look.shape]);
  const scale = size / 24;
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(scale, scale);
  context.lineJoin = "round";
  context.shadowColor = theme.symbolShadow;
  context.shadowBlur = 2.5;
  context.shadowOffsetY = 0.8;
  context.strokeStyle = theme.symbolHalo;
  context.lineWidth = 3.4 / scale;
  context.stroke(shape);
  context.shadowColor = "transparent";
  context.fillStyle = look.color;
  context.fill(shape);
  if (look.mark) drawMark(context, look);
  if (look.attention) drawAttention(context, theme);
  context.restore();
}

function drawMark(context: Context, look: SymbolLook): void {
  const place = markPlace(look.shape, look.mark);
  context.font = `500 ${place.size}px "${MAP_FONT}", sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillStyle = inkOn(look.color);
  const box = context.measureText(look.mark);
  context.fillText(look.mark, place.x, place.y + (box.actualBoundingBoxAscent - box.actualBoundingBoxDescent) / 2);
}

/** A dot with a bar through it at the upper right: reads without colour. */
function drawAttention(context: Context, theme: MapTheme): void {
  context.beginPath();
  context.arc(20, 4, 5.2, 0, Math.PI * 2);
  context.fillStyle = "#14191f";
  context.strokeStyle = theme.symbolHalo;
  context.lineWidth = 1.8;
  context.fill();
  context.stroke();
  context.fillStyle = "#ffffff";
  context.fillRect(19.1, 0.9, 1.8, 3.8);
  context.fillRect(19.1, 5.5, 1.8, 1.8);
}
