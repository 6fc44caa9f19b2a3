import type { Geometry, MultiPolygon, Polygon } from "geojson";
import { z } from "zod";
import { createZonePlane, type ZonePlane } from "../geodesy/zone-plane.ts";
import { clipPolygons, subtractPolygons, unitePolygons } from "../geometry/clip.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { areaM2, lengthM } from "../geometry/measure.ts";
import {
  addUses,
  type DevelopmentUse,
  DevelopmentUseSchema,
  HSE_ADVICES,
  HSE_MATRIX,
  HSE_ZONES,
  type HseAdvice,
  type HseZone,
  isAncillary,
  STRADDLING_SHARE,
  sensitivityOf,
} from "../standards/hse.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";
import type { AdviceStep, LandUseAdviceSummary, LandUseFinding } from "./grade-results.ts";
import { AreaSchema } from "./parameters.ts";
import { refuseUnmeasurable } from "./rows.ts";

const Parameters = z.strictObject({
  development: AreaSchema.describe("All of the development, parking and landscaping included"),
  uses: z
    .array(
      z.strictObject({
        use: DevelopmentUseSchema,
        geometry: AreaSchema.optional().describe(
          "Its part of the development; without it, all that is not parking or landscaping",
        ),
      }),
    )
    .min(1)
    .max(30),
  hazards: z
    .array(
      z
        .strictObject({
          name: z.string().trim().min(1).max(200),
          inner: AreaSchema.optional(),
          middle: AreaSchema.optional(),
          outer: AreaSchema.optional(),
        })
        .refine(({ inner, middle, outer }) => Boolean(inner ?? middle ?? outer), { path: ["outer"], error: "no zone" }),
    )
    .min(1)
    .max(30),
});
type Parameters = z.output<typeof Parameters>;

/**
 * Land use planning advice after the British method: a second opinion on a development near hazards, with its reason step by step.
 *
 * Each type of use is assessed apart, its sizes added up. It counts as in the innermost zone that holds at least a tenth of its area;
 * parking and landscaping neither count nor are they assessed beside other uses. The most onerous advice of all uses and hazards holds.
 * Density of housing is taken without parking and landscaping, the site of an institution with them: both give the higher level.
 *
 * @see HSE's land use planning methodology, rules 1 to 3
 */
export const landUseAdvice = defineAnalysis<typeof Parameters, LandUseFinding, LandUseAdviceSummary>({
  name: "land-use-advice",
  title: { zh: "土地利用规划建议（英国HSE方法）", en: "Land use planning advice (HSE method)" },
  description: {
    zh: "按英国HSE内、中、外三区和开发敏感度矩阵给出建议及逐步理由，仅作参考意见。",
    en: "Advice by inner, middle and outer zone and sensitivity of the development, with its reasons; a second opinion.",
  },
  parameters: Parameters,
  layers: () => [],
  run(parameters) {
    const plane = planeAt(parameters.development as Polygon | MultiPolygon);
    const site = ringsOf(parameters.development, "development", plane);
    const parts = partsOf(parameters, site, plane);
    const hazards = parameters.hazards.map((hazard, i) => zonesOf(hazard, `hazards.${i}`, plane));
    const findings = hazards
      .flatMap((zones, i) =>
        parts.assessed.map((part) => adviseOn(part, parameters.hazards[i]!.name, zones, parts.ancillary)),
      )
      .sort((a, b) => rankOf(a.advice) - rankOf(b.advice));
    const { advice } = findings[0]!;
    return {
      findings,
      summary: {
        advice,
        decidedBy: findings.flatMap((finding, i) => (finding.advice === advice ? [i] : [])),
        areaM2: areaOf(site),
        notAssessed: parts.notAssessed,
      },
    };
  },
});

type Rings = readonly Float64Array[];

/** A use with the ground that it is assessed on. */
interface AssessedPart {
  readonly use: DevelopmentUse;
  /** Uses of its type that were added up. */
  readonly uses: number;
  readonly ground: Rings;
  /** Area that its density or size is taken of. */
  readonly siteM2: number;
}

interface Parts {
  readonly assessed: readonly AssessedPart[];
  readonly ancillary: Rings;
  readonly notAssessed: readonly DevelopmentUse["type"][];
}

