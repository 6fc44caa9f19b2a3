import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { rowGeometry } from "#data/snapshot/to-geojson.ts";
import { joinRoads, type RoadSection } from "./road-lines.ts";
import { kilometreStakes } from "./stakes.ts";

/** The sources of the base map by name; `base-style.ts` draws them. */
export const BASE_SOURCES = [
  "districts",
  "district-names",
  "ground",
  "roads",
  "road-names",
  "stakes",
  "buildings",
] as const;

export type BaseSource = (typeof BASE_SOURCES)[number];

/** What each layer of the base gives to which sources, made only when a source is asked for. */
export const BASE_LAYERS: Readonly<
  Record<string, Readonly<Partial<Record<BaseSource, (snapshot: Snapshot) => Feature[]>>>>
> = {
  districts: { districts, "district-names": districtNames },
  infrastructure: { ground },
  roads: { roads, "road-names": roadNames, stakes },
  buildings: { buildings },
};

export const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

const feature = (geometry: Geometry, properties: Record<string, string | number>): Feature => ({
  type: "Feature",
  geometry,
  properties,
});

/** The code or text of a row, `""` where it is not known. */
function text(snapshot: Snapshot, id: string, row: number): string {
  const column = snapshot.columns[id];
  if (column?.type === "code") return column.values[column.indices[row]!] ?? "";
  return (column?.type === "text" ? column.get(row) : null) ?? "";
}

const eachRow = <Item>(snapshot: Snapshot, make: (row: number) => Item): Item[] =>
  Array.from({ length: snapshot.count }, (_, row) => make(row));

function districts(snapshot: Snapshot): Feature[] {
  return eachRow(snapshot, (row) => feature(rowGeometry(snapshot, row), { tint: row % 4 }));
}

function districtNames(snapshot: Snapshot): Feature[] {
  return eachRow(snapshot, (row) =>
    feature(
      { type: "Point", coordinates: [snapshot.lonLat[row * 2]!, snapshot.lonLat[row * 2 + 1]!] },
      { name: snapshot.names.get(row) ?? "" },
    ),
  );
}

function ground(snapshot: Snapshot): Feature[] {
  return eachRow(snapshot, (row) =>
    feature(rowGeometry(snapshot, row), {
      kind: text(snapshot, "kind", row),
      name: snapshot.names.get(row) ?? "",
    }),
  );
}

function roads(snapshot: Snapshot): Feature[] {
  return eachRow(snapshot, (row) =>
    feature(rowGeometry(snapshot, row), { class: text(snapshot, "class", row) || "local" }),
  );
}

function roadNames(snapshot: Snapshot): Feature[] {
  return joinRoads(roadSections(snapshot)).map((road) =>
    feature(
      { type: "LineString", coordinates: [...road.line] },
      { name: road.name, code: road.code, class: road.roadClass },
    ),
  );
}

function stakes(snapshot: Snapshot): Feature[] {
  const starts = snapshot.columns.startStakeM;
  if (starts?.type !== "number") return [];
  return eachRow(snapshot, (row) => row).flatMap((row) => {
    const start = starts.numbers[row]!;
    if (Number.isNaN(start) || text(snapshot, "roadCode", row) === "") return [];
    // Stakes run on across the parts of a section in no order that the record states: only the first is certain.
    return kilometreStakes(rowLines(snapshot, row)[0] ?? [], start).map((stake) =>
      feature({ type: "Point", coordinates: stake.at }, { label: `K${stake.kilometre}` }),
    );
  });
}

function buildings(snapshot: Snapshot): Feature[] {
  return eachRow(snapshot, (row) => feature(rowGeometry(snapshot, row), {}));
}

function roadSections(snapshot: Snapshot): RoadSection[] {
  return eachRow(snapshot, (row) => row).flatMap((row) =>
    rowLines(snapshot, row).map((line) => ({
      name: snapshot.names.get(row) ?? "",
      code: text(snapshot, "roadCode", row),
      roadClass: text(snapshot, "class", row) || "local",
      line,
    })),
  );
}

function rowLines(snapshot: Snapshot, row: number): readonly Position[][] {
  const geometry = rowGeometry(snapshot, row);
  if (geometry.type === "LineString") return [geometry.coordinates];
  return geometry.type === "MultiLineString" ? geometry.coordinates : [];
}
