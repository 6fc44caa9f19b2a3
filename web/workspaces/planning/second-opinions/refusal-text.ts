import { HSE_ZONES } from "#data/standards/hse.ts";
import type { Refusal } from "../../../analysis/protocol.ts";
import type { REFUSAL_WORDS, RefusalCode } from "../../../messages/planning-refusal.ts";
import { riskText } from "./contour-values.ts";

type Words = (typeof REFUSAL_WORDS)["zh"];

/** What the numbers in a field's path count. */
export interface RefusedInput {
  readonly risksPerYear?: readonly number[];
  readonly hazards?: readonly string[];
}

/** How the analyses put each reason; one that is not here is shown in their own words. */
const REASONS: readonly (readonly [RegExp, RefusalCode])[] = [
  [/^sticks out of the contour/, "outside-lower"],
  [/^this risk is given twice/, "risk-twice"],
  [/^sticks out of the (inner|middle|outer) zone/, "outside-zone"],
  [/^sticks out of the development/, "outside-development"],
  [/^landscaping alone/, "landscape-alone"],
  [/^parking and landscaping leave/, "no-ground"],
  [/crosses itself/, "self-crossing"],
  [/does not end where it began/, "not-closed"],
  [/encloses no area/, "zero-area"],
  [/too few corners/, "too-few-corners"],
  [/^\d+ vertices/, "too-many-corners"],
  [/spans too much of the earth/, "too-wide"],
  [/^Too big/, "too-many"],
];

/** A refusal in the reader's words: what it is about, and what is wrong with it. */
export function refusalText(refusal: Refusal, input: RefusedInput, words: Words): string {
  const code = REASONS.find(([pattern]) => pattern.test(refusal.reason))?.[1];
  const reason = code ? words.reasons[code] : [refusal.reason, refusal.allowed].filter(Boolean).join(" · ");
  return words.sentence(fieldText(refusal.field, input, words.fields), reason);
}

function fieldText(field: string, { risksPerYear, hazards }: RefusedInput, words: Words["fields"]): string {
  const [name, number, part] = field.split(".");
  const at = Number(number);
  const risk = risksPerYear?.[at];
  if (name === "contours")
    return number === undefined || risk === undefined ? words.contours : words.contour(riskText(risk));
  if (name === "hazards") {
    const hazard = hazards?.[at];
    if (number === undefined || hazard === undefined) return words.hazards;
    const zone = HSE_ZONES.find((each) => each === part);
    return zone ? words.zone(hazard, zone) : hazard;
  }
  if (name === "uses") return words.uses;
  return name === "site" || name === "development" ? words[name] : field;
}
