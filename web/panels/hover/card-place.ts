/** The pointer's own width and a breath: the card must never lie under it. */
const GAP_PX = 16;
const MARGIN_PX = 6;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where the card goes: right of and below the pointer, on the other side where that would leave the map. Where neither side has room, it
 * is pushed along the edge on one axis only, so that the pointer stays free.
 */
export function placeCard(
  pointer: { readonly x: number; readonly y: number },
  card: Size,
  map: Size,
): [number, number] {
  const x = besides(pointer.x, card.width, map.width);
  const y = besides(pointer.y, card.height, map.height);
  return [x ?? within(pointer.x, card.width, map.width), y ?? within(pointer.y, card.height, map.height)];
}

/** @returns `null` when there is room on neither side. */
function besides(at: number, size: number, room: number): number | null {
  if (at + GAP_PX + size + MARGIN_PX <= room) return at + GAP_PX;
  return at - GAP_PX - size >= MARGIN_PX ? at - GAP_PX - size : null;
}

const within = (at: number, size: number, room: number): number =>
  Math.max(MARGIN_PX, Math.min(at - size / 2, room - size - MARGIN_PX));