function partsOf({ uses }: Parameters, site: Rings, plane: ZonePlane): Parts {
  const drawn = uses.map(({ use, geometry }, i) => {
    const rings = geometry ? ringsOf(geometry, `uses.${i}.geometry`, plane) : null;
    if (rings && areaOf(subtractPolygons(rings, site)) > lengthOf(rings) * STICKS_OUT_M)
      throw new AnalysisRefusal(`uses.${i}.geometry`, "sticks out of the development", "a part of the development");
    return { use, rings };
  });
  const main = drawn.filter(({ use }) => !isAncillary(use));
  if (main.length === 0) {
    const parking = addUses(uses.map(({ use }) => use)).find(({ type }) => type === "parking");
    if (!parking) throw new AnalysisRefusal("uses", "landscaping alone has no level", "a use that it belongs to");
    const alone = { use: parking, uses: 1, ground: site, siteM2: areaOf(site) };
    return { assessed: [alone], ancillary: [], notAssessed: uses.length > 1 ? ["landscape"] : [] };
  }
  const ancillary = united(drawn.filter(({ use }) => isAncillary(use)).map(({ rings }) => rings ?? []));
  const open = subtractPolygons(site, ancillary);
  const assessed = addUses(main.map(({ use }) => use)).map((use): AssessedPart => {
    const own = main.filter((each) => isSameType(each.use, use));
    const isDrawn = own.every(({ rings }) => rings !== null);
    const ground = isDrawn ? united(own.map(({ rings }) => rings!)) : open;
    const siteM2 = areaOf(isDrawn || use.type !== "institution" ? ground : site);
    return { use, uses: own.length, ground, siteM2 };
  });
  if (assessed.some(({ ground }) => areaOf(ground) < 1))
    throw new AnalysisRefusal("uses", "parking and landscaping leave no ground for the other uses", "at least 1 m²");
  const notAssessed = addUses(uses.map(({ use }) => use).filter(isAncillary)).map(({ type }) => type);
  return { assessed, ancillary, notAssessed };
}

const isSameType = (a: DevelopmentUse, b: DevelopmentUse): boolean =>
  a.type === "institution" && b.type === "institution" ? a.stay === b.stay : a.type === b.type;

type Zones = Readonly<Record<HseZone, Rings | null>>;

/** A strip of this width may stick out: drawings round their coordinates. */
const STICKS_OUT_M = 0.1;

/** @throws AnalysisRefusal for a zone that cannot be measured or is not inside the next one outward. */
function zonesOf(hazard: Parameters["hazards"][number], field: string, plane: ZonePlane): Zones {
  const rings = (zone: HseZone) => (hazard[zone] ? ringsOf(hazard[zone], `${field}.${zone}`, plane) : null);
  const zones = { inner: rings("inner"), middle: rings("middle"), outer: rings("outer") };
  const given = HSE_ZONES.filter((zone) => zones[zone] !== null);
  given.forEach((zone, i) => {
    const around = given[i + 1];
    if (around === undefined) return;
    if (areaOf(subtractPolygons(zones[zone]!, zones[around]!)) > lengthOf(zones[zone]!) * STICKS_OUT_M)
      throw new AnalysisRefusal(
        `${field}.${zone}`,
        `sticks out of the ${around} zone`,
        "filled zones, each inside the next",
      );
  });
  return zones;
}

function adviseOn(part: AssessedPart, hazard: string, zones: Zones, ancillary: Rings): LandUseFinding {
  const { use, uses, ground, siteM2 } = part;
  const { level, rule } = sensitivityOf(use, siteM2);
  const steps: AdviceStep[] = [
    ...(uses > 1 ? [{ code: "sizes-added", values: { uses } } as const] : []),
    { code: "level", values: { rule, level } },
  ];
  const whole = areaOf(ground);
  // The clipper keeps tenths of a millimetre: a share of exactly a tenth must not fall below it.
  const slack = (lengthOf(ground) * 1e-4) / whole;
  const shares: Record<HseZone, number | null> = { inner: null, middle: null, outer: null };
  let zone: HseZone | null = null;
  for (const each of HSE_ZONES) {
    const rings = zones[each];
    if (!rings) continue;
    const share = Math.min(1, areaOf(clipPolygons(ground, rings)) / whole);
    shares[each] = share;
    if (zone !== null) continue;
    if (share >= STRADDLING_SHARE - slack) {
      zone = each;
      steps.push({ code: "share", values: { zone: each, share } }, { code: "zone", values: { zone: each } });
    } else if (share > slack) steps.push({ code: "straddles-little", values: { zone: each, share } });
    else if (areaOf(clipPolygons(ancillary, rings)) > 1) steps.push({ code: "ancillary-only", values: { zone: each } });
  }
  const advice: HseAdvice = zone === null ? "none" : HSE_MATRIX[level][zone];
  steps.push(zone === null ? { code: "outside" } : { code: "matrix", values: { level, zone, advice } });
  return { hazard, use: use.type, level, rule, zone, shares, advice, steps };
}

const rankOf = (advice: HseAdvice): number => HSE_ADVICES.indexOf(advice);

/** A plane of its own: nothing else is measured with, and shares are true wherever the development lies. */
function planeAt(development: Polygon | MultiPolygon): ZonePlane {
  refuseUnmeasurable(development, "development");
  const [lon, lat] = (
    development.type === "Polygon" ? development.coordinates[0]![0]! : development.coordinates[0]![0]![0]!
  ) as [number, number];
  return createZonePlane([lon, lat]);
}

/** @throws AnalysisRefusal naming `field` when the area cannot be measured. */
function ringsOf(geometry: z.output<typeof AreaSchema>, field: string, plane: ZonePlane): Rings {
  refuseUnmeasurable(geometry as Geometry, field);
  return outlineFromGeoJson(geometry as Geometry, plane).parts;
}

const united = (areas: readonly Rings[]): Rings => areas.reduce((sum, each) => unitePolygons(sum, each), []);

/** Outer rings run counter-clockwise and holes clockwise, after the clipper as before it. */
const areaOf = (rings: Rings): number => areaM2({ kind: 2, parts: rings });
const lengthOf = (rings: Rings): number => lengthM({ kind: 2, parts: rings });
