import type { Geometry, Position } from "geojson";
import type { Outlines } from "../geometry/outlines.ts";
import { GrowingFloats } from "./growing.ts";
import { roundVertex } from "./outline-bytes.ts";

/**
 * The structure of `Outlines` over WGS84 degrees `[lon0, lat0, …]`; see there for rings, holes and their direction. A single point is
 * exactly the record's; every other vertex is the record's to nine decimals (`roundVertex`).
 */
export interface OutlineColumns extends Pick<Outlines, "kind" | "featureStart" | "partStart"> {
  readonly lonLat: Float64Array;
}

const KIND_OF: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 0,
  LineString: 1,
  MultiLineString: 1,
  Polygon: 2,
  MultiPolygon: 2,
};

/** Collects outlines row by row, from WKB or GeoJSON. A row that is refused leaves nothing behind. */
export class OutlineBuilder {
  readonly #kind: number[] = [];
  readonly #featureStart: number[] = [0];
  readonly #partStart: number[] = [0];
  readonly #lonLat = new GrowingFloats();
  #onlyPoints = true;

  /**
   * @param geometry - WKB of either byte order, or GeoJSON; not a collection, not empty.
   * @throws RangeError when it is malformed, empty, or has a position that is not on the earth.
   */
  add(geometry: Uint8Array | Geometry): void {
    const [before, numbers] = [this.#partStart.length, this.#lonLat.length];
    try {
      const kind = geometry instanceof Uint8Array ? this.#addWkb(geometry) : this.#addGeoJson(geometry);
      const parts = this.#partStart.length - before;
      if (parts === 0) throw new RangeError("an empty geometry has no place");
      this.#kind.push(kind);
      this.#featureStart.push(this.#partStart.length - 1);
      if (kind > 0 || parts > 1) this.#onlyPoints = false;
    } catch (error) {
      this.#partStart.length = before;
      this.#lonLat.cut(numbers);
      throw error;
    }
  }

  /** @returns the outlines, or only the positions when every row is a single point. */
  finish(): OutlineColumns | Float64Array {
    const lonLat = this.#lonLat.take();
    if (this.#onlyPoints) return lonLat;
    return {
      kind: Uint8Array.from(this.#kind),
      featureStart: Uint32Array.from(this.#featureStart),
      partStart: Uint32Array.from(this.#partStart),
      lonLat,
    };
  }

  #addSinglePoint(longitude: number, latitude: number): void {
    assertOnEarth(longitude, latitude);
    this.#lonLat.push(longitude);
    this.#lonLat.push(latitude);
    this.#endPart();
  }

  /** Rounds before anything is asked of the vertex: what it closes, and which way its ring runs, stays true of what travels. */
  #addVertex(longitude: number, latitude: number): void {
    assertOnEarth(longitude, latitude);
    this.#lonLat.push(roundVertex(longitude));
    this.#lonLat.push(roundVertex(latitude));
  }

  #endPart(): void {
    const end = this.#lonLat.length / 2;
    if (end === this.#partStart[this.#partStart.length - 1])
      throw new RangeError("a part without positions has no place");
    this.#partStart.push(end);
  }

  /** @param hole - not the first ring of its polygon. A hole without area cuts nothing out and is left away. */
  #endRing(hole: boolean): void {
    const start = this.#partStart[this.#partStart.length - 1]! * 2;
    const end = this.#lonLat.length;
    const closed =
      this.#lonLat.at(start) === this.#lonLat.at(end - 2) && this.#lonLat.at(start + 1) === this.#lonLat.at(end - 1);
    if (closed && end - start > 2) this.#lonLat.cut(end - 2);
    const area = this.#lonLat.doubleArea(start);
    if (hole && area === 0) {
      this.#lonLat.cut(start);
      return;
    }
    if (hole ? area > 0 : area < 0) this.#lonLat.reversePairs(start);
    this.#endPart();
  }

  #addGeoJson(geometry: Geometry): number {
    const addPart = (positions: readonly Position[]) => {
      for (const position of positions) this.#addVertex(position[0] as number, position[1] as number);
    };
    const addLine = (positions: readonly Position[]) => {
      addPart(positions);
      this.#endPart();
    };
    const addPolygon = (rings: readonly (readonly Position[])[]) =>
      rings.forEach((ring, index) => {
        addPart(ring);
        this.#endRing(index > 0);
      });
    switch (geometry.type) {
      case "Point":
        this.#addSinglePoint(geometry.coordinates[0] as number, geometry.coordinates[1] as number);
        break;
      case "MultiPoint":
        for (const position of geometry.coordinates) addLine([position]);
        break;
      case "LineString":
        addLine(geometry.coordinates);
        break;
      case "MultiLineString":
        geometry.coordinates.forEach(addLine);
        break;
      case "Polygon":
        addPolygon(geometry.coordinates);
        break;
      case "MultiPolygon":
        geometry.coordinates.forEach(addPolygon);
        break;
      default:
        throw new RangeError(`a ${geometry?.type} has no outline`);
    }
    return KIND_OF[geometry.type]!;
  }

  /** Straight from bytes into columns: a detour over GeoJSON costs four times as much. */
  #addWkb(bytes: Uint8Array): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const little = view.getUint8(0) === 1;
    const type = view.getUint32(1, little);
    const end = type === 1 ? this.#addWkbPoint(view, little) : this.#addWkbPart(view, 0);
    if (end !== bytes.byteLength) throw new RangeError(`WKB ends at byte ${end} of ${bytes.byteLength}`);
    return (type - 1) % 3;
  }

  #addWkbPoint(view: DataView, little: boolean): number {
    this.#addSinglePoint(view.getFloat64(5, little), view.getFloat64(13, little));
    return 21;
  }

  /** @returns where the part ends. */
  #addWkbPart(view: DataView, start: number): number {
    const little = view.getUint8(start) === 1;
    const type = view.getUint32(start + 1, little);
    let at = start + 5;
    if (type === 1) {
      at = this.#addWkbVertices(view, at, 1, little);
      this.#endPart();
      return at;
    }
    if (type < 1 || type > 6) throw new RangeError(`WKB type ${type} has no outline`);
    const count = view.getUint32(at, little);
    at += 4;
    if (type === 2) {
      at = this.#addWkbVertices(view, at, count, little);
      this.#endPart();
      return at;
    }
    for (let i = 0; i < count; i++) {
      if (type === 3) {
        at = this.#addWkbVertices(view, at + 4, view.getUint32(at, little), little);
        this.#endRing(i > 0);
      } else {
        if (view.getUint32(at + 1, view.getUint8(at) === 1) !== type - 3)
          throw new RangeError(`WKB type ${type} holds another kind`);
        at = this.#addWkbPart(view, at);
      }
    }
    return at;
  }

  #addWkbVertices(view: DataView, start: number, count: number, little: boolean): number {
    const end = start + count * 16;
    for (let at = start; at < end; at += 16)
      this.#addVertex(view.getFloat64(at, little), view.getFloat64(at + 8, little));
    return end;
  }
}

function assertOnEarth(longitude: number, latitude: number): void {
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
    throw new RangeError(`${longitude}, ${latitude} is not a position in degrees`);
}
