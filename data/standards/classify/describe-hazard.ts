import type { Reason } from "../../analyses/spacing-results.ts";
import type { Substance } from "../../layers/define.ts";
import type { HazardDescription } from "../proposal.ts";
import { reason } from "./facets.ts";
import { findSubstanceClass, type SubstanceClass } from "./substance-classes.ts";

/** What the hazard ledger says of a unit; `null` where it is silent. */
export interface HazardAttributes {
  readonly kind: string | null;
  readonly substances: readonly Substance[] | null;
  readonly designStandard: string | null;
  readonly fireClass: "a" | "b" | "c" | "d" | "e" | null;
  readonly items: "34" | "1256" | "6" | "12345" | null;
  readonly fireRating: "1" | "2" | "3" | "4" | null;
  readonly volumeM3: number | null;
  readonly largestTankM3: number | null;
  readonly petrolM3: number | null;
  readonly dieselM3: number | null;
  readonly lngM3: number | null;
  readonly vapourRecovery: boolean | null;
  readonly depotGroup: "1" | "2" | "3" | null;
}

/** A hazard in the terms of the tables, and what had to be inferred for it. */
export interface HazardFacts {
  readonly description: HazardDescription;
  /** Whether dangerous goods are made, stored or sold there, and not only used (公路安全保护条例, art. 18); `null`: not known. */
  readonly tradesGoods: boolean | null;
  readonly reasons: readonly Reason[];
}

/** More natural gas than the cylinders of a CNG station can hold (GB 50156-2021, 3.0.14: 24 m³ at 25 MPa), tonnes: it is liquid. */
const MOST_CNG_TONNES = 5;
const LNG_T_PER_M3 = 0.43;

/** A row of the hazard ledger in the terms of the tables; what is neither stated nor follows from kind and substances stays `null`. */
export function describeHazard(row: HazardAttributes): HazardFacts {
  const held = (row.substances ?? []).map((substance) => ({ ...substance, known: findSubstanceClass(substance) }));
  const petrochemical = row.designStandard === null ? null : row.designStandard === "gb50160";
  const facts = (
    description: HazardDescription,
    reasons: readonly (Reason | null)[] = [],
    tradesGoods: boolean | null = true,
  ): HazardFacts => ({ description, tradesGoods, reasons: reasons.filter((each) => each !== null) });
  switch (row.kind) {
    case "tank-farm":
      return describeTanks(row, held, petrochemical);
    case "warehouse":
      return describeStore(row, held);
    case "production-unit":
    case "ammonia-refrigeration": {
      const uses = row.kind === "ammonia-refrigeration";
      const fireClass = row.fireClass ?? (uses ? "b" : worstWorks(held));
      return facts(
        { kind: "plant", fireClass, fireRating: row.fireRating, petrochemical: uses ? false : petrochemical },
        [inferred(row.fireClass, fireClass)],
        !uses,
      );
    }
    case "lpg-station": {
      const { volumeM3, reasons } = volumeOf(row, held);
      return facts({ kind: "lpg-base", volumeM3, largestTankM3: row.largestTankM3 }, reasons);
    }
    case "fuel-station":
      return describeStation(row, held);
    case "oil-depot": {
      const { volumeM3, reasons } = volumeOf(row, held);
      return facts({ kind: "oil-depot", capacityM3: volumeM3, group: row.depotGroup }, reasons);
    }
    case "gas-holder":
      return facts({ kind: "gas-holder", volumeM3: row.volumeM3 });
    default:
      return facts({ kind: "other" });
  }
}

type Held = Substance & { readonly known: SubstanceClass | undefined };

/** Said where a fire class was not stated and follows from what is held. */
const inferred = (stated: string | null, used: string | null): Reason | null =>
  stated === null && used !== null ? reason("fire-class-from-substances") : null;

/** The worst class of what is used there; `null` as soon as one substance is not in the table. */
function worstWorks(held: readonly Held[]): "a" | "b" | "c" | null {
  if (held.some(({ known }) => known?.works === "a")) return "a";
  if (held.length === 0 || held.some(({ known }) => !known?.works)) return null;
  return held.some(({ known }) => known!.works === "b") ? "b" : "c";
}

