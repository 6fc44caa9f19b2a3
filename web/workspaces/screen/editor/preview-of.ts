import { layOutScreen, type ScreenLayout, usualViewing } from "../screen-layout.ts";

/** The sizes that walls have. Pixels. */
export const WALL_SIZES = [
  [1920, 1080],
  [3840, 2160],
  [5760, 1080],
  [7680, 2160],
] as const;

/** How a scene's panels stand on a screen, without drawing it. */
export interface ScreenPreview {
  readonly layout: ScreenLayout;
  /** By their place in the scene's list: those that share the last column in turns; empty where each has its own room. */
  readonly turning: readonly number[];
  /** Those that are higher than the screen. */
  readonly tooHigh: readonly number[];
}

/** @param heightsEm - what each panel needs, in the order of the scene. */
export function previewOf(widthPx: number, heightPx: number, heightsEm: readonly number[]): ScreenPreview {
  const layout = layOutScreen(widthPx, heightPx, usualViewing(widthPx, heightPx), heightsEm);
  const { left, right, turns } = layout;
  const shown = new Set([...left, ...right, ...turns].flat());
  return {
    layout,
    turning: turns.length > 1 ? turns.flat() : [],
    tooHigh: heightsEm.flatMap((_, panel) => (shown.has(panel) ? [] : [panel])),
  };
}
