import type { Geometry } from "geojson";
import { z } from "zod";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import { clipPolygons } from "../geometry/clip.ts";
import { containsPoint } from "../geometry/contains.ts";
import { outlineDistanceM } from "../geometry/distance.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { areaM2, lengthM } from "../geometry/measure.ts";
import { type Outline, pointOutline } from "../geometry/outlines.ts";
import { PROTECTION_CLASSES, RISK_STATUSES, type RiskStatus, riskLimitOf } from "../standards/protection-class.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";
import type { RiskContoursSummary, RiskFinding, RiskReason, RiskVerdict } from "./grade-results.ts";
import { AreaSchema, limitSchema } from "./parameters.ts";
import { findProtected, PROTECTED_LAYERS, type ProtectedObject } from "./protected-objects.ts";
import { refuseUnmeasurable, rowIdentity, rowOutline, rowPosition } from "./rows.ts";

const Parameters = z.strictObject({
  contours: z
    .array(
      z.strictObject({
        geometry: AreaSchema.describe("All of the area where the risk is at least that high, higher contours included"),
        riskPerYear: z.number().gt(0).max(1).describe("Individual risk of death per year on the line"),
      }),
    )
    .min(1)
    .max(12),
  status: z.enum(RISK_STATUSES).describe("Whether the hazard is new (or rebuilt, extended) or in service"),
  site: AreaSchema.optional().describe("The plant itself: what is inside is no object of protection"),
  groupWithinM: z.number().min(0).max(200).default(20).describe("Low houses so near to each other are one object"),
  limit: limitSchema(5000),
});

/** Errors above this say that the place is not known: they do not widen the search. */
const LARGEST_ERROR_M = 500;
/** Taken where nobody stated an error, and said so. */
const ASSUMED_ERROR_M = 1;
/** Two standard deviations are the half width of a 95 % interval. */
const WIDTH = 2;

/**
 * Acceptability of the individual risk that a risk assessment computed, for every protected object inside its contours.
 *
 * Contours come from the report; nothing is interpolated between them: a risk between two lines is an interval. An object counts at its
 * most exposed point, and one that touches the line of its limit is not clear of it.
 *
 * @see GB 36894-2018, 3.1 and table 1
 */
export const riskContours = defineAnalysis<typeof Parameters, RiskFinding, RiskContoursSummary>({
  name: "risk-contours",
  title: { zh: "个人风险可接受性", en: "Acceptability of individual risk" },
  description: {
    zh: "导入定量风险评价的个人风险等值线，按GB 36894逐处判定防护目标是否可接受。",
    en: "Imported individual risk contours against the limits of GB 36894 for each protected object.",
  },
  parameters: Parameters,
  layers: () => PROTECTED_LAYERS,
  run(parameters, inputs) {
    const { status, site } = parameters;
    if (site) refuseUnmeasurable(site as Geometry, "site");
    const contours = contoursOf(parameters.contours as readonly GivenContour[], inputs.plane);
    const lowest = contours[0]!;
    const objects = findProtected(inputs, lowest.geometry, WIDTH * LARGEST_ERROR_M, parameters.groupWithinM);
    const findings: RiskFinding[] = [];
    let own = 0;
    const drawn = perPlane((plane) => drawnOn(plane, contours, site as Geometry | undefined));
    for (const object of objects) {
      const { plane, xy } = object.snapshot;
      const on = drawn(plane);
      const exposure = exposureOf(object, on.contours);
      if (exposure.possible === 0) continue;
      const isOwn = on.site !== null && containsPoint(on.site, xy[object.row * 2]!, xy[object.row * 2 + 1]!);
      if (isOwn) own++;
      else findings.push(judge(object, exposure, contours, status));
    }
    findings.sort(worstFirst);
    const listed = findings.slice(0, parameters.limit);
    return {
      findings: listed,
      summary: {
        status,
        counts: countsOf(findings),
        openClasses: PROTECTION_CLASSES.filter((each) => riskLimitOf(each, status) < lowest.riskPerYear),
        own,
        listed: listed.length,
      },
    };
  },
});

interface GivenContour {
  readonly geometry: Geometry;
  readonly riskPerYear: number;
}

/** A strip of this width may stick out: reports round their coordinates. */
const STICKS_OUT_M = 0.1;

/**
 * The contours from the lowest risk to the highest.
 *
 * @throws AnalysisRefusal naming the contour that cannot be measured, repeats a risk, or does not lie in the next lower one.
 */
function contoursOf(given: readonly GivenContour[], plane: ZonePlane): readonly GivenContour[] {
  for (const [i, { geometry }] of given.entries()) refuseUnmeasurable(geometry, `contours.${i}.geometry`);
  const order = given.map((contour, i) => ({ ...contour, i })).sort((a, b) => a.riskPerYear - b.riskPerYear);
  const outlines = order.map(({ geometry }) => outlineFromGeoJson(geometry, plane));
  for (let k = 1; k < order.length; k++) {
    const { i, riskPerYear } = order[k]!;
    if (riskPerYear === order[k - 1]!.riskPerYear)
      throw new AnalysisRefusal(
        `contours.${i}.riskPerYear`,
        "this risk is given twice",
        "each once, parts as a MultiPolygon",
      );
    const [outer, inner] = [outlines[k - 1]!, outlines[k]!];
    const outside = areaM2(inner) - areaM2({ kind: 2, parts: clipPolygons(inner.parts, outer.parts) });
    if (outside > lengthM(inner) * STICKS_OUT_M)
      throw new AnalysisRefusal(
        `contours.${i}.geometry`,
        `sticks out of the contour of the lower risk ${order[k - 1]!.riskPerYear}`,
        "filled areas, each inside the one of the next lower risk",
      );
  }
  return order;
}

