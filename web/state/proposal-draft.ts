import { z } from "zod";
import { ClaimSchema, OutlineSchema, type Proposal, ProposalSchema } from "#data/standards/proposal.ts";
import { fieldsOf, isHazardKind, USE_KINDS, type UseField, type UseKind } from "./use-fields.ts";

const FactSchema = z.union([z.number(), z.string().max(40), z.boolean()]);
export type Fact = z.output<typeof FactSchema>;

/** A proposal while somebody works on it: a fact that is not there is not known. */
export const ProposalDraftSchema = z.object({
  name: z.string().max(200),
  geometry: OutlineSchema.nullable().catch(null),
  positionErrorM: z.number().nonnegative().max(1_000),
  kind: z.enum(USE_KINDS as [UseKind, ...UseKind[]]),
  facts: z.record(z.string(), FactSchema),
  substances: z
    .array(z.object({ name: z.string().min(1).max(120), cas: z.string().max(20), tonnes: z.number().positive() }))
    .max(60)
    .catch([]),
  outline: z.enum(["unit", "plant-boundary"]),
  claims: z.array(ClaimSchema).max(50).catch([]),
});
export type ProposalDraft = z.output<typeof ProposalDraftSchema>;
export type Outline = NonNullable<ProposalDraft["geometry"]>;

export const NEW_DRAFT: ProposalDraft = {
  name: "",
  geometry: null,
  positionErrorM: 0,
  kind: "filling-station",
  facts: {},
  substances: [],
  outline: "unit",
  claims: [],
};

/** Facts that the new kind asks for too stay; the others would be lies about it. */
export function withKind(draft: ProposalDraft, kind: UseKind): ProposalDraft {
  const asked = new Map(fieldsOf(kind).map((field) => [field.id, field]));
  const kept = Object.entries(draft.facts).filter(([id, fact]) => {
    const field = asked.get(id);
    return field && fits(field, fact);
  });
  return { ...draft, kind, facts: Object.fromEntries(kept) };
}

const fits = (field: UseField, fact: Fact): boolean =>
  field.type === "choice"
    ? field.options.includes(String(fact))
    : typeof fact === (field.type === "amount" ? "number" : "boolean");

/** Ids of the questions that still have to be answered before anything can be said. */
export const openQuestions = ({ kind, facts }: ProposalDraft): string[] =>
  fieldsOf(kind).flatMap(({ id, absent }) => (absent === "asked" && facts[id] === undefined ? [id] : []));

/**
 * The proposal that a draft stands for.
 *
 * @param unnamed - what it is called while nobody has named it.
 * @returns `null` while it has no boundary or something asked is open or out of range.
 */
export function toProposal(draft: ProposalDraft, unnamed: string): Proposal | null {
  const facts = Object.fromEntries(fieldsOf(draft.kind).map(({ id, absent }) => [id, draft.facts[id] ?? absent]));
  const description = { kind: draft.kind, ...facts };
  const substances = draft.substances.map(({ name, cas, tonnes }) => ({ name, tonnes, ...(cas !== "" && { cas }) }));
  const use = isHazardKind(draft.kind)
    ? { side: "hazard", hazard: description, substances, outline: draft.outline }
    : { side: "target", target: description };
  const { geometry, positionErrorM, claims } = draft;
  const name = draft.name.trim() || unnamed;
  return ProposalSchema.safeParse({ name, geometry, positionErrorM, use, claims }).data ?? null;
}
