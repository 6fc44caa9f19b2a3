import type { Geometry } from "geojson";
import { containsPoint } from "../geometry/contains.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { areaM2, boxOf } from "../geometry/measure.ts";
import type { Outline } from "../geometry/outlines.ts";
import { findByBox } from "../snapshot/index.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { rowGeometry, rowValue } from "../snapshot/to-geojson.ts";
import { TARGET_KINDS, type TargetDescription } from "../standards/proposal.ts";
import { classifyProtection, PROTECTION_CLASSES, type ProtectionClass } from "../standards/protection-class.ts";
import type { AnalysisInputs } from "./define.ts";
import { groupHouses } from "./house-groups.ts";
import { rowOutline } from "./rows.ts";

/** The ledgers in which protected objects stand; a building is one only where no other ledger knows what is in it. */
export const PROTECTED_LAYERS = ["protection-targets", "houses", "buildings"] as const;
type ProtectedLayer = (typeof PROTECTED_LAYERS)[number];

/** A place that is to be protected, with the classes that it can have. */
export interface ProtectedObject {
  readonly layer: ProtectedLayer;
  readonly snapshot: Snapshot;
  readonly row: number;
  readonly kind: string | null;
  readonly classes: readonly ProtectionClass[];
  readonly filedClass: ProtectionClass | null;
  readonly classDisagrees: boolean;
  readonly groupSize: number;
  readonly people: number | null;
}

const UNKNOWN: Omit<TargetDescription, "kind"> = {
  people: null,
  households: null,
  beds: null,
  floorAreaM2: null,
  heightM: null,
  storeys: null,
  fireRating: null,
};

/**
 * Everything to be protected whose box meets an area: targets, houses that no counted estate or village holds, and buildings in which
 * none of these is.
 *
 * @param area - WGS84. @param marginM - how far around its box to look too.
 * @param groupWithinM - low houses so near to each other are one object.
 */
export function findProtected(
  inputs: AnalysisInputs,
  area: Geometry,
  marginM: number,
  groupWithinM: number,
): ProtectedObject[] {
  const rowsOf = (layer: ProtectedLayer) => {
    const snapshot = inputs.snapshot(layer);
    const [minX, minY, maxX, maxY] = boxOf(outlineFromGeoJson(area, snapshot.plane));
    return findByBox(snapshot, [minX - marginM, minY - marginM, maxX + marginM, maxY + marginM]).sort((a, b) => a - b);
  };
  const value = (layer: ProtectedLayer, row: number, attribute: string) =>
    rowValue(inputs.snapshot(layer), inputs.layer(layer), attribute, row);
  const targets = rowsOf("protection-targets").map((row) =>
    targetObject(inputs.snapshot("protection-targets"), row, (id) => value("protection-targets", row, id)),
  );
  const isInEstate = insideAnyOf(targets.filter(({ kind }) => kind === "residential" || kind === "village"));
  const houseRows = rowsOf("houses");
  const groups = houseRows.length > 0 ? groupHouses(inputs.snapshot("houses"), groupWithinM) : [];
  const houses = houseRows
    .filter((row) => !isInEstate(inputs.snapshot("houses"), row))
    .map((row): ProtectedObject => {
      const group = groups[row]!;
      // A self-built house is one household: the ledger does not count them.
      const description = { ...UNKNOWN, kind: "dwelling", people: group.people, households: group.houses } as const;
      return {
        layer: "houses",
        snapshot: inputs.snapshot("houses"),
        row,
        kind: textOf(value("houses", row, "use")),
        classes: classifyProtection(description),
        filedClass: null,
        classDisagrees: false,
        groupSize: group.houses,
        people: numberOf(value("houses", row, "people")),
      };
    });
  const buildings = inputs.snapshot("buildings");
  const known = knownBuildings(buildings, targets, inputs.snapshot("houses"), houseRows);
  const unnamed = rowsOf("buildings")
    .filter((row) => !known.has(row))
    .map((row) => buildingObject(buildings, row, (id) => value("buildings", row, id)));
  return [...targets, ...houses, ...unnamed];
}

type ValueOf = (attribute: string) => ReturnType<typeof rowValue>;

