import type { Geometry } from "geojson";
import { type Datum, findDatum, fromWgs84 } from "../intake/datum.ts";
import { ALLOWED_EPSG, findReferenceSystem, gaussKrugerZoneOf, type ReferenceSystem } from "./reference-systems.ts";
import { GCJ02_WKT, toEsriWkt, toOgcWkt } from "./well-known-text.ts";

/** How positions of the record are written into a file. */
export interface TargetCrs {
  /** As the importer's `--datum` takes it: `wgs84`, `gcj02`, `EPSG:4529`. */
  readonly id: string;
  readonly name: string;
  /** `null`: GCJ-02, which no registry knows. */
  readonly epsg: number | null;
  /** Metres, not degrees. */
  readonly projected: boolean;
  readonly ogcWkt: string;
  readonly esriWkt: string;
  readonly datum: Datum;
}

/** The message is one line for the caller; `allowed` says what there is. */
export class UnknownCrs extends Error {
  readonly allowed = `wgs84, cgcs2000-gk, gcj02, ${ALLOWED_EPSG}`;
}

/** A feature that has no place in the reference system that was asked for. */
export class OutsideCrs extends Error {}

/**
 * @param name - `wgs84`, `cgcs2000-gk`, `gcj02` or `EPSG:n`, in any case.
 * @param center - where the zone is, which decides its Gauss-Kruger zone; `null` while nobody knows.
 * @throws UnknownCrs
 */
export function findTargetCrs(name: string, center: readonly [number, number] | null): TargetCrs {
  const id = name.toLowerCase();
  if (id === "wgs84") return targetOf(findReferenceSystem(4326)!, "wgs84");
  if (id === "gcj02") return gcj02;
  if (id === "cgcs2000-gk") {
    if (!center) throw new UnknownCrs("cgcs2000-gk needs to know where the zone is; name its zone, such as EPSG:4529");
    const zone = gaussKrugerZoneOf(center[0]);
    if (!zone) throw new UnknownCrs(`there is no CGCS2000 zone at ${center[0].toFixed(2)} degrees east`);
    return targetOf(zone);
  }
  const code = /^epsg:(\d{1,6})$/.exec(id);
  const system = code ? findReferenceSystem(Number(code[1])) : undefined;
  if (!system) throw new UnknownCrs(`there is no reference system ${name}`);
  return targetOf(system);
}

function targetOf(system: ReferenceSystem, id = `EPSG:${system.epsg}`): TargetCrs {
  const { epsg, name, projection } = system;
  return {
    id,
    name: `${name} (EPSG:${epsg})`,
    epsg,
    projected: projection !== null,
    ogcWkt: toOgcWkt(system),
    esriWkt: toEsriWkt(system),
    datum: findDatum(id),
  };
}

const gcj02: TargetCrs = {
  id: "gcj02",
  name: "GCJ-02",
  epsg: null,
  projected: false,
  ogcWkt: GCJ02_WKT,
  esriWkt: GCJ02_WKT,
  datum: findDatum("gcj02"),
};

/** @throws OutsideCrs when a position has no coordinates there. */
export function toTarget(geometry: Geometry, { datum, name }: TargetCrs): Geometry {
  // To the last digit, also of positions that are finer than any datum shift is.
  if (datum.same) return geometry;
  return fromWgs84(geometry, {
    ...datum,
    fromWgs84(position) {
      const converted = datum.fromWgs84(position);
      if (converted.every(Number.isFinite)) return converted;
      throw new OutsideCrs(`${position.join(", ")} has no coordinates in ${name}`);
    },
  });
}