function describeStore(row: HazardAttributes, held: readonly Held[]): HazardFacts {
  const stores = held.map(({ known }) => known?.store ?? null);
  // A store is of the class of its most dangerous goods (GB 50016, 3.1.4).
  const worst =
    stores.find((each) => each?.items === "34") ??
    stores.find((each) => each?.fireClass === "a") ??
    (stores.length === 0 || stores.includes(null)
      ? null
      : (stores.find((each) => each!.fireClass === "b") ?? stores[0]!));
  const fireClass = row.fireClass ?? worst?.fireClass ?? null;
  const items =
    row.items ?? (row.fireClass === null || row.fireClass === worst?.fireClass ? (worst?.items ?? null) : null);
  const tonnes = held.reduce((sum, each) => sum + each.tonnes, 0);
  return {
    description: { kind: "store", fireClass, items, tonnes: tonnes > 0 ? tonnes : null, fireRating: row.fireRating },
    tradesGoods: fireClass === null ? null : fireClass === "a" || fireClass === "b",
    reasons: [inferred(row.fireClass, fireClass)].filter((each) => each !== null),
  };
}

function describeTanks(row: HazardAttributes, held: readonly Held[], petrochemical: boolean | null): HazardFacts {
  const phases = new Set(held.map(({ known }) => known?.phase ?? null));
  // Toxic or oxidizing liquefied gas is in no column for tanks: it is a class B installation.
  if (phases.size > 0 && [...phases].every((phase) => phase === "liquefied-gas" || phase === "gas")) {
    const fireClass = row.fireClass ?? worstWorks(held);
    return {
      description: { kind: "plant", fireClass, fireRating: row.fireRating, petrochemical },
      tradesGoods: true,
      reasons: [inferred(row.fireClass, fireClass)].filter((each) => each !== null),
    };
  }
  const works = row.fireClass ?? worstWorks(held);
  const content = phases.has("liquefied-hydrocarbon")
    ? "liquefied-hydrocarbon"
    : works === null
      ? null
      : works === "a" || works === "b"
        ? "liquid-ab"
        : "liquid-c";
  const { volumeM3, reasons } = volumeOf(row, held);
  const said = [inferred(row.fireClass, content), ...reasons].filter((each) => each !== null);
  return { description: { kind: "tanks", content, volumeM3, petrochemical }, tradesGoods: true, reasons: said };
}

function describeStation(row: HazardAttributes, held: readonly Held[]): HazardFacts {
  const volume = (name: string) => {
    const found = held.find(({ known }) => known?.names.includes(name));
    return found ? Math.min(1000, found.tonnes / found.known!.densityTPerM3!) : held.length > 0 ? 0 : null;
  };
  const gas = held.find(({ known }) => known?.names.includes("天然气"));
  const liquid = gas !== undefined && gas.tonnes > MOST_CNG_TONNES;
  const lpg = held.find(({ known }) => known?.names.includes("液化石油气"));
  const fromTonnes = held.length > 0 && (row.petrolM3 === null || row.dieselM3 === null);
  return {
    description: {
      kind: "filling-station",
      petrolM3: row.petrolM3 ?? volume("汽油"),
      dieselM3: row.dieselM3 ?? volume("柴油"),
      vapourRecovery: row.vapourRecovery,
      lpgM3: lpg ? Math.min(1000, lpg.tonnes / lpg.known!.densityTPerM3!) : 0,
      lpgBuried: null,
      cng: gas !== undefined && !liquid && row.lngM3 === null,
      lngM3: row.lngM3 ?? (gas && liquid ? Math.min(1000, gas.tonnes / LNG_T_PER_M3) : 0),
    },
    // Lawful filling stations are excepted from article 18.
    tradesGoods: false,
    reasons: fromTonnes ? [reason("volume-from-tonnes")] : [],
  };
}

/** The stated volume, else tonnes over density where every density is known. */
function volumeOf(row: HazardAttributes, held: readonly Held[]): { volumeM3: number | null; reasons: Reason[] } {
  if (row.volumeM3 !== null && row.volumeM3 > 0) return { volumeM3: row.volumeM3, reasons: [] };
  if (held.length === 0 || held.some(({ known }) => !known?.densityTPerM3)) return { volumeM3: null, reasons: [] };
  const volumeM3 = held.reduce((sum, { tonnes, known }) => sum + tonnes / known!.densityTPerM3!, 0);
  return { volumeM3, reasons: [reason("volume-from-tonnes", { volumeM3: Math.round(volumeM3) })] };
}