function targetObject(snapshot: Snapshot, row: number, value: ValueOf): ProtectedObject {
  const kind = TARGET_KINDS.find((each) => each === value("kind")) ?? null;
  const filedClass = PROTECTION_CLASSES.find((each) => each === value("class")) ?? null;
  const groundM2 = kind === "park" ? areaM2(rowOutline(snapshot, row)) : 0;
  const people = numberOf(value("people"));
  const computed = kind
    ? classifyProtection({
        ...UNKNOWN,
        kind,
        people,
        households: numberOf(value("households")),
        beds: numberOf(value("beds")),
        floorAreaM2: groundM2 > 0 ? groundM2 : kind === "park" ? null : numberOf(value("floorAreaM2")),
      })
    : PROTECTION_CLASSES;
  const disagrees = filedClass !== null && !computed.includes(filedClass);
  const both = PROTECTION_CLASSES.filter((each) => each === filedClass || computed.includes(each));
  return {
    layer: "protection-targets",
    snapshot,
    row,
    kind,
    classes: filedClass === null ? computed : disagrees ? both : [filedClass],
    filedClass,
    classDisagrees: disagrees,
    groupSize: 1,
    people,
  };
}

const KIND_OF_USE: Readonly<Record<string, TargetDescription["kind"]>> = {
  residential: "dwelling",
  industrial: "industrial-building",
  commercial: "civil-building",
};

function buildingObject(snapshot: Snapshot, row: number, value: ValueOf): ProtectedObject {
  const use = textOf(value("use"));
  const kind = use === null ? undefined : KIND_OF_USE[use];
  const storeys = numberOf(value("storeys"));
  const floorAreaM2 = storeys === null ? null : areaM2(rowOutline(snapshot, row)) * Math.max(1, storeys);
  return {
    layer: "buildings",
    snapshot,
    row,
    kind: use,
    // A public building may be a school; one of unknown use may be anything.
    classes: kind ? classifyProtection({ ...UNKNOWN, kind, floorAreaM2 }) : PROTECTION_CLASSES,
    filedClass: null,
    classDisagrees: false,
    groupSize: 1,
    people: null,
  };
}

/** Buildings that a target or a house speaks for. */
function knownBuildings(
  buildings: Snapshot,
  targets: readonly ProtectedObject[],
  houses: Snapshot,
  houseRows: readonly number[],
): ReadonlySet<number> {
  const known = new Set<number>();
  const markAround = (snapshot: Snapshot, row: number) => {
    const [x, y] = buildings.plane.toPlane(snapshot.lonLat[row * 2]!, snapshot.lonLat[row * 2 + 1]!);
    for (const building of findByBox(buildings, [x, y, x, y]))
      if (containsPoint(rowOutline(buildings, building), x, y)) known.add(building);
  };
  const markInside = (outline: Outline) => {
    if (outline.kind !== 2) return;
    for (const building of findByBox(buildings, boxOf(outline)))
      if (containsPoint(outline, buildings.xy[building * 2]!, buildings.xy[building * 2 + 1]!)) known.add(building);
  };
  for (const row of houseRows) markAround(houses, row);
  for (const { snapshot, row } of targets) {
    markAround(snapshot, row);
    markInside(outlineFromGeoJson(rowGeometry(snapshot, row), buildings.plane));
  }
  return known;
}

/** Tells whether a row's position lies in the outline of one of these objects, all of one layer. */
function insideAnyOf(objects: readonly ProtectedObject[]): (snapshot: Snapshot, row: number) => boolean {
  const outlines = objects
    .map(({ snapshot, row }) => rowOutline(snapshot, row))
    .filter(({ kind }) => kind === 2)
    .map((outline) => ({ outline, box: boxOf(outline) }));
  const plane = objects[0]?.snapshot.plane;
  if (!plane || outlines.length === 0) return () => false;
  return ({ lonLat }, row) => {
    const [x, y] = plane.toPlane(lonLat[row * 2]!, lonLat[row * 2 + 1]!);
    return outlines.some(
      ({ outline, box: [minX, minY, maxX, maxY] }) =>
        x >= minX && x <= maxX && y >= minY && y <= maxY && containsPoint(outline, x, y),
    );
  };
}

const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);
const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
