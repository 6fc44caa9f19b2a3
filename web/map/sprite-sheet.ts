/** A picture to be drawn on a sheet; sizes in CSS pixels. */
export interface Sprite {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Draws with the origin at the upper left corner. */
  draw(context: OffscreenCanvasRenderingContext2D): void;
}

/** Where a sprite lies on its sheet, device pixels: deck.gl's icon mapping. */
export interface SpriteFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SpriteSheet {
  readonly image: ImageData;
  /** In the order of the sprites. */
  readonly frames: readonly SpriteFrame[];
}

const SHEET_WIDTH = 2048;

/** Draws sprites side by side on rows. Every sprite gets whole, even device pixels and a gap, so that it stays sharp. */
export function drawSpriteSheet(sprites: readonly Sprite[], pixelRatio: number): SpriteSheet {
  const frames: SpriteFrame[] = [];
  let [x, y, rowHeight] = [0, 0, 0];
  for (const sprite of sprites) {
    const width = evenPixels(sprite.widthPx, pixelRatio);
    const height = evenPixels(sprite.heightPx, pixelRatio);
    if (x + width > SHEET_WIDTH) [x, y, rowHeight] = [0, y + rowHeight + 2, 0];
    frames.push({ x, y, width, height });
    x += width + 2;
    rowHeight = Math.max(rowHeight, height);
  }
  const used = y === 0 ? Math.max(2, x) : SHEET_WIDTH;
  const canvas = new OffscreenCanvas(used, Math.max(2, y + rowHeight));
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  sprites.forEach((sprite, index) => {
    context.save();
    context.translate(frames[index]!.x, frames[index]!.y);
    context.scale(pixelRatio, pixelRatio);
    sprite.draw(context);
    context.restore();
  });
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), frames };
}

const evenPixels = (sizePx: number, pixelRatio: number) => Math.ceil((sizePx * pixelRatio) / 2) * 2;
