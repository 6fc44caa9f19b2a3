import { useMemo } from "react";
import type { Title } from "#data/layers/define.ts";
import { parseFilter } from "#data/layers/filter.ts";
import { type Snapshot, UNKNOWN_CODE } from "#data/snapshot/snapshot.ts";
import { isSimulated } from "#data/wall/feeds/simulated-mark.ts";
import { SCREEN_LIST_WORDS } from "../../../messages/screen-list.ts";
import { describeCondition, describeRest, fieldTitle, type Wording } from "../../../panels/layers/condition-words.ts";
import { toFormFilter } from "../../../panels/layers/conditions.ts";
import { formFields } from "../../../panels/layers/form-fields.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { useWording } from "../../../panels/layers/use-wording.ts";
import { type Ledger, useLedgers } from "../../../state/ledgers.ts";
import { DEFAULT_VIEW, type View } from "../../../state/view.ts";
import { formatView } from "../../../state/view-codec.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import type { ListedGroup, ListedLine } from "./behind.ts";

/** What every list is written with: the ledgers as the page has them, and the words. */
export interface Listing {
  readonly wording: Wording;
  readonly words: (typeof SCREEN_LIST_WORDS)["zh"];
  readonly title: (title: Title) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly ledgers: readonly Ledger[];
  /** Local day `YYYY-MM-DD`. */
  readonly today: string;
}

export function useListing(): Listing {
  const wording = useWording();
  const ledgers = useLedgers((state) => state.layers);
  const today = useToday();
  return useMemo(
    () => ({
      wording,
      words: SCREEN_LIST_WORDS[wording.language],
      title: (text) => text[wording.language],
      number: (value, digits = 0) => formatNumber(value, wording.language, digits),
      ledgers,
      today,
    }),
    [wording, ledgers, today],
  );
}

export const ledgerOf = ({ ledgers }: Listing, layer: string): Ledger | undefined =>
  ledgers.find(({ definition }) => definition.id === layer);

/** A feature as a list names it. Personal values are no part of a snapshot's names, codes and addresses. */
export function lineOf(listing: Listing, { definition, snapshot }: Ledger, row: number, amount?: string): ListedLine {
  const code = snapshot.codes.get(row) ?? "";
  return {
    key: `${definition.id}/${snapshot.ids.get(row)}`,
    name: snapshot.names.get(row) || code,
    code,
    where: whereOf(listing, snapshot, row),
    amount: amount ?? gradeOf(listing, { definition, snapshot }, row),
    isSimulated: isSimulated(snapshot.source.values[snapshot.source.indices[row]!] ?? ""),
  };
}

/** A group of features of one ledger. */
export const rowGroup = (
  listing: Listing,
  ledger: Ledger,
  rows: readonly number[],
  more: { readonly heading?: string | null; readonly amountOf?: (row: number) => string; readonly sum?: number } = {},
): ListedGroup => ({
  heading: more.heading ?? null,
  count: rows.length,
  ...(more.sum !== undefined && { sum: more.sum }),
  lineOf: (place) => lineOf(listing, ledger, rows[place]!, more.amountOf?.(rows[place]!)),
});

function whereOf({ wording }: Listing, { district, columns }: Snapshot, row: number): string {
  const code = district.values[district.indices[row]!];
  const address = columns.address?.type === "text" ? columns.address.get(row) : null;
  return [code === undefined ? null : (wording.districts.get(code) ?? code), address].filter(Boolean).join(" ");
}

function gradeOf({ title }: Listing, { definition, snapshot }: Ledger, row: number): string {
  const grade = definition.grade ?? definition.symbol.by;
  const attribute = grade === undefined ? undefined : definition.attributes[grade];
  const column = grade === undefined ? undefined : snapshot.columns[grade];
  if (attribute?.type !== "code" || column?.type !== "code") return "";
  const index = column.indices[row]!;
  const value = index === UNKNOWN_CODE ? undefined : attribute.values.find(({ code }) => code === column.values[index]);
  return value ? title(value.title) : "";
}

/** A filter in words, one condition each; what has none stands as the filter writes it. */
export function filterWords({ wording }: Listing, { definition }: Ledger, text: string): string[] {
  if (text === "") return [];
  const form = toFormFilter(parseFilter(text, definition), definition);
  const conditions = formFields(definition).flatMap((field) => {
    const condition = form.conditions[field.property];
    return condition ? [`${fieldTitle(field, wording)} ${describeCondition(field, condition, wording)}`] : [];
  });
  return [...conditions, ...describeRest(form)];
}

/** The address at which a desk goes on with it, in the page's language. */
export const deskAddress = ({ wording }: Listing, path: "/" | "/planning" | "/traffic", view: Partial<View>): string =>
  `${path}?${formatView({ ...DEFAULT_VIEW, ...view, language: wording.language })}`;
