import type { FeatureDraft } from "../layers/feature.ts";
import { formatParties, parseParties } from "../traffic/parties.ts";
import type { PartyKind } from "../traffic/party-words.ts";
import { creditCode } from "./credit-code.ts";
import type { Layers, LedgerFlaws } from "./flaws.ts";
import { createRandom, type Random } from "./random.ts";

export type Transport = "dangerous-goods" | "passenger" | "freight" | "bus-taxi";

/** A carrier that far more than the others breaks rules or crashes, because the generator made it so. */
export interface PlantedCarrier {
  /** Of the enterprise, and its credit code, both right in the ledger. */
  readonly code: string;
  readonly creditCode: string;
  readonly name: string;
  readonly transport: Transport;
  /** What stands out: many violations of these kinds, in every year; and accidents with deaths in the last year. */
  readonly violations: readonly string[];
  readonly fatalAccidents: number;
}

/** A transport enterprise as the police know it: its credit code is right even where the ledger has it wrong. */
export interface Carrier {
  readonly code: string;
  readonly creditCode: string;
  readonly name: string;
  readonly transport: Transport;
  /** `null`: the ledger does not say. */
  readonly vehicles: number | null;
  readonly planted: PlantedCarrier | null;
}

const TRANSPORTS: readonly (readonly [ending: string, transport: Transport, vehiclesPerHead: number])[] = [
  ["危货运输", "dangerous-goods", 0.5],
  ["货运", "freight", 0.7],
  ["物流", "freight", 0.5],
  ["客运", "passenger", 0.5],
  ["公交", "bus-taxi", 0.4],
];

/** What a firm of this business drives; nothing for one that is no carrier. */
export function fleetOf(
  random: Random,
  business: string,
  employees: number,
): Pick<FeatureDraft, "attributes">["attributes"] {
  const found = TRANSPORTS.find(([ending]) => business.endsWith(ending));
  if (!found) return {};
  const [, transport, perHead] = found;
  return { transport, vehicles: Math.max(3, Math.round(employees * perHead * random.between(0.7, 1.3))) };
}

/** Who is to stand out, and by what. */
const PLANTED: readonly Omit<PlantedCarrier, "code" | "creditCode" | "name">[] = [
  { transport: "dangerous-goods", violations: ["route", "fatigue", "speeding"], fatalAccidents: 0 },
  { transport: "freight", violations: ["overload", "fatigue", "unfit"], fatalAccidents: 0 },
  { transport: "freight", violations: ["speeding", "overload"], fatalAccidents: 2 },
  { transport: "passenger", violations: ["speeding", "overload", "phone"], fatalAccidents: 1 },
];

/** Chooses those that stand out among the carriers that nothing else is wrong with, and one whose fleet is not known. */
export function plantCarriers(layers: Layers, flaws: LedgerFlaws, seed: number): Carrier[] {
  const random = createRandom(seed, "carriers");
  const enterprises = layers.enterprises!;
  const flawed = new Set([
    ...flaws.duplicates.flatMap(({ code, duplicateOf }) => [code, duplicateOf]),
    ...flaws.creditCodesWrong,
    ...flaws.creditCodesMissing,
    ...flaws.misplaced.map(({ code }) => code),
  ]);
  const change = (draft: FeatureDraft, vehicles: number | null) => {
    enterprises[enterprises.indexOf(draft)] = { ...draft, attributes: { ...draft.attributes, vehicles } };
  };
  const sound = random.shuffled(
    enterprises.filter(({ attributes, code }) => Number(attributes.vehicles ?? 0) >= 12 && !flawed.has(code)),
  );
  const take = (transport: Transport): FeatureDraft => {
    const found = sound.findIndex(({ attributes }) => attributes.transport === transport);
    if (found < 0) throw new RangeError(`no sound carrier of ${transport}`);
    return sound.splice(found, 1)[0]!;
  };
  const planted = PLANTED.map((plan): PlantedCarrier => {
    const draft = take(plan.transport);
    // Small enough that a few hundred violations weigh on every vehicle.
    change(draft, random.integer(12, 16));
    return { ...plan, code: draft.code, creditCode: String(draft.attributes.creditCode), name: draft.name };
  });
  change(take("freight"), null);

  const doubles = new Set(flaws.duplicates.map(({ code }) => code));
  return enterprises
    .filter(({ attributes, code }) => attributes.transport && !doubles.has(code))
    .map(({ code, name, attributes }) => ({
      code,
      creditCode: creditCode(name),
      name,
      transport: attributes.transport as Transport,
      vehicles: typeof attributes.vehicles === "number" ? attributes.vehicles : null,
      planted: planted.find((each) => each.code === code) ?? null,
    }));
}

