import { create } from "zustand";
import type { AreaPicture, DistanceLine, ShadePicture } from "../map/picture.ts";

/** What the open part of the planning page puts on the map; empty on the other pages. */
export interface JudgedPicture {
  readonly areas: readonly AreaPicture[];
  readonly lines: readonly DistanceLine[];
  readonly shades: ShadePicture | null;
}

const NOTHING: JudgedPicture = { areas: [], lines: [], shades: null };

export const useJudgedPicture = create<JudgedPicture>(() => NOTHING);

export const clearJudgedPicture = (): void => useJudgedPicture.setState(NOTHING);
