import { z } from "zod";
import { create } from "zustand";
import type { SpacingFinding, SpacingSummary, Verdict } from "#data/analyses/spacing-results.ts";
import { NEW_DRAFT, type ProposalDraft, ProposalDraftSchema } from "../../../state/proposal-draft.ts";
import { useSpacing } from "../../../state/spacing.ts";
import { changeView, useView } from "../../../state/view-store.ts";

const KEY = "planning.variants";

/** As many as fit side by side on a large screen, and in a browser's store. */
export const MOST_VARIANTS = 12;

const CheckedSchema = z.object({
  verdict: z.enum(["too-near", "cannot-tell", "clear"]),
  counts: z.object({ "too-near": z.number(), "cannot-tell": z.number(), clear: z.number() }),
  /** The largest shortfall, above 0; `null`: nothing is short. */
  shortfallM: z.number().nullable(),
  /** The least that is left above a demand where it is kept; `null`: nothing is kept. */
  marginM: z.number().nullable(),
  ruleEdition: z.string(),
  at: z.string(),
});
export type Checked = z.output<typeof CheckedSchema>;

const VariantSchema = z.object({ id: z.string(), draft: ProposalDraftSchema, checked: CheckedSchema.nullable() });
export type Variant = z.output<typeof VariantSchema>;

export interface Variants {
  readonly list: readonly Variant[];
  readonly current: string;
}

/** Variants of a proposal, kept on this machine; the current one is the view's, and follows it. */
export const useVariants = create<Variants>(() => recall());

export const addVariant = (draft: ProposalDraft): void => {
  const id = crypto.randomUUID();
  useVariants.setState(({ list }) => ({ list: [...list, { id, draft, checked: null }], current: id }));
  show(draft);
};

export function pickVariant(id: string): void {
  const variant = useVariants.getState().list.find((each) => each.id === id);
  if (!variant) return;
  useVariants.setState({ current: id });
  show(variant.draft);
}

/** Without the last one an empty one takes its place. */
export function removeVariant(id: string): void {
  const { list, current } = useVariants.getState();
  const left = list.filter((each) => each.id !== id);
  useVariants.setState({ list: left });
  if (left.length === 0) addVariant(NEW_DRAFT);
  else if (current === id) pickVariant(left.at(-1)!.id);
}

/** Changes the current variant's draft. */
export const changeDraft = (change: Partial<ProposalDraft> | ((draft: ProposalDraft) => ProposalDraft)): void =>
  changeView(({ planning }) => {
    const draft = planning.draft ?? NEW_DRAFT;
    const next = typeof change === "function" ? change(draft) : { ...draft, ...change };
    return { planning: { ...planning, draft: next } };
  });

const show = (draft: ProposalDraft) => changeView(({ planning }) => ({ planning: { ...planning, draft } }));

const same = (a: ProposalDraft, b: ProposalDraft) => JSON.stringify(a) === JSON.stringify(b);

let started = false;

/** Takes up what the address says, and keeps variants and view the same from then on. */
export function startVariants(): void {
  if (started) return;
  started = true;
  const { draft } = useView.getState().planning;
  const { list, current } = useVariants.getState();
  const known = draft && list.find((each) => same(each.draft, draft));
  if (known) useVariants.setState({ current: known.id });
  else if (draft) addVariant(draft);
  else if (list.length > 0) pickVariant(list.some(({ id }) => id === current) ? current : list[0]!.id);
  else addVariant(NEW_DRAFT);
  useView.subscribe(({ planning }, before) => {
    if (planning.draft && planning.draft !== before.planning.draft) keepCurrent(planning.draft);
  });
  useSpacing.subscribe(({ answer, pending }) => {
    if (!answer || pending) return;
    const checked = summarise(answer.findings, answer.summary, answer.ruleEdition ?? "");
    changeCurrent((variant) => ({ ...variant, checked }));
  });
  useVariants.subscribe(remember);
}

const keepCurrent = (draft: ProposalDraft) =>
  changeCurrent((variant) => (variant.draft === draft ? variant : { ...variant, draft, checked: null }));

const changeCurrent = (change: (variant: Variant) => Variant): void =>
  useVariants.setState(({ list, current }) => ({
    list: list.map((variant) => (variant.id === current ? change(variant) : variant)),
  }));

/** What is kept of an answer: enough to set variants side by side. */
export function summarise(findings: readonly SpacingFinding[], summary: SpacingSummary, ruleEdition: string): Checked {
  const margins = (verdict: Verdict) =>
    findings.flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.verdict === verdict ? [rule.measuredM - rule.requiredAtMostM] : [])),
    );
  const short = findings.flatMap(({ rules }) =>
    rules.flatMap(({ verdict, shortfallM }) => (verdict === "too-near" ? [shortfallM] : [])),
  );
  const kept = margins("clear");
  return {
    verdict: summary.verdict,
    counts: summary.counts,
    shortfallM: short.length > 0 ? Math.max(...short) : null,
    marginM: kept.length > 0 ? Math.min(...kept) : null,
    ruleEdition,
    at: new Date().toISOString(),
  };
}

function remember(variants: Variants): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(variants));
  } catch {
    // A browser that keeps nothing: they hold as long as the page.
  }
}

function recall(): Variants {
  try {
    const { list, current } = JSON.parse(localStorage.getItem(KEY) ?? "") as Variants;
    const kept = list.flatMap((each) => VariantSchema.safeParse(each).data ?? []);
    return { list: kept.slice(0, MOST_VARIANTS), current };
  } catch {
    return { list: [], current: "" };
  }
}
