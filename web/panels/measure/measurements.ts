import type { Geometry } from "geojson";
import { create } from "zustand";
import { useSurface } from "../../state/surface.ts";
import { type Measured, measureShape } from "./measure-shape.ts";

/** A finished measurement. */
export interface Measurement {
  /** Counted up from 1 for each kind, and never given twice. */
  readonly number: number;
  readonly shape: Geometry;
  readonly measured: Measured;
}

export type MeasureMode = Measured["kind"];

interface Measurements {
  /** Latest first. They stay when the panel closes. */
  readonly list: readonly Measurement[];
  /** What is being drawn; `null`: nothing. */
  readonly mode: MeasureMode | null;
  /** The unfinished shape; `null` before its first position. */
  readonly live: Measured | null;
}

export const useMeasurements = create<Measurements>(() => ({ list: [], mode: null, live: null }));

const given: Record<MeasureMode, number> = { line: 0, polygon: 0 };

/** Lets the person draw; the shape is measured while it grows and kept when it is finished. */
export async function startMeasuring(mode: MeasureMode): Promise<void> {
  const { map } = useSurface.getState();
  if (!map) return;
  const drawn = map.draw(mode);
  useMeasurements.setState({ mode, live: null });
  useSurface.setState({ drawing: "measure", hovered: null });
  map.onSketch((unfinished) => useMeasurements.setState({ live: measureShape(unfinished) }));
  const shape = await drawn;
  // Somebody else draws by now, and the sketch is theirs.
  if (useSurface.getState().drawing !== "measure" || useMeasurements.getState().mode !== mode) return;
  map.onSketch(null);
  useSurface.setState({ drawing: null });
  useMeasurements.setState({ mode: null, live: null });
  const measured = shape && measureShape(shape);
  if (measured) keep([{ number: ++given[mode], shape, measured }, ...useMeasurements.getState().list]);
}

/** Leaves off drawing, when the measuring tool draws. */
export function stopMeasuring(): void {
  if (useSurface.getState().drawing === "measure") useSurface.getState().map?.cancelDrawing();
}

export const removeMeasurement = (measurement: Measurement): void =>
  keep(useMeasurements.getState().list.filter((each) => each !== measurement));

export const removeAllMeasurements = (): void => keep([]);

function keep(list: readonly Measurement[]): void {
  useMeasurements.setState({ list });
  const geometries = list.map(({ shape }) => shape);
  useSurface.setState({ measured: geometries.length === 0 ? null : { type: "GeometryCollection", geometries } });
}
