import chinese400 from "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2?url";
import chinese500 from "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff2?url";
import latin400 from "@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff2?url";
import latin500 from "@fontsource/noto-sans-sc/files/noto-sans-sc-latin-500-normal.woff2?url";

/** The CSS family of every text on the map. */
export const MAP_FONT = "Noto Sans SC";

/** What a map style writes to get the heavier weight: MapLibre reads the weight out of the name. */
export const MAP_FONT_MEDIUM = "Noto Sans SC, Medium";

// Latin last: of two faces of one weight the later is asked first.
const FACES = [
  { url: chinese400, weight: "400" },
  { url: chinese500, weight: "500" },
  { url: latin400, weight: "400" },
  { url: latin500, weight: "500" },
];

let loading: Promise<void> | null = null;

/**
 * Loads the whole font once. Glyph atlases keep what they drew first, so a map made before the font is there
 * would show boxes for ever.
 */
export function loadMapFont(): Promise<void> {
  loading ??= Promise.all(
    FACES.map(async ({ url, weight }) => {
      const face = new FontFace(MAP_FONT, `url(${url}) format("woff2")`, { weight, display: "block" });
      document.fonts.add(await face.load());
    }),
  ).then(() => undefined);
  return loading;
}
