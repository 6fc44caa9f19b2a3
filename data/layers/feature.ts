import type { Geometry } from "geojson";
import type { Substance } from "./define.ts";

/** What an attribute can hold. Dates are `YYYY-MM-DD`, times `YYYY-MM-DDTHH:mm` local. `null` and absent mean the same: not known. */
export type AttributeValue = string | number | boolean | readonly Substance[] | null;

/** A feature as it enters the record: no identity or history yet. */
export interface FeatureDraft {
  /** Unique in its layer; what the office calls it. */
  readonly code: string;
  readonly name: string;
  /** WGS84 `[longitude, latitude]`, outer rings counter-clockwise. */
  readonly geometry: Geometry;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** One standard deviation of the position in metres, `null` when nobody stated one. */
  readonly positionErrorM: number | null;
  readonly districtCode: string | null;
  /** Who delivered it, as shown to the user. */
  readonly source: string;
  /** The day the state of affairs was observed, not the day it was typed in. */
  readonly observedOn: string | null;
}

/** A feature of the record: a draft with identity, revision and validity. */
export interface FeatureRecord extends FeatureDraft {
  /** UUID v7. */
  readonly id: string;
  readonly layer: string;
  readonly revision: number;
  /** ISO 8601 instant with zone. */
  readonly validFrom: string;
  readonly changedBy: string;
}
