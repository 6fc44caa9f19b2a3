/**
 * Colours of the density bands, sparse to dense: the lightness of "inferno" runs one way, so the order reads without hue and
 * for colour-blind readers. On light ground dense is dark, on dark ground dense is bright.
 *
 * @see Smith and van der Walt, matplotlib colour maps (2015), CC0
 */
// As many as the default bands; the first eight, which nearly every map uses, have two thirds of the range.
const LIGHT_STEPS = [
  "#fae36f",
  "#faca36",
  "#fcac14",
  "#f98f0b",
  "#ee7320",
  "#dd5737",
  "#c73f4b",
  "#ad305c",
  "#8f2468",
  "#7d1d6c",
  "#6a176d",
  "#58116c",
  "#470d66",
  "#36095e",
  "#250a4b",
  "#150b37",
];
const DARK_STEPS = [
  "#500f69",
  "#6d186d",
  "#8b236a",
  "#a82e5e",
  "#c23c4f",
  "#d8513c",
  "#eb6c27",
  "#f7870f",
  "#fba311",
  "#fcb015",
  "#fbbd25",
  "#facb36",
  "#f9d848",
  "#fae167",
  "#fbea88",
  "#fcf3a9",
];

/**
 * Colour of the `index`-th band counted from the sparsest. Depends on nothing else, so a density keeps its colour at every zoom and
 * when the densest band comes or goes; beyond the sixteenth band the colour stays.
 */
export function heatColor(index: number, theme: "light" | "dark"): string {
  const steps = theme === "dark" ? DARK_STEPS : LIGHT_STEPS;
  return steps[Math.max(0, Math.min(steps.length - 1, index))]!;
}

/**
 * How much of the ground a band hides, 0 to 1, before the picture's own opacity: sparse bands let the map through. For the legend,
 * drawn over the page's ground, as much as for the map.
 */
export const heatStrength = (index: number) => 0.5 + 0.3 * Math.min(1, Math.max(0, index) / 7);
