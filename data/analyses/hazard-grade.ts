import type { Geometry } from "geojson";
import { z } from "zod";
import { rowGeometry } from "../snapshot/to-geojson.ts";
import {
  gradeHazard,
  HAZARD_LEVELS,
  type HazardGrade,
  type HazardLevel,
  type HeldSubstance,
  HeldSubstanceSchema,
  RESIDENTS_WITHIN_M,
} from "../standards/hazard-grade.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import type {
  GradePlace,
  GradeReading,
  HazardGradeSummary,
  PeopleGroup,
  PeopleOfGroup,
  PlaceReason,
} from "./grade-results.ts";
import {
  type GradedHazard,
  judgePlaces,
  PEOPLE_LAYER_IDS,
  type PeopleCorrection,
  surveyPlaces,
} from "./hazard-people.ts";
import { AreaSchema, GeometrySchema, limitSchema } from "./parameters.ts";
import { codeIn } from "./row-values.ts";
import { gradeOf, refuseUnmeasurable } from "./rows.ts";

const PeopleSchema = z.number().int().nonnegative().max(1_000_000);
const NoteSchema = z.string().trim().min(1).max(500);

const CorrectionSchema = z.union([
  z.strictObject({
    layer: z.enum(PEOPLE_LAYER_IDS),
    id: z.string().min(1).max(80),
    people: PeopleSchema.describe(
      "Counts instead of the ledger's number, also of a group that is not counted; 0 takes it out",
    ),
    note: NoteSchema.optional(),
  }),
  z.strictObject({ add: PeopleSchema.min(1).describe("Residents whom no ledger knows"), note: NoteSchema }),
]);

const Parameters = z
  .strictObject({
    hazardId: z.string().min(1).max(80).optional().describe("A feature of hazard-sources"),
    geometry: GeometrySchema.optional().describe("A drawn unit instead"),
    substances: z.array(HeldSubstanceSchema).min(1).max(60).optional().describe("Instead of the ledger's"),
    boundary: AreaSchema.optional().describe("The plant's boundary, where the outline is not that or is missing"),
    count: z
      .array(z.enum(["residents", "institutions", "workers"]))
      .default(["residents"])
      .describe("Whose people count; the standard means permanent residents"),
    corrections: z.array(CorrectionSchema).max(500).default([]),
    limit: limitSchema(5000),
  })
  .refine((given) => (given.hazardId !== undefined) !== (given.geometry !== undefined), {
    path: ["hazardId"],
    error: "either hazardId or geometry",
  })
  .refine((given) => given.geometry === undefined || given.substances !== undefined, {
    path: ["substances"],
    error: "a drawn unit needs its substances",
  });
type Parameters = z.output<typeof Parameters>;

/** The counts that are shown beside the asked one: the narrowest and wider readings of "permanent residents". */
const READINGS: readonly (readonly PeopleGroup[])[] = [
  ["residents"],
  ["residents", "institutions"],
  ["residents", "institutions", "workers"],
];

/**
 * The level of a major hazard source from its substances and from the people whom the ledgers know within 500 m of its boundary.
 *
 * By default houses, housing estates, villages, care homes and colleges count; schools, hospitals, hotels and the like are listed apart,
 * and so are the employees of other enterprises. What the level would be with them is among `readings`.
 *
 * @see GB 18218-2018, 4.2, 4.3, table 5
 */
export const hazardGrade = defineAnalysis<typeof Parameters, GradePlace, HazardGradeSummary>({
  name: "hazard-grade",
  title: { zh: "重大危险源分级", en: "Grade of a hazard source" },
  description: {
    zh: "按GB 18218计算S、R和等级；α取厂区边界外500 m内各台账的常住人口，逐处列出，可更正。",
    en: "S, R and level after GB 18218, with α from the residents within 500 m of the boundary, listed place by place and correctable.",
  },
  parameters: Parameters,
  layers: ({ hazardId }) => [...(hazardId === undefined ? [] : ["hazard-sources"]), ...PEOPLE_LAYER_IDS],
  run(parameters, inputs) {
    const hazard = hazardOf(parameters, inputs);
    const survey = surveyPlaces(hazard, inputs, placed(parameters));
    const placesFor = (count: readonly PeopleGroup[]) => [...judgePlaces(survey, count), ...added(parameters)];
    const places = placesFor(parameters.count);
    refuseStrayCorrections(parameters, places);
    const { substances } = hazard;
    const { people, unknownPeople } = countOf(places);
    const grade = gradeBy(substances, places);
    const findings = places.slice(0, parameters.limit);
    return {
      findings,
      summary: {
        ...grade,
        hazard: { id: hazard.id, code: hazard.code, name: hazard.name },
        people,
        unknownPeople,
        groups: groupsOf(places, parameters.count),
        readings: READINGS.map((count) => readingOf(count, substances, placesFor(count))),
        filedLevel: hazard.filedLevel,
        changed: changedFrom(hazard.filedLevel, grade),
        boundaryKnown: hazard.isBoundary,
        withinM: RESIDENTS_WITHIN_M,
        places: places.length,
        listed: findings.length,
      },
    };
  },
});

interface GradedSource extends GradedHazard {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  readonly substances: HeldSubstance[];
  readonly filedLevel: HazardLevel | null;
  /** The geometry is an area, and not known to be of the unit alone. */
  readonly isBoundary: boolean;
}

