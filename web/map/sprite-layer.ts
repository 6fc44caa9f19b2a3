import { drawSpriteSheet, type Sprite } from "./sprite-sheet.ts";
import { CrispIconLayer } from "./symbol-layer.ts";

/** deck.gl takes any image that WebGL takes; its types name only a URL and a texture. */
export const asAtlas = (image: ImageData) => image as unknown as string;

/** Sprites at places, each as sharp as it was drawn. */
export function spriteLayer(
  id: string,
  places: readonly (readonly [number, number])[],
  sprites: readonly Sprite[],
  pixelRatio: number,
): CrispIconLayer {
  const sheet = drawSpriteSheet(sprites, pixelRatio);
  const data = places.map((position, index) => ({ position: [...position] as [number, number], index }));
  return new CrispIconLayer<(typeof data)[number]>({
    id,
    data,
    iconAtlas: asAtlas(sheet.image),
    iconMapping: Object.fromEntries(sheet.frames.map((frame, index) => [index, frame])),
    getPosition: (each) => each.position,
    getIcon: (each) => String(each.index),
    getSize: (each) => sheet.frames[each.index]!.height / pixelRatio,
  }) as CrispIconLayer;
}
