import { useMemo } from "react";
import type { BufferFinding, BufferSummary } from "#data/analyses/results.ts";
import { getGradeLook } from "#data/wall/alarms/grades.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import type { FeatureKey } from "../../../state/view.ts";
import { metres } from "../../../ui/quantities.ts";
import { INCIDENT_LAYERS, INCIDENT_RADII_M } from "../apply-scene.ts";
import { titleOf } from "../incident/alarm-panel.tsx";
import { clockOf } from "../incident/clock-text.ts";
import { isOver, isSensorAlarm, type Taker, useStandingAlarm, useTakers } from "../incident/standing-alarm.ts";
import { useAnswer } from "../use-answer.ts";
import type { Behind, Figure, PanelFigures } from "./behind.ts";
import { type Listing, ledgerOf, rowGroup, useListing } from "./listing.ts";
import { refsById } from "./refs.ts";
import { behindRing, ringNumbers, useWithin } from "./ring-figures.ts";

const nameOf = (taker: Taker, { title }: Listing): string =>
  isSensorAlarm(taker) ? titleOf(taker.title, title) : taker.headline;

const textOf = (taker: Taker): string =>
  isSensorAlarm(taker) ? `${taker.value} ${taker.unit}` : getGradeLook(taker.grade).numeral;

/** What it is about, as far as a ledger has it. */
function featureOf(taker: Taker): FeatureKey | null {
  if (isSensorAlarm(taker)) return taker.feature?.id ? { layer: taker.feature.layer, id: taker.feature.id } : null;
  return taker.kind === "accident" ? { layer: "accidents", id: taker.accident.featureId } : null;
}

/** One alarm, warning or accident: what it stands on, since when, and who has it in hand. */
function behindTaker(listing: Listing, taker: Taker): Behind {
  const words = SCREEN_INCIDENT_WORDS[listing.wording.language];
  const { source, grade, raisedAt, acknowledgedAt, acknowledgedBy, simulated } = taker;
  const feature = featureOf(taker);
  const ledger = feature ? ledgerOf(listing, feature.layer) : undefined;
  const marked = feature ? refsById(listing.ledgers, feature.layer, [feature.id]) : [];
  const line = {
    key: taker.id,
    name: nameOf(taker, listing),
    code: isSensorAlarm(taker) ? taker.sensor : "",
    where: words.clock(clockOf(raisedAt)),
    amount: textOf(taker),
    isSimulated: simulated,
  };
  const isInHand = acknowledgedBy !== null && acknowledgedAt !== null;
  return {
    title: `${getGradeLook(grade).numeral} ${nameOf(taker, listing)}`,
    value: textOf(taker),
    reading: [source.title, isInHand ? words.inHand(acknowledgedBy, clockOf(acknowledgedAt)) : words.open],
    layers: feature ? [feature.layer] : [],
    groups: [
      { heading: null, count: 1, lineOf: () => line },
      ...(ledger && marked.length > 0
        ? [
            rowGroup(
              listing,
              ledger,
              marked.map(({ row }) => row),
              { heading: listing.title(ledger.definition.title) },
            ),
          ]
        : []),
    ],
    marked,
    filters: {},
    link: null,
  };
}

export const alarmListFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    return useTakers()
      .filter((taker) => !isOver(taker))
      .map((taker): Figure => ({ id: taker.id, title: nameOf(taker, listing), text: textOf(taker) }));
  },
  useBehind: (id) => {
    const listing = useListing();
    const taker = useTakers().find((each) => each.id === id);
    return taker ? behindTaker(listing, taker) : null;
  },
};

export const alarmFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const taker = useStandingAlarm();
    return taker ? [{ id: "value", title: nameOf(taker, listing), text: textOf(taker) }] : [];
  },
  useBehind: () => {
    const listing = useListing();
    const taker = useStandingAlarm();
    return taker ? behindTaker(listing, taker) : null;
  },
};

function usePlace() {
  const alarm = useStandingAlarm();
  const place = alarm?.position?.join() ?? null;
  return useMemo(() => {
    if (place === null) return null;
    const coordinates = place.split(",").map(Number) as [number, number];
    return { geometry: { type: "Point" as const, coordinates } };
  }, [place]);
}

const AROUND = /^(\d+)-(.+)$/;

export const aroundFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const around = usePlace();
    const question = { ...around, radiiM: INCIDENT_RADII_M, layers: INCIDENT_LAYERS, limit: 0 };
    const { answer } = useAnswer<BufferFinding, BufferSummary>("buffer", question, INCIDENT_LAYERS, around !== null);
    return (answer?.summary.rings ?? []).flatMap((ring) => ringNumbers(ring, listing, `${ring.radiusM}-`));
  },
  useBehind: (id) => {
    const listing = useListing();
    const around = usePlace();
    const [, radius, figure] = AROUND.exec(id) ?? [];
    const answer = useWithin(figure === undefined ? null : around, Number(radius ?? 1), INCIDENT_LAYERS);
    if (!answer || !around || figure === undefined) return null;
    const origin = { kind: "shape" as const, shape: around.geometry };
    return behindRing(listing, figure, answer, [SCREEN_INCIDENT_WORDS[listing.wording.language].within], origin);
  },
};

const WATER = ["water-sources"];
const OUTERMOST_M = INCIDENT_RADII_M.at(-1)!;

export const waterFigures: PanelFigures = {
  useFigures: () => {
    const answer = useWithin(usePlace(), OUTERMOST_M, WATER);
    return (answer?.findings ?? []).map(({ id, name, code, distanceM }) => ({
      id,
      title: name || code,
      text: metres(distanceM),
    }));
  },
  useBehind: (id) => {
    const listing = useListing();
    const answer = useWithin(usePlace(), OUTERMOST_M, WATER);
    const ledger = ledgerOf(listing, "water-sources");
    const finding = answer?.findings.find((each) => each.id === id);
    const marked = refsById(listing.ledgers, "water-sources", [id]);
    if (!finding || !ledger || marked.length === 0) return null;
    const distance = metres(finding.distanceM);
    return {
      title: finding.name || finding.code,
      value: distance,
      reading: [listing.words.outline],
      layers: WATER,
      groups: [rowGroup(listing, ledger, [marked[0]!.row])],
      marked,
      filters: {},
      link: null,
    };
  },
};
