import type { Geometry } from "geojson";
import type { DensityBand } from "#data/analyses/results.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { Selection, Snapshot } from "#data/snapshot/snapshot.ts";

/** What the map shall show. A value: the app says it, the map draws the difference to the last one. */
export interface MapPicture {
  readonly theme: "light" | "dark";
  readonly language: "zh" | "en";
  /** Bottom to top. A layer that is off is not in the list. */
  readonly layers: readonly LayerPicture[];
  /** Whether a layer is counted below its `minZoom`; off while heat shall be seen there. */
  readonly counts: boolean;
  /** The layer that is not counted even so: the one whose heat shall be seen. */
  readonly uncounted: string | null;
  /** Always there, under the ledgers: districts, water, roads, buildings, with their labels. */
  readonly base: readonly Snapshot[];
  readonly heat: HeatPicture | null;
  /** Roads by how much happens on them, sparsest first. */
  readonly roadBands: readonly RoadBandPicture[];
  /** Every place of the zone, judged: where something may stand. */
  readonly shades: ShadePicture | null;
  readonly rings: readonly RingPicture[];
  /** Lines from the origin to listed features along which distances were measured. */
  readonly distanceLines: readonly DistanceLine[];
  readonly selected: readonly FeatureRef[];
  readonly hovered: FeatureRef | null;
  /** What stands or may stand somewhere and how that is judged: proposals, zones of an opinion. */
  readonly areas: readonly AreaPicture[];
  /** A place found by search, or the origin of a buffer. */
  readonly marker: readonly [number, number] | null;
  /** A drawn origin or selection shape, kept on the map until cleared. */
  readonly sketch: Geometry | null;
}

export interface LayerPicture {
  readonly definition: LayerDefinition;
  readonly snapshot: Snapshot;
  /** 1 = passes the attribute and time filters; `null` = all. A new array is a new selection. */
  readonly visible: Selection;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface HeatPicture {
  readonly bands: readonly DensityBand[];
  readonly opacity: number;
}

/** Pieces of road of one density, in the colour that heat has for the band, and broader the denser. */
export interface RoadBandPicture {
  readonly band: number;
  /** Lines. */
  readonly geometry: Geometry;
}

export interface RingPicture {
  readonly radiusM: number;
  readonly geometry: Geometry;
}

/** How something was judged; each has a colour and a stroke of its own. `plain`: not judged. */
export type Tone = "plain" | "good" | "unsure" | "bad";

export interface DistanceLine {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly distanceM: number;
  /** Without it, a line that only measures. */
  readonly tone?: Tone;
}

export interface AreaPicture {
  /** A point or a line too, where that is all there is. */
  readonly geometry: Geometry;
  readonly tone: Tone;
  /** Beside the others and drawn weaker: another variant, say. */
  readonly muted?: boolean;
  /** Written on it; beside a line, at its middle. */
  readonly label?: string;
  /** Above its northern end instead, where features that stand on it do not hide it. */
  readonly labelAbove?: boolean;
}

/** A raster. The map gives each tone its colour and a pattern. */
export interface ShadePicture {
  readonly columns: number;
  readonly rows: number;
  /** Row by row, the southernmost first, from west to east. Another array is another raster. */
  readonly cells: Uint8Array;
  /** By the value of a cell; `null`: nothing is drawn there. */
  readonly tones: readonly (Tone | null)[];
  /** Outer corners, `[longitude, latitude]`: north-west, north-east, south-east, south-west. */
  readonly corners: readonly (readonly [number, number])[];
  /** 0 to 1. */
  readonly opacity: number;
}

export interface FeatureRef {
  readonly layer: string;
  readonly row: number;
}

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}

/** What drawing gives back: `null` when the user cancelled with Escape. */
export type DrawMode = "point" | "line" | "polygon" | "box";

export interface MapEvents {
  /** After a move ended. */
  onCamera(camera: Camera, bounds: readonly [number, number, number, number]): void;
  /** Under the pointer, at most once a frame; `null` when there is nothing. */
  onHover(feature: FeatureRef | null, pointer: { readonly x: number; readonly y: number }): void;
  /** A click that drawing did not take. `feature` is the topmost symbol. */
  onClick(feature: FeatureRef | null, at: readonly [number, number], keys: { readonly add: boolean }): void;
  /** Position under the pointer for the coordinate display. */
  onPointer(at: readonly [number, number] | null): void;
  /** The first complete picture after creation or after a lost context. */
  onReady(): void;
  /** The drawing surface was lost; `onReady` follows when it is back. */
  onContextLost(): void;
}

/** The one long-lived map. */
export interface ZoneMap {
  show(picture: MapPicture): void;
  moveTo(camera: Camera): void;
  /** WGS84 `[minLon, minLat, maxLon, maxLat]`. */
  fit(extent: readonly [number, number, number, number], paddingPx?: number): void;
  /** Starts drawing and resolves with the shape in WGS84, or `null` when cancelled. A second call cancels the first. */
  draw(mode: DrawMode): Promise<Geometry | null>;
  /**
   * Lets the person move a shape as a whole and its corners one by one, until the function it returns is called or drawing begins.
   * One polygon without holes, one line or one point; others cannot be changed by hand.
   *
   * @param onChange - with each movement, and with `isDone` once the pointer lets go.
   * @param onEnd - once it is over, also by Escape.
   */
  edit(shape: Geometry, onChange: (shape: Geometry, isDone: boolean) => void, onEnd: () => void): () => void;
  /** While drawing: called with the unfinished shape, for a live measurement. */
  onSketch(listener: ((unfinished: Geometry) => void) | null): void;
  cancelDrawing(): void;
  readonly camera: Camera;
  /** What is seen, WGS84 `[west, south, east, north]`. */
  readonly bounds: readonly [number, number, number, number];
  /** Draws everything so many times larger than on a desk, at the screen's own resolution; the page enlarges the container by it. */
  magnify(magnification: number): void;
  /** PNG data URL of the map as seen. */
  picture(): Promise<string>;
  /** Resolves once everything of the last picture is on the screen: for screenshots and tests. */
  settled(): Promise<void>;
  /**
   * For trying recovery by hand and in tests: the drawing surfaces are lost as after a driver reset and come back a moment later.
   * `onContextLost` and `onReady` follow as they would.
   */
  loseContext(): void;
  destroy(): void;
}