/** Made once for each plane, so that what is built for an outline is found again. */
function perPlane<Made>(make: (plane: ZonePlane) => Made): (plane: ZonePlane) => Made {
  const kept = new Map<string, Made>();
  return (plane) => {
    const key = plane.center.join();
    const made = kept.get(key) ?? make(plane);
    kept.set(key, made);
    return made;
  };
}

function drawnOn(plane: ZonePlane, contours: readonly GivenContour[], site: Geometry | undefined) {
  const drawn = contours.map(({ geometry }): ContourOutline => {
    const area = outlineFromGeoJson(geometry, plane);
    return { area, edge: { kind: 1, parts: area.parts.map(closed) } };
  });
  return { contours: drawn, site: site ? outlineFromGeoJson(site, plane) : null };
}

const closed = (ring: Float64Array): Float64Array => Float64Array.of(...ring, ring[0]!, ring[1]!);

interface ContourOutline {
  readonly area: Outline;
  /** Its rings as lines. */
  readonly edge: Outline;
}

interface Exposure {
  /** How many contours, from the lowest, surely hold a point of the object. */
  readonly sure: number;
  /** How many may. */
  readonly possible: number;
  readonly errorStated: boolean;
}

function exposureOf(object: ProtectedObject, contours: readonly ContourOutline[]): Exposure {
  const { snapshot, row } = object;
  const outline = rowOutline(snapshot, row);
  const stated = snapshot.positionErrorM[row]!;
  const errorStated = !Number.isNaN(stated);
  const widthM = WIDTH * Math.min(errorStated ? stated : ASSUMED_ERROR_M, LARGEST_ERROR_M);
  let [sure, possible] = [0, 0];
  for (const contour of contours) {
    const distanceM = outlineDistanceM(contour.area, outline, widthM);
    if (distanceM > widthM) break;
    possible++;
    if (sure === possible - 1 && distanceM === 0 && isDeeper(outline, contour, widthM)) sure++;
  }
  return { sure, possible, errorStated };
}

/** Whether a corner of the outline lies so deep in the contour that the error of its position cannot bring it out. */
function isDeeper(outline: Outline, { area, edge }: ContourOutline, depthM: number): boolean {
  if (depthM === 0) return true;
  for (const part of outline.parts)
    for (let i = 0; i < part.length; i += 2) {
      const [x, y] = [part[i]!, part[i + 1]!];
      if (containsPoint(area, x, y) && outlineDistanceM(edge, pointOutline(x, y), depthM) >= depthM) return true;
    }
  return false;
}

function judge(
  object: ProtectedObject,
  { sure, possible, errorStated }: Exposure,
  contours: readonly GivenContour[],
  status: RiskStatus,
): RiskFinding {
  const { layer, snapshot, row, kind, classes, filedClass, groupSize, people } = object;
  const atLeast = sure === 0 ? 0 : contours[sure - 1]!.riskPerYear;
  const below = contours[possible]?.riskPerYear ?? null;
  const limits = classes.map((each) => riskLimitOf(each, status));
  const verdicts = new Set(limits.map((limit) => verdictAt(limit, atLeast, below)));
  const verdict = verdicts.size === 1 ? [...verdicts][0]! : "cannot-tell";
  const certainly = (limit: number) => verdictAt(limit, contours[possible - 1]!.riskPerYear, below);
  const reasons: RiskReason[] = [
    ...(object.classDisagrees ? (["class-disagrees"] as const) : []),
    ...(verdicts.size > 1 ? (["class-open"] as const) : []),
    ...(sure < possible ? (["position-error"] as const) : []),
    ...(limits.some((limit) => certainly(limit) === "cannot-tell") ? (["between-contours"] as const) : []),
    ...(errorStated ? [] : (["error-not-stated"] as const)),
    ...(groupSize > 1 ? (["grouped"] as const) : []),
  ];
  return {
    layer,
    ...rowIdentity(snapshot, row),
    kind,
    classes,
    filedClass,
    groupSize,
    limitPerYear: { least: Math.min(...limits), most: Math.max(...limits) },
    riskPerYear: { atLeast, below },
    verdict,
    reasons,
    people,
    position: rowPosition(snapshot, row),
  };
}

function verdictAt(limit: number, atLeast: number, below: number | null): RiskVerdict {
  if (atLeast >= limit) return "unacceptable";
  return below !== null && below <= limit ? "acceptable" : "cannot-tell";
}

const VERDICTS: readonly RiskVerdict[] = ["unacceptable", "cannot-tell", "acceptable"];

/** By verdict, then by the risk over the limit, then by people. */
const worstFirst = (a: RiskFinding, b: RiskFinding): number =>
  VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
  b.riskPerYear.atLeast / b.limitPerYear.least - a.riskPerYear.atLeast / a.limitPerYear.least ||
  (b.people ?? 0) - (a.people ?? 0);

function countsOf(findings: readonly RiskFinding[]): RiskContoursSummary["counts"] {
  const none = () => ({ places: 0, people: 0, unknownPeople: 0 });
  const counts = { unacceptable: none(), "cannot-tell": none(), acceptable: none() };
  for (const { verdict, people } of findings) {
    counts[verdict].places++;
    if (people === null) counts[verdict].unknownPeople++;
    else counts[verdict].people += people;
  }
  return counts;
}
