import type { BatchAsked } from "../../../api-batches.ts";
import { type ProposalDraft, toProposal } from "../../../state/proposal-draft.ts";

type Use = NonNullable<BatchAsked["use"]>;

/** What a person says of a file of parcels, while they say it. */
export interface BatchForm {
  /** One use for all parcels, or codes in a column. */
  readonly way: "one" | "column";
  readonly column: string;
  readonly codes: readonly { readonly code: string; readonly kind: ProposalDraft["kind"]; readonly use: Use }[];
  readonly datum: "declared" | "wgs84" | "cgcs2000" | "gcj02" | "bd09" | "other";
  readonly otherDatum: string;
  readonly positionErrorM: number;
}

export const NEW_BATCH: BatchForm = {
  way: "one",
  column: "",
  codes: [],
  datum: "declared",
  otherDatum: "",
  positionErrorM: 0,
};

/** The use that a draft stands for, wherever it will be; `null` while something asked is open. */
export function useOf(draft: ProposalDraft): Use | null {
  const anywhere = { type: "Point" as const, coordinates: [0, 0] };
  return toProposal({ ...draft, geometry: anywhere, claims: [] }, "-")?.use ?? null;
}

/** The form with a code explained; said again, a code means the new use. */
export const withCode = (form: BatchForm, code: string, { kind }: ProposalDraft, use: Use): BatchForm => ({
  ...form,
  codes: [...form.codes.filter((each) => each.code !== code), { code, kind, use }],
});

/** What the server is asked; `null` while something is missing. */
export function toAsked(form: BatchForm, use: Use | null, fileName: string): BatchAsked | null {
  const datum = form.datum === "declared" ? null : form.datum === "other" ? form.otherDatum.trim() : form.datum;
  if (datum === "") return null;
  const { positionErrorM } = form;
  if (form.way === "one") return use && { fileName, datum, positionErrorM, use };
  const column = form.column.trim();
  if (column === "" || form.codes.length === 0) return null;
  const uses = Object.fromEntries(form.codes.map(({ code, use: meant }) => [code, meant]));
  return { fileName, datum, positionErrorM, useColumn: column, uses };
}
