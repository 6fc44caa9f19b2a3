import { create } from "zustand";
import type { FeatureRef } from "../../../map/picture.ts";
import type { FreePart } from "./extent-beside.ts";

/** What an open list puts on the map. */
export interface OnMap {
  /** Of which figure: the map moves once for each. */
  readonly key: string;
  readonly marked: readonly FeatureRef[];
  readonly filters: Readonly<Record<string, string>>;
  readonly part: FreePart;
}

/** The list writes it, the screen draws it after its scene. */
export const useListedOnMap = create<{ readonly shown: OnMap | null }>(() => ({ shown: null }));
