import type { Geometry, Position } from "geojson";
import type { BrokenRow, SourceRow } from "./delivery.ts";
import { mergeGeometries } from "./merge-geometries.ts";

/** Elements of a placemark that are columns, by their path in it. */
const COLUMNS: Readonly<Record<string, string>> = {
  name: "name",
  description: "description",
  address: "address",
  phoneNumber: "phoneNumber",
  "TimeStamp/when": "when",
  "TimeSpan/begin": "begin",
  "TimeSpan/end": "end",
};

/** Gathers one placemark of a KML from its elements. */
export class PlacemarkReader {
  readonly #path: string[] = [];
  #text = "";
  readonly #own: Record<string, unknown> = {};
  /** Of `ExtendedData`: the table that the placemark was made from. */
  readonly #extended: Record<string, unknown> = {};
  #dataName = "";
  #rings: Position[][] = [];
  #track: Position[] = [];
  readonly #geometries: Geometry[] = [];
  #trouble: string | null = null;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name);
    this.#text = "";
    if (name === "Data" || name === "SimpleData" || name === "SimpleArrayData") this.#dataName = attributes.name ?? "";
    if (name === "Polygon") this.#rings = [];
    if (name === "Track") this.#track = [];
    if (name === "Model") this.#trouble = "its geometry is a 3D model";
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    const path = this.#path.join("/");
    const text = this.#text.trim();
    this.#path.pop();
    this.#text = "";
    if (COLUMNS[path]) this.#own[COLUMNS[path]] = text;
    else if (name === "value" && path.endsWith("Data/value")) this.#extended[this.#dataName] = text;
    else if (name === "SimpleData") this.#extended[this.#dataName] = text;
    else if (name === "coordinates") this.#takeCoordinates(text);
    else if (name === "coord") this.#track.push(...this.#positions(text.replaceAll(/\s+/g, ",")));
    else if (name === "Track" && this.#track.length > 1)
      this.#geometries.push({ type: "LineString", coordinates: this.#track });
    else if (name === "Polygon" && this.#rings.length > 0)
      this.#geometries.push({ type: "Polygon", coordinates: this.#rings });
  }

  finish(place: number, folder: string): SourceRow | BrokenRow {
    if (this.#trouble) return { place, reason: this.#trouble };
    const geometry = this.#geometries.length === 0 ? null : mergeGeometries(this.#geometries);
    if (geometry === null && this.#geometries.length > 0)
      return { place, reason: "its MultiGeometry mixes points, lines or areas" };
    const fields: Record<string, unknown> = { ...this.#own, ...(folder !== "" && { folder }) };
    for (const [name, value] of Object.entries(this.#extended))
      if (name !== "") fields[name in fields && fields[name] !== value ? `${name} (2)` : name] = value;
    return { place, fields, geometry };
  }

  #takeCoordinates(text: string): void {
    const positions = this.#positions(text);
    if (positions.length === 0) return;
    const shape = this.#path.at(-1);
    if (this.#path.includes("outerBoundaryIs")) this.#rings.unshift(positions);
    else if (this.#path.includes("innerBoundaryIs")) this.#rings.push(positions);
    else if (shape === "Point") this.#geometries.push({ type: "Point", coordinates: positions[0]! });
    else if (shape === "LineString") this.#geometries.push({ type: "LineString", coordinates: positions });
    else if (shape === "LinearRing") this.#geometries.push({ type: "Polygon", coordinates: [positions] });
  }

  /** `lon,lat,height` with blanks between positions; some programs write blanks behind the commas too. */
  #positions(text: string): Position[] {
    const tuples = text.replaceAll(/\s*,\s*/g, ",").split(/\s+/);
    return tuples
      .filter((tuple) => tuple !== "")
      .map((tuple) => {
        const [lon, lat] = tuple.split(",").map((part) => (part === "" ? Number.NaN : Number(part)));
        if (!Number.isFinite(lon) || !Number.isFinite(lat))
          this.#trouble = `its coordinates are no numbers: ${tuple.slice(0, 60)}`;
        return [lon!, lat!];
      });
  }
}
