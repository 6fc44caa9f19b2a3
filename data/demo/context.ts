import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import type { Built } from "./buildings.ts";
import { daysBefore } from "./dates.ts";
import type { Districts } from "./districts.ts";
import { positionError, sourceText } from "./draft.ts";
import type { Point } from "./frame.ts";
import type { HazardSite } from "./hazard-sites.ts";
import type { Random } from "./random.ts";
import type { RouteFinder } from "./route-finder.ts";
import type { StationSite } from "./stations.ts";
import type { StreetPlan } from "./streets.ts";

/** The built zone that the ledgers are written about. */
export interface Context {
  readonly seed: number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly streets: StreetPlan;
  readonly built: Built;
  readonly hazards: readonly HazardSite[];
  readonly stations: readonly StationSite[];
  readonly districts: Districts;
  readonly finder: RouteFinder;
}

/** `启明街道（演示）晨光大街12号`: the street that is nearest, numbered every ten metres, odd on the left. */
export function addressOf(context: Context, point: Point): string {
  const district = context.districts.find(point)?.name ?? "";
  const near = context.finder.nearest(point, 240);
  if (!near) return `${district}（无路名）`;
  return `${district}${near.route.name}${Math.max(1, Math.round(near.alongM / 10))}号`;
}

/** What a ledger's row has beyond its own values. */
export function draftOf(
  context: Context,
  random: Random,
  row: {
    code: string;
    name: string;
    geometry: FeatureDraft["geometry"];
    /** Where it is, for the district. */
    at: Point;
    attributes: Record<string, AttributeValue>;
    observedOn?: string | null;
    positionErrorM?: number | null;
  },
): FeatureDraft {
  return {
    code: row.code,
    name: row.name,
    geometry: row.geometry,
    attributes: row.attributes,
    positionErrorM: row.positionErrorM === undefined ? positionError(random) : row.positionErrorM,
    districtCode: context.districts.find(row.at)?.code ?? null,
    source: sourceText(context.seed),
    observedOn: row.observedOn === undefined ? daysBefore(context.today, random.integer(20, 400)) : row.observedOn,
  };
}
