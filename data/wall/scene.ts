import { z } from "zod";

const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "lower-case letters, digits and hyphens, at most 40")
  .describe("Lower-case letters, digits and hyphens, at most 40");

const Name = z.string().trim().min(1).max(60);

/** Shorter, nobody reads a scene to its end; longer, a tour stands still. Seconds. */
export const DWELL_LIMITS_S = { min: 5, max: 3_600 } as const;

/** More than these nobody takes in while a scene stands. */
export const MOST_PANELS = 12;
export const MOST_OVERLAYS = 8;

/** More scenes than this no tour comes back from within a shift. */
export const MOST_SCENES = 40;

/** Named twice, a panel would stand twice beside itself. */
const ids = (most: number) =>
  z
    .array(Id)
    .max(most)
    .refine((each) => new Set(each).size === each.length, "names one twice")
    .describe(`Each at most once, ${most} at most`);

const Longitude = z.number().min(-180).max(180);
const Latitude = z.number().min(-85).max(85);

/** What of the ground has to be seen, whatever the size of the screen. */
export const ExtentSchema = z
  .tuple([Longitude, Latitude, Longitude, Latitude])
  .refine(
    ([west, south, east, north]) => west < east && south < north,
    "west must lie west of east, and south south of north",
  )
  .describe("[west, south, east, north] in WGS84 degrees");
export type Extent = z.output<typeof ExtentSchema>;

/**
 * One picture of the wall, as a value: what the map shows and which panels stand around it.
 *
 * Layers and panels are named by their ids and may name what this version does not have (see {@link missingFrom}): a scene that an
 * older or a newer version saved still opens.
 */
export const SceneSchema = z.strictObject({
  id: Id,
  title: z.strictObject({ zh: Name, en: Name }),
  /** `null`: the whole zone. */
  extent: ExtentSchema.nullable(),
  layers: ids(30),
  /** CQL2 text by layer. */
  filters: z.record(Id, z.string().max(2_000)),
  heat: z
    .strictObject({ layer: Id, weight: Id, bandwidthM: z.number().min(50).max(2_000) })
    .nullable()
    .describe("bandwidthM: 50 to 2000"),
  /** What analyses draw on the map beside the ledgers. */
  overlays: ids(MOST_OVERLAYS),
  /** In the order in which room is given to them: what does not fit a small screen is left out from the end. */
  panels: ids(MOST_PANELS),
  dwellS: z
    .number()
    .int()
    .min(DWELL_LIMITS_S.min)
    .max(DWELL_LIMITS_S.max)
    .describe("How long a tour stays, 5 to 3600 seconds"),
});
export type Scene = z.output<typeof SceneSchema>;

/** What a version of the product can show. */
export interface Showable {
  readonly layers: readonly string[];
  readonly panels: readonly string[];
  readonly overlays: readonly string[];
}

export interface Missing {
  readonly kind: "layer" | "panel" | "overlay";
  readonly id: string;
}

/**
 * @returns what a scene names and `there` does not have, in the scene's order, each once; empty when the scene can be shown whole.
 * Filters and heat of a missing layer go with it and are not listed again.
 */
export function missingFrom(scene: Scene, there: Showable): Missing[] {
  const lacking = (kind: Missing["kind"], named: readonly string[], known: readonly string[]) =>
    [...new Set(named)].filter((id) => !known.includes(id)).map((id) => ({ kind, id }));
  const layers = [...scene.layers, ...Object.keys(scene.filters), ...(scene.heat ? [scene.heat.layer] : [])];
  return [
    ...lacking("layer", layers, there.layers),
    ...lacking("overlay", scene.overlays, there.overlays),
    ...lacking("panel", scene.panels, there.panels),
  ];
}
