import { useMemo } from "react";
import type { BufferFinding, BufferSummary } from "#data/analyses/results.ts";
import type { ConflictsSummary, SpacingFinding, Verdict } from "#data/analyses/spacing-results.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { type NearHouse, type NearHouses, PERHAPS_DANGEROUS, sortNearHouses } from "#data/wall/houses-near-hazards.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { majorSources } from "../major-sources.ts";
import { useAnswer } from "../use-answer.ts";

/** GB 18218-2018, annex: people are counted within this distance of the boundary. Here it only finds what to look at. Metres. */
const SCREENING_M = 500;

export const NEAR_LAYERS = ["houses", "hazard-sources"];

/** Where a source stands follows from its plant, too. */
const SPACING_LAYERS = [...NEAR_LAYERS, "enterprises"];

/** More than that stand near no source of a zone. */
const MOST_HOUSES = 20_000;

const SPACING_QUESTION = { layers: ["houses"], limit: MOST_HOUSES };

const snapshotOf = (id: string) => (state: ReturnType<typeof useLedgers.getState>) =>
  state.layers.find(({ definition }) => definition.id === id)?.snapshot;

/** Those too near by the rules in force, and those of which the rules cannot tell. */
export type HousesTooNear = Readonly<Record<Exclude<Verdict, "clear">, readonly NearHouse[]>>;

/** Dangerous houses within the screening distance of any major hazard source. */
export function useNearHouses() {
  const hazards = useLedgers(snapshotOf("hazard-sources"));
  const houses = useLedgers(snapshotOf("houses"));
  const ids = useMemo(() => (hazards ? majorSources(hazards) : []), [hazards]);
  const question = useMemo(
    () => ({
      layer: "hazard-sources",
      ids,
      radiiM: [SCREENING_M],
      layers: ["houses"],
      filters: { houses: PERHAPS_DANGEROUS },
      limit: MOST_HOUSES,
    }),
    [ids],
  );
  const { answer, refusal, lastGoodAt } = useAnswer<BufferFinding, BufferSummary>(
    "buffer",
    question,
    NEAR_LAYERS,
    ids.length > 0,
  );
  const near = useMemo(
    (): NearHouses | null => (answer && houses && ids.length > 0 ? sortNearHouses(answer.findings, houses) : null),
    [answer, houses, ids],
  );
  return { near, refusal, lastGoodAt, sources: hazards ? ids.length : null };
}

/** Dangerous houses that stand too near a hazard source by the rules in force, and those of which the rules cannot tell. */
export function useHousesTooNear() {
  const houses = useLedgers(snapshotOf("houses"));
  const { answer, lastGoodAt } = useAnswer<SpacingFinding, ConflictsSummary>(
    "conflicts",
    SPACING_QUESTION,
    SPACING_LAYERS,
  );
  const judged = useMemo((): HousesTooNear | null => {
    if (!answer || !houses) return null;
    const tooNear = dangerousOf(answer.findings, "too-near", houses);
    const worse = new Set(tooNear.map(({ id }) => id));
    const cannotTell = dangerousOf(answer.findings, "cannot-tell", houses).filter(({ id }) => !worse.has(id));
    return { "too-near": tooNear, "cannot-tell": cannotTell };
  }, [answer, houses]);
  const summary = answer?.summary;
  // Of more pairs only the most urgent were looked through.
  const cut = summary && summary.listed < summary.found ? { listed: summary.listed, found: summary.found } : null;
  return { judged, cut, lastGoodAt };
}

/** Each house once, however many sources it stands too near to. */
function dangerousOf(findings: readonly SpacingFinding[], verdict: Verdict, houses: Snapshot): readonly NearHouse[] {
  const found = findings
    .filter((each) => each.verdict === verdict)
    .map(({ target, hazard, distanceM }) => ({ id: target.id ?? "", distanceM, origin: hazard.id }));
  return sortNearHouses(found, houses).dangerous;
}
