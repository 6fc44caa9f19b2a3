import type { BeforeAfterSummary, CompareBy } from "../../analyses/before-after-results.ts";
import type { AskedSite } from "../asked-site.ts";
import { aadtBetween } from "../network/linear-reference.ts";
import { type RankingSite, rankingSites, UNCLASSIFIED_GROUP } from "../ranking/ranking-sites.ts";
import { fitSafetyModel, predictedCrashes, type SafetyModel } from "../ranking/safety-model.ts";
import type { CrashSelection } from "../select-crashes.ts";
import { countOfKind } from "./compared-kinds.ts";

/** Pieces of road are cut about as long as the site, within these bounds. */
const PIECE_M = { least: 100, most: 5_000 } as const;

/**
 * The sites of the same kind as the one that was treated, with their crashes before. It is one of them: without what was picked for
 * its many crashes, sites would seem more alike than they are, and all of its own trouble would be taken for chance.
 */
export interface ReferenceSites {
  /** Kilometres of a stretch, 1 for a junction. */
  readonly size: number;
  /** Of the site, as the ledger of roads has it. */
  readonly aadt: number | null;
  readonly sites: readonly RankingSite[];
  /** The narrowest group: sites of the same class, or junctions. */
  readonly isAlike: (site: RankingSite) => boolean;
  readonly by: "class" | "junctions";
}

/**
 * Cuts the network into sites like the one that was treated.
 *
 * @param rowsBefore - of the period before; @param ownBefore - of these, those of the site.
 * @returns `null` for a circle, and while there are no roads.
 */
export function referenceSites(
  { place, roads }: AskedSite,
  { placed }: CrashSelection,
  rowsBefore: ArrayLike<number>,
  ownBefore: Uint32Array,
): ReferenceSites | null {
  const { site } = place;
  if (site.kind === "circle" || !roads || !placed) return null;
  const { network } = roads;
  const rows = { counted: rowsBefore, doubtful: [] };
  if (site.kind === "junction") {
    if (roads.junction === null) return null;
    const all = rankingSites(network, placed, rows, PIECE_M.most, site.radiusM);
    const junctions = all.filter(({ kind }) => kind === "junction");
    const aadt = junctions.find(({ index }) => index === roads.junction)?.aadt ?? null;
    return { size: 1, aadt, sites: junctions, isAlike: () => true, by: "junctions" };
  }
  const [own] = roads.stretches;
  const lengthM = place.lengthM ?? 0;
  if (!own || !(lengthM > 0)) return null;
  const pieceM = Math.min(PIECE_M.most, Math.max(PIECE_M.least, lengthM));
  const others = rankingSites(network, placed, rows, pieceM, 0).filter(
    ({ index, stretch }) => index !== own.route || stretch![1] <= own.fromM || stretch![0] >= own.toM,
  );
  const group = network.routes[own.route]!.roadClass ?? UNCLASSIFIED_GROUP;
  const treated: RankingSite = {
    kind: "piece",
    index: own.route,
    stretch: [own.fromM, own.toM],
    group,
    size: lengthM / 1000,
    aadt: aadtBetween(network, own.route, own.fromM, own.toM),
    rows: Array.from(ownBefore),
    doubtfulRows: [],
  };
  const { size, aadt } = treated;
  return { size, aadt, sites: [...others, treated], isAlike: (each) => each.group === group, by: "class" };
}

/** What the model of a reference group says of the site before the works. */
export interface ReferencePrediction {
  readonly group: BeforeAfterSummary["referenceGroup"];
  readonly predictedBefore: number;
  readonly dispersion: number;
  /** Of how many sites of its kind the site may be the worst. */
  readonly population: number;
  /** Crashes go with traffic to this power. */
  readonly aadtPower: number;
}

/**
 * Fits the model of a kind of crashes to the reference group: in proportion to traffic where that of the site is known, else to length
 * alone; to sites of the same class, or to all where these are too few.
 *
 * @param aadt - of the site before; `null` = not known.
 * @returns `null` where no group has enough sites and crashes.
 */
export function fittedPrediction(
  reference: ReferenceSites,
  selection: CrashSelection,
  by: CompareBy,
  aadt: number | null,
  years: number,
): ReferencePrediction | null {
  const counted = reference.sites.map((site) => ({ site, crashes: countOfKind(selection.crashes, site.rows, by) }));
  const scales = aadt === null ? (["length"] as const) : (["traffic", "length"] as const);
  const groups = [
    { by: reference.by, has: reference.isAlike },
    { by: "all" as const, has: () => true },
  ];
  for (const { by: kind, has } of groups) {
    for (const scale of scales) {
      const members = counted
        .filter(({ site }) => has(site))
        .flatMap(({ site, crashes }) => {
          const traffic = scale === "length" ? 1 : site.aadt;
          return traffic !== null && traffic > 0 ? [{ crashes, size: site.size, aadt: traffic }] : [];
        });
      const model = fitSafetyModel(members, years);
      if (!model) continue;
      return predictionOf(model, scale === "length" ? 1 : aadt!, reference.size, years, members.length, {
        model: "fitted",
        scale,
        by: kind,
        sites: members.length,
        crashes: members.reduce((sum, { crashes }) => sum + crashes, 0),
        overdispersion: model.overdispersion,
      });
    }
  }
  return null;
}

/** By a model of which the caller is sure. */
export const givenPrediction = (
  model: SafetyModel,
  { size, by, sites, isAlike }: ReferenceSites,
  aadt: number,
  years: number,
): ReferencePrediction =>
  predictionOf(model, aadt, size, years, sites.filter(isAlike).length, {
    model: "given",
    scale: "traffic",
    by,
    sites: 0,
    crashes: 0,
    overdispersion: model.overdispersion,
  });

const predictionOf = (
  model: SafetyModel,
  aadt: number,
  size: number,
  years: number,
  population: number,
  group: ReferencePrediction["group"],
): ReferencePrediction => ({
  group,
  predictedBefore: predictedCrashes(model, aadt, size, years),
  dispersion: model.overdispersion / size,
  population,
  aadtPower: model.aadtPower,
});
