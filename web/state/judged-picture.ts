import { create } from "zustand";
import type { AreaPicture, DistanceLine, FeatureRef, RoadBandPicture, ShadePicture } from "../map/picture.ts";

/** What the open part of the planning or traffic page puts on the map; empty on the other pages. */
export interface JudgedPicture {
  readonly areas: readonly AreaPicture[];
  readonly lines: readonly DistanceLine[];
  /** Roads by how much happens on them. */
  readonly roadBands: readonly RoadBandPicture[];
  readonly shades: ShadePicture | null;
  /** Leaves the ground free of the counts of layers, which would hide what is listed. */
  readonly hidesCounts: boolean;
  /** Features that it is about, shown like selected ones. */
  readonly marked: readonly FeatureRef[];
}

const NOTHING: JudgedPicture = { areas: [], lines: [], roadBands: [], shades: null, hidesCounts: false, marked: [] };

export const useJudgedPicture = create<JudgedPicture>(() => NOTHING);

export const clearJudgedPicture = (): void => useJudgedPicture.setState(NOTHING);
