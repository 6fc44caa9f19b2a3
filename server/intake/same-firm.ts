import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { foldFirm, likeness, nearness } from "./same-thing.ts";

/** A feature as far as it says which firm it belongs to. */
export interface Firm {
  readonly name: string;
  readonly creditCode: string | null;
  readonly address: string | null;
}

export type LinkEvidence = "credit-code" | "name" | "address" | "place";

export interface FirmLikeness {
  /** 0 to 1. */
  readonly score: number;
  /** What agrees. */
  readonly evidence: readonly LinkEvidence[];
}

/** From here two features are shown as one firm unless a person says otherwise. */
export const LINKED = 0.75;

const ALIKE_NAME = 0.8;
const ALIKE_ADDRESS = 0.8;
const NEAR = 0.5;

/** @returns null for a feature that names no firm. */
export function firmOf(
  layer: LayerDefinition,
  feature: { readonly name: string; readonly attributes: Readonly<Record<string, AttributeValue>> },
): Firm | null {
  const { firm } = layer;
  if (!firm) return null;
  const textOf = (id: string | undefined) => {
    const value = id === undefined ? null : id === "name" ? feature.name : feature.attributes[id];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  const name = textOf(firm.name) ?? feature.name;
  const creditCode = textOf(firm.creditCode)?.toUpperCase() ?? null;
  return name === "" && creditCode === null ? null : { name, creditCode, address: textOf(firm.address) };
}

/**
 * How sure it is that two features belong to one firm. The same credit code settles it, and two different ones settle that they
 * do not, whatever the names. Otherwise the name counts six parts, the place two and a half, the address one and a half.
 */
export function firmLikeness(a: Firm, b: Firm, distanceM: number): FirmLikeness {
  const name = likeness(foldFirm(a.name), foldFirm(b.name));
  const place = nearness(distanceM);
  const address = a.address && b.address ? likeness(foldFirm(a.address), foldFirm(b.address)) : 0;
  const evidence: LinkEvidence[] = [];
  if (name >= ALIKE_NAME) evidence.push("name");
  if (address >= ALIKE_ADDRESS) evidence.push("address");
  if (place >= NEAR) evidence.push("place");
  if (a.creditCode && b.creditCode)
    return a.creditCode === b.creditCode
      ? { score: 1, evidence: ["credit-code", ...evidence] }
      : { score: 0, evidence: [] };
  return { score: 0.6 * name + 0.25 * place + 0.15 * address, evidence };
}