/** Which carriers run such a vehicle. */
const CARRIERS_OF: Partial<Record<PartyKind, readonly Transport[]>> = {
  truck: ["freight"],
  bus: ["passenger", "bus-taxi"],
  "dangerous-goods-truck": ["dangerous-goods"],
};

/** One lorry or coach in so many is of the zone: most only pass through. */
const OF_THE_ZONE = 1 / 12;
/** So much more often than others, vehicle by vehicle, planted carriers are found in accidents. */
const OFTENER = 4;

/** Writes down the carriers of the vehicles that took part, where they are of the zone. Changes the accidents. */
export function nameCarriers(layers: Layers, carriers: readonly Carrier[], today: string, seed: number): void {
  const random = createRandom(seed, "accident-carriers");
  const accidents = layers.accidents!;
  const pickOf = (transports: readonly Transport[]) =>
    random.picker(
      carriers
        .filter(({ transport }) => transports.includes(transport))
        .map((carrier) => [carrier.creditCode, (carrier.vehicles ?? 20) * (carrier.planted ? OFTENER : 1)] as const),
    );
  const pickers = new Map(Object.entries(CARRIERS_OF).map(([kind, transports]) => [kind, pickOf(transports)]));
  const named = accidents.map(({ attributes }) =>
    parseParties(attributes.movements as string | null).flatMap(({ kind }) => {
      const pick = pickers.get(kind ?? "");
      if (!pick || !random.chance(kind === "dangerous-goods-truck" ? 0.8 : OF_THE_ZONE)) return [];
      return [pick()];
    }),
  );
  for (const { creditCode: carrier, transport, fatalAccidents } of carriers.flatMap(({ planted }) => planted ?? [])) {
    const free = random.shuffled(fatalAccidents === 0 ? [] : fatalInLastYear(accidents, today));
    for (const i of free.filter((each) => named[each]!.length === 0).slice(0, fatalAccidents)) {
      named[i] = [carrier];
      accidents[i] = withVehicle(accidents[i]!, transport);
    }
  }
  for (const [i, codes] of named.entries()) {
    if (codes.length === 0) continue;
    const draft = accidents[i]!;
    accidents[i] = { ...draft, attributes: { ...draft.attributes, carriers: [...new Set(codes)].join("、") } };
  }
}

/** Accidents with deaths whose movements are known. */
function fatalInLastYear(accidents: readonly FeatureDraft[], today: string): number[] {
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return accidents.flatMap(({ attributes: { happenedAt, deaths, movements, dangerousGoods } }, i) => {
    const isLate = typeof happenedAt === "string" && happenedAt >= from && happenedAt.slice(0, 10) <= today;
    return isLate && Number(deaths) > 0 && movements !== null && dangerousGoods === false ? [i] : [];
  });
}

/** Its first party drives such a vehicle. */
function withVehicle(draft: FeatureDraft, transport: Transport): FeatureDraft {
  const [first, ...others] = parseParties(draft.attributes.movements as string);
  const kind = transport === "freight" ? "truck" : "bus";
  const movements = formatParties([{ ...first!, kind }, ...others], "zh");
  return { ...draft, attributes: { ...draft.attributes, movements } };
}
