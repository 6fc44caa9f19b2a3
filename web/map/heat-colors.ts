/**
 * Colours of the density bands, sparse to dense: the lightness of "inferno" runs one way, so the order reads without hue and
 * for colour-blind readers. On light ground dense is dark, on dark ground dense is bright.
 *
 * @see Smith and van der Walt, matplotlib colour maps (2015), CC0
 */
const LIGHT_STEPS = [
  "#fbe983",
  "#f9cb35",
  "#fca50a",
  "#f3771a",
  "#dd513a",
  "#bb3754",
  "#932667",
  "#6a176e",
  "#420a68",
  "#1f0c48",
];
const DARK_STEPS = [
  "#4b1c7a",
  "#6a176e",
  "#932667",
  "#bb3754",
  "#dd513a",
  "#f3771a",
  "#fca50a",
  "#f9cb35",
  "#fbe983",
  "#fcffa4",
];

/**
 * Colour of the `index`-th band counted from the sparsest. Depends on nothing else, so a density keeps its colour at every zoom and
 * when the densest band comes or goes; beyond the tenth band the colour stays.
 */
export function heatColor(index: number, theme: "light" | "dark"): string {
  const steps = theme === "dark" ? DARK_STEPS : LIGHT_STEPS;
  return steps[Math.max(0, Math.min(steps.length - 1, index))]!;
}