function hazardOf(parameters: Parameters, inputs: AnalysisInputs): GradedSource {
  const boundary = parameters.boundary as Geometry | undefined;
  if (boundary) refuseUnmeasurable(boundary, "boundary");
  const { hazardId } = parameters;
  if (hazardId === undefined) {
    const geometry = parameters.geometry as Geometry;
    refuseUnmeasurable(geometry, "geometry");
    const drawn = { id: null, code: "", name: "", enterpriseName: null, creditCode: null, filedLevel: null };
    const used = boundary ?? geometry;
    return { ...drawn, geometry: used, substances: parameters.substances!, isBoundary: isArea(used) };
  }
  const snapshot = inputs.snapshot("hazard-sources");
  const row = Array.from({ length: snapshot.count }, (_, i) => i).find((i) => snapshot.ids.get(i) === hazardId);
  if (row === undefined) throw new AnalysisRefusal("hazardId", "not in hazard-sources", "id of a hazard source");
  const { substances: held, enterpriseName, creditCode } = snapshot.columns;
  const ledger = held?.type === "list" ? (held.get(row) ?? []).filter(({ tonnes }) => tonnes > 0) : [];
  const substances = parameters.substances ?? [...ledger];
  if (substances.length === 0)
    throw new AnalysisRefusal("substances", "the ledger names no substances of this source", "substances with tonnes");
  const geometry = boundary ?? rowGeometry(snapshot, row);
  const filed = gradeOf(snapshot, inputs.layer("hazard-sources"), row);
  return {
    id: hazardId,
    code: snapshot.codes.get(row) ?? "",
    name: snapshot.names.get(row) ?? "",
    geometry,
    isBoundary: isArea(geometry) && (boundary !== undefined || codeIn(snapshot, row, "outlineOf") !== "unit"),
    enterpriseName: enterpriseName?.type === "text" ? enterpriseName.get(row) : null,
    creditCode: creditCode?.type === "text" ? creditCode.get(row) : null,
    substances,
    filedLevel: HAZARD_LEVELS.find((level) => level === filed) ?? null,
  };
}

const isArea = ({ type }: Geometry): boolean => type === "Polygon" || type === "MultiPolygon";

const placed = ({ corrections }: Parameters): PeopleCorrection[] =>
  corrections.flatMap((each) => ("add" in each ? [] : [each]));

const added = ({ corrections }: Parameters): GradePlace[] =>
  corrections.flatMap((each) =>
    "add" in each
      ? [
          {
            layer: null,
            id: null,
            code: "",
            name: "",
            kind: null,
            group: "added",
            people: each.add,
            ledgerPeople: null,
            note: each.note,
            distanceM: null,
            partly: false,
            counted: true,
            why: "corrected",
            within: null,
            position: null,
          } satisfies GradePlace,
        ]
      : [],
  );

/** A correction that changes nothing would be believed to. */
function refuseStrayCorrections({ corrections }: Parameters, places: readonly GradePlace[]): void {
  const known = new Set(places.map(({ layer, id }) => `${layer} ${id}`));
  corrections.forEach((each, i) => {
    if ("add" in each || known.has(`${each.layer} ${each.id}`)) return;
    throw new AnalysisRefusal(`corrections.${i}.id`, `no place of ${each.layer} within 500 m`, "id of a listed place");
  });
}

function countOf(places: readonly GradePlace[]) {
  let [people, unknownPeople] = [0, 0];
  for (const place of places) {
    if (place.why === "people-unknown") unknownPeople++;
    else if (place.counted) people += place.people ?? 0;
  }
  return { people, unknownPeople };
}

function gradeBy(substances: HeldSubstance[], places: readonly GradePlace[]): HazardGrade {
  const { people, unknownPeople } = countOf(places);
  return gradeHazard({ substances, people: unknownPeople > 0 ? { least: people } : people });
}

const NOT_AGAIN: readonly PlaceReason[] = ["inside-another", "own"];

function groupsOf(places: readonly GradePlace[], count: readonly PeopleGroup[]): PeopleOfGroup[] {
  return (["residents", "institutions", "workers", "added"] as const).map((group) => {
    const own = places.filter((place) => place.group === group && !NOT_AGAIN.includes(place.why));
    return {
      group,
      places: own.length,
      people: own.reduce((sum, { people }) => sum + (people ?? 0), 0),
      unknownPeople: own.filter(({ people }) => people === null).length,
      counted: group === "added" || count.includes(group),
    };
  });
}

function readingOf(
  count: readonly PeopleGroup[],
  substances: HeldSubstance[],
  places: readonly GradePlace[],
): GradeReading {
  const { level, levelRange } = gradeBy(substances, places);
  return { count, people: countOf(places).people, level, levelRange };
}

function changedFrom(filed: HazardLevel | null, { level, levelRange }: HazardGrade): boolean | null {
  if (filed === null) return null;
  if (level !== null) return level !== filed;
  // From the worst to the least: a filed level outside of what can be has changed in any case.
  const rank = (each: HazardLevel) => HAZARD_LEVELS.indexOf(each);
  return rank(filed) < rank(levelRange.most) || rank(filed) > rank(levelRange.least) ? true : null;
}
