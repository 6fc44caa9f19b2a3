import type { AttributeValue, FeatureDraft } from "#data/layers/feature.ts";
import { getLayer } from "#data/layers/index.ts";
import type { Site } from "#data/traffic/site.ts";
import type { PresentSpots } from "../db/black-spots.ts";
import { AppError } from "../errors.ts";
import { draftOfEdit } from "../intake/hand-edit.ts";
import { entryOf, lastDayOf } from "./entry.ts";
import type { NewSpotEvent } from "./spot-event.ts";
import { stateOf } from "./spot-facts.ts";
import type { RegisterWord } from "./words-said.ts";

/**
 * A candidate as a feature of the layer, and the first event of its life.
 *
 * @param today - `YYYY-MM-DD`.
 * @throws AppError `conflict` when the place is in the register already, `unprocessable` with every field that is refused.
 */
export function newSpot(
  word: RegisterWord,
  present: PresentSpots,
  today: string,
): { readonly draft: FeatureDraft; readonly event: Omit<NewSpotEvent, "spotId"> } {
  const { site, basis, by, on: onDay, documentNumber, nextOn, note } = word;
  refuseWrongDays(word, today);
  refuseKnownSite(site, present, today);
  const edit = {
    properties: {
      code: word.code ?? nextCode(present, today),
      name: word.label,
      observedOn: onDay,
      source: by,
      ...attributesOf(word),
    },
    geometry: word.geometry,
  };
  const judged = draftOfEdit(getLayer("black-spots"), null, edit, by);
  if ("refusals" in judged) {
    const names = judged.refusals.map(({ field }) => field).join(", ");
    throw new AppError("unprocessable", `the layer does not take this: ${names}`, judged.refusals);
  }
  return {
    draft: judged.draft,
    event: {
      kind: "registered",
      onDay,
      by,
      state: "candidate",
      documentNumber,
      nextOn,
      note,
      details: { site, basis },
    },
  };
}

function attributesOf({ site, road, basis, nextOn }: RegisterWord): Record<string, AttributeValue> {
  const { counts, period, ruleSet } = basis;
  return {
    state: "candidate",
    roadCode: road?.code ?? null,
    roadName: road?.name ?? null,
    fromStakeM: site.kind === "segment" ? Math.min(site.fromM, site.toM) : null,
    toStakeM: site.kind === "segment" ? Math.max(site.fromM, site.toM) : null,
    radiusM: site.kind === "segment" ? null : site.radiusM,
    accidents: counts?.crashes ?? null,
    deaths: counts?.deaths ?? null,
    injuries: counts?.injuries ?? null,
    periodFrom: period?.from ?? null,
    periodTo: period && lastDayOf(period.to),
    basis: ruleSet && `${ruleSet.title.zh} ${ruleSet.edition}`,
    nextOn,
  };
}

function refuseWrongDays({ on, nextOn }: RegisterWord, today: string): void {
  const refused = [
    ...(on > today ? [{ field: "on", message: "lies in the future", allowed: `up to ${today}` }] : []),
    ...(nextOn && nextOn < on
      ? [{ field: "nextOn", message: "is before the day itself", allowed: `${on} or later` }]
      : []),
  ];
  if (refused.length > 0)
    throw new AppError("unprocessable", `refused: ${refused.map(({ field }) => field).join(", ")}`, refused);
}

/** A place that was treated and closed long ago may become a candidate anew; one that is open may not be there twice. */
function refuseKnownSite(site: Site, { features, events }: PresentSpots, today: string): void {
  const key = keyOf(site);
  const known = features.find((feature) => {
    const state = stateOf(feature.attributes);
    if (state === "closed" || state === "evaluated" || state === "rejected") return false;
    const entry = entryOf(feature, events.get(feature.id) ?? [], { today, isPast: false });
    return entry.site !== null && keyOf(entry.site) === key;
  });
  if (!known) return;
  throw new AppError("conflict", `the place is in the register already: ${known.code}`, [
    { field: "site", message: `is that of ${known.code}`, allowed: "a place that is not open in the register" },
  ]);
}

const keyOf = (site: Site): string =>
  JSON.stringify(
    site.kind === "segment" ? [site.route, site.fromM, site.toM] : [site.kind, ...site.position, site.radiusM],
  );

/** `BS2026-0007`: numbers begin anew each year. */
function nextCode({ features }: PresentSpots, today: string): string {
  const start = `BS${today.slice(0, 4)}-`;
  const numbers = features
    .filter(({ code }) => code.startsWith(start))
    .map(({ code }) => Number(code.slice(start.length)));
  const last = Math.max(0, ...numbers.filter(Number.isInteger));
  return `${start}${String(last + 1).padStart(4, "0")}`;
}
