/** The package has no types of its own. What comes back depends on the text: `crs.ts` says what it uses of it. */
declare module "wkt-parser" {
  export default function parseWkt(wkt: string): unknown;
}
