import type { Geometry, Position } from "geojson";
import { GrowingFloats } from "./growing.ts";

/**
 * Outlines in WGS84 as nested runs: row `i` has the parts `rowParts[i] … rowParts[i + 1]`, part `p` the rings
 * `partRings[p] … partRings[p + 1]`, ring `r` the vertices `ringVertices[r] … ringVertices[r + 1]` of `lonLat`.
 * A point or line is a part of one ring; a polygon's first ring is the outer one. Polygon rings are closed.
 */
export interface OutlineColumns {
  /** 0 = points, 1 = lines, 2 = polygons, for all parts of a row. */
  readonly kinds: Uint8Array;
  readonly rowParts: Int32Array;
  readonly partRings: Int32Array;
  readonly ringVertices: Int32Array;
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
  readonly #kinds: number[] = [];
  readonly #rowParts: number[] = [0];
  readonly #partRings: number[] = [0];
  readonly #ringVertices: number[] = [0];
  readonly #lonLat = new GrowingFloats();
  #onlyPoints = true;

  /**
   * @param geometry - WKB of either byte order, or GeoJSON; not a collection, not empty.
   * @throws RangeError when it is malformed, empty, or has a position that is not on the earth.
   */
  add(geometry: Uint8Array | Geometry): void {
    const [rings, vertices, numbers] = [this.#partRings.length, this.#ringVertices.length, this.#lonLat.length];
    try {
      const kind = geometry instanceof Uint8Array ? this.#addWkb(geometry) : this.#addGeoJson(geometry);
      const parts = this.#partRings.length - rings;
      if (parts === 0) throw new RangeError("an empty geometry has no place");
      this.#kinds.push(kind);
      this.#rowParts.push(this.#partRings.length - 1);
      if (kind > 0 || parts > 1) this.#onlyPoints = false;
    } catch (error) {
      this.#partRings.length = rings;
      this.#ringVertices.length = vertices;
      this.#lonLat.cut(numbers);
      throw error;
    }
  }

  /** @returns the outlines, or only the positions when every row is a single point. */
  finish(): OutlineColumns | Float64Array {
    const lonLat = this.#lonLat.take();
    if (this.#onlyPoints) return lonLat;
    return {
      kinds: Uint8Array.from(this.#kinds),
      rowParts: Int32Array.from(this.#rowParts),
      partRings: Int32Array.from(this.#partRings),
      ringVertices: Int32Array.from(this.#ringVertices),
      lonLat,
    };
  }

  #addVertex(longitude: number, latitude: number): void {
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
      throw new RangeError(`${longitude}, ${latitude} is not a position in degrees`);
    this.#lonLat.push(longitude);
    this.#lonLat.push(latitude);
  }

  #endRing(kind: number): void {
    const first = this.#ringVertices[this.#ringVertices.length - 1]! * 2;
    const end = this.#lonLat.length;
    if (end === first) throw new RangeError("a part without positions has no place");
    const [longitude, latitude] = [this.#lonLat.at(first), this.#lonLat.at(first + 1)];
    if (kind === 2 && (this.#lonLat.at(end - 2) !== longitude || this.#lonLat.at(end - 1) !== latitude))
      this.#addVertex(longitude, latitude);
    this.#ringVertices.push(this.#lonLat.length / 2);
  }

  #endPart(): void {
    const end = this.#ringVertices.length - 1;
    if (end === this.#partRings[this.#partRings.length - 1]) throw new RangeError("a part without rings has no place");
    this.#partRings.push(end);
  }

  #addGeoJson(geometry: Geometry): number {
    const addRing = (positions: readonly Position[]) => {
      for (const position of positions) this.#addVertex(position[0] as number, position[1] as number);
      this.#endRing(KIND_OF[geometry.type]!);
    };
    const addPart = (rings: readonly (readonly Position[])[]) => {
      for (const ring of rings) addRing(ring);
      this.#endPart();
    };
    switch (geometry.type) {
      case "Point":
        addPart([[geometry.coordinates]]);
        break;
      case "MultiPoint":
        for (const position of geometry.coordinates) addPart([[position]]);
        break;
      case "LineString":
        addPart([geometry.coordinates]);
        break;
      case "MultiLineString":
        for (const line of geometry.coordinates) addPart([line]);
        break;
      case "Polygon":
        addPart(geometry.coordinates);
        break;
      case "MultiPolygon":
        for (const polygon of geometry.coordinates) addPart(polygon);
        break;
      default:
        throw new RangeError(`a ${geometry?.type} has no outline`);
    }
    return KIND_OF[geometry.type]!;
  }

  /** Straight from bytes into columns: a detour over GeoJSON costs four times as much. */
  #addWkb(bytes: Uint8Array): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    const readVertices = (count: number, little: boolean) => {
      for (const end = at + count * 16; at < end; at += 16)
        this.#addVertex(view.getFloat64(at, little), view.getFloat64(at + 8, little));
    };
    const readCount = (little: boolean) => {
      at += 4;
      return view.getUint32(at - 4, little);
    };
    const readPart = (): number => {
      const little = view.getUint8(at) === 1;
      const type = view.getUint32(at + 1, little);
      at += 5;
      if (type < 1 || type > 6) throw new RangeError(`WKB type ${type} has no outline`);
      if (type > 3) {
        for (let parts = readCount(little); parts > 0; parts--)
          if (readPart() !== type - 4) throw new RangeError(`WKB type ${type} holds another kind`);
        return type - 4;
      }
      for (let rings = type === 3 ? readCount(little) : 1; rings > 0; rings--) {
        readVertices(type === 1 ? 1 : readCount(little), little);
        this.#endRing(type - 1);
      }
      this.#endPart();
      return type - 1;
    };
    const kind = readPart();
    if (at !== bytes.byteLength) throw new RangeError(`WKB ends at byte ${at} of ${bytes.byteLength}`);
    return kind;
  }
}
