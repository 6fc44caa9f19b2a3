import { z } from "zod";
import type { Confidence } from "./rule.ts";

/** What GB/T 37243 does not speak of: their distances come from their own standards. */
export const EXCLUDED_SCOPES = [
  "civil-explosives",
  "fireworks",
  "filling-station",
  "oil-gas-pipeline",
  "town-gas",
  "port",
] as const;

export const MethodFactsSchema = z.strictObject({
  /** `null`: in the scope of the standard. */
  excluded: z.enum(EXCLUDED_SCOPES).nullable(),
  /** Any of it a substance of class explosive; `null`: not known. */
  explosive: z.boolean().nullable(),
  toxicOrFlammableGas: z.boolean().nullable(),
  /** Sum of design maximum over critical quantity (GB 18218). */
  ratioS: z.number().nonnegative().nullable(),
});
export type MethodFacts = z.output<typeof MethodFactsSchema>;

/** 事故后果法, 定量风险评价法, 执行标准距离, and none of them where the standard does not apply. */
export type DistanceMethod = "consequence" | "qra" | "fixed" | "out-of-scope";

export interface MethodStep {
  readonly question: "scope" | "explosive" | "gas-and-ratio";
  readonly answer: boolean | null;
  readonly clause: string;
  readonly confidence: Confidence;
  readonly source: string;
}

export interface MethodChoice {
  /** One when the facts decide; several when one of them is not known. */
  readonly methods: readonly DistanceMethod[];
  /** The distances of the applicable standards hold beside a consequence or risk result: the larger counts. */
  readonly alsoFixed: boolean;
  readonly steps: readonly MethodStep[];
}

const step = (
  question: MethodStep["question"],
  answer: boolean | null,
  confidence: Confidence,
  source: string,
): MethodStep => ({ question, answer, clause: "GB/T 37243-2019 第4章", confidence, source });

/** Sums of decimal fractions: 0.7 + 0.2 + 0.1 must be 1. */
const ROUNDING = 1e-9;

/**
 * Which way to the external safety distance the standard asks for.
 *
 * @see GB/T 37243-2019, clause 4 and figure 1
 */
export function chooseMethod(facts: MethodFacts): MethodChoice {
  const scope = step("scope", facts.excluded === null, "verified", "S07");
  if (facts.excluded !== null) return { methods: ["out-of-scope"], alsoFixed: false, steps: [scope] };
  const explosive = step("explosive", facts.explosive, "verified", "S07");
  if (facts.explosive === true) return { methods: ["consequence"], alsoFixed: true, steps: [scope, explosive] };
  const isQra = needsQra(facts);
  const gas = step("gas-and-ratio", isQra, "memory", "S07");
  const methods: DistanceMethod[] = [
    ...(facts.explosive === null ? (["consequence"] as const) : []),
    ...(isQra !== false ? (["qra"] as const) : []),
    ...(isQra !== true ? (["fixed"] as const) : []),
  ];
  return { methods, alsoFixed: methods.some((method) => method !== "fixed"), steps: [scope, explosive, gas] };
}

function needsQra({ toxicOrFlammableGas, ratioS }: MethodFacts): boolean | null {
  if (toxicOrFlammableGas === false) return false;
  if (ratioS !== null && ratioS < 1 - ROUNDING) return false;
  return toxicOrFlammableGas === null || ratioS === null ? null : true;
}
