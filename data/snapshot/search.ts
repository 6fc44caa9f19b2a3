import type { LayerDefinition } from "../layers/define.ts";
import { findStake } from "../traffic/network/stake-places.ts";
import { SharedText } from "./packed-text.ts";
import { parsePosition } from "./parse-position.ts";
import type { Snapshot, TextColumn } from "./snapshot.ts";
import { roadStakeReadings } from "./stake.ts";

export type SearchHit =
  | { readonly kind: "position"; readonly position: readonly [number, number] }
  | {
      readonly kind: "stake";
      readonly position: readonly [number, number];
      readonly road: string;
      readonly stakeM: number;
      readonly layer: string;
      readonly row: number;
    }
  | {
      readonly kind: "feature";
      readonly position: readonly [number, number];
      readonly layer: string;
      readonly row: number;
      /** `code`, `name`, or the attribute in which it was found, and its text. */
      readonly field: string;
      readonly text: string;
    };

export interface SearchSource {
  readonly snapshot: Snapshot;
  readonly layer: LayerDefinition;
}

/** How well a text fits, best first; among equals, shorter texts come first. `SCATTERED`: words of the query here and there. */
const EXACT = 0;
const PREFIX = 1;
const INSIDE = 2;
const SCATTERED = 3;

interface Match {
  readonly source: SearchSource;
  readonly row: number;
  readonly field: string;
  readonly fit: number;
  readonly text: string;
}

/** Longer than any name, code or address: such a text was pasted by mistake. */
const LONGEST_QUERY = 400;

/**
 * What a person may mean by a text: a position (`parsePosition`), a stake on a road (`G111 K812+300`), or features whose
 * code, name or searchable attribute has it, whatever its case and width. Several words must all be in one feature.
 *
 * @param query - as typed; one that means nothing has no hits.
 * @param sources - in the order in which equal hits are listed.
 * @param limit - hits at most.
 * @param near - `[longitude, latitude]`: of two readings of a position, the nearer one comes first.
 */
export function search(
  query: string,
  sources: readonly SearchSource[],
  limit: number,
  near: readonly [number, number] | null = null,
): SearchHit[] {
  const phrase = fold(query).replaceAll(/\s+/g, " ");
  if (phrase === "" || query.length > LONGEST_QUERY) return [];
  const distance = (at: readonly [number, number]) => (near ? Math.hypot(at[0] - near[0], at[1] - near[1]) : 0);
  const positions = parsePosition(query).sort((a, b) => distance(a) - distance(b));
  const hits: SearchHit[] = positions.map((position) => ({ kind: "position", position }));
  hits.push(...findStakes(query, sources));
  const matches = sources.flatMap((source) => findMatches(source, phrase, limit));
  // Stable: sources keep their order among equals.
  matches.sort((a, b) => a.fit - b.fit || a.text.length - b.text.length);
  for (const { source, row, field, text } of matches) {
    if (hits.length >= limit) break;
    const { lonLat, layer } = source.snapshot;
    hits.push({ kind: "feature", position: [lonLat[row * 2]!, lonLat[row * 2 + 1]!], layer, row, field, text });
  }
  return hits.slice(0, limit);
}

function findStakes(query: string, sources: readonly SearchSource[]): SearchHit[] {
  const roads = sources.find(({ layer }) => layer.id === "roads")?.snapshot;
  if (!roads) return [];
  for (const { road, stakeM } of roadStakeReadings(query)) {
    const places = findStake(roads, road, stakeM);
    if (places.length > 0)
      return places.map(({ row, position }) => ({ kind: "stake", position, road, stakeM, layer: roads.layer, row }));
  }
  return [];
}

/** All texts of one field, folded, each between line ends, so that a search is one pass over one string. */
interface Haystack {
  readonly field: string;
  readonly column: TextColumn;
  readonly text: string;
  /** Where each entry begins. */
  readonly starts: Int32Array;
  /** Rows of each entry; `null`: entry `i` is row `i`. */
  readonly rowsOf: ((entry: number) => number[]) | null;
}

const haystacks = new WeakMap<Snapshot, readonly Haystack[]>();

function haystacksOf({ snapshot, layer }: SearchSource): readonly Haystack[] {
  let stacks = haystacks.get(snapshot);
  if (!stacks) {
    const searchable = Object.entries(layer.attributes).filter(
      ([, { searchable, personal }]) => searchable && !personal,
    );
    const columns: [string, TextColumn][] = [
      ["code", snapshot.codes],
      ["name", snapshot.names],
    ];
    for (const [id] of searchable) {
      const column = snapshot.columns[id];
      if (column?.type === "text") columns.push([id, column]);
    }
    stacks = columns.map(([field, column]) => buildHaystack(field, column, snapshot.count));
    haystacks.set(snapshot, stacks);
  }
  return stacks;
}

/** Without regard to case and width. */
const fold = (text: string): string => text.normalize("NFKC").toLowerCase().trim();

function buildHaystack(field: string, column: TextColumn, count: number): Haystack {
  const shared = column instanceof SharedText ? column : null;
  const texts = shared ? shared.values : Array.from({ length: count }, (_, row) => column.get(row) ?? "");
  // Folded as one: text by text would take most of a second.
  const lines = `\n${texts.map((each) => each.replaceAll("\n", " ")).join("\n")}\n`;
  const text = lines
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\S\n]+/g, " ");
  const starts = new Int32Array(texts.length);
  for (let entry = 0, at = 0; entry < starts.length; entry++) {
    starts[entry] = at + 1;
    at = text.indexOf("\n", at + 1);
  }
  const rowsOf = shared && ((entry: number) => findRows(shared.indices, entry));
  return { field, column, text, starts, rowsOf };
}

function findRows(indices: Uint16Array, entry: number): number[] {
  const rows: number[] = [];
  for (let row = indices.indexOf(entry); row >= 0; row = indices.indexOf(entry, row + 1)) rows.push(row);
  return rows;
}

/** With several words, rows that have the first may lack the others: this many are looked at for each that is wanted. */
const SPARE = 50;

/** Rows that have the whole phrase in a field, then rows that have its words in any order and in whichever fields. */
function findMatches(source: SearchSource, phrase: string, limit: number): Match[] {
  const stacks = haystacksOf(source);
  const best = new Map<number, Match>();
  const keep = (stack: Haystack, row: number, fit: number) => {
    if ((best.get(row)?.fit ?? Number.POSITIVE_INFINITY) <= fit) return;
    best.set(row, { source, row, field: stack.field, fit, text: stack.column.get(row)! });
  };
  // One letter or digit alone is inside nearly everything.
  const mostInside = phrase.length === 1 && phrase < "\u0080" ? 0 : limit;
  for (const stack of stacks)
    for (const { entry, fit } of findEntries(stack, phrase, limit, mostInside))
      for (const row of stack.rowsOf?.(entry) ?? [entry]) keep(stack, row, fit);
  if (!phrase.includes(" ")) return [...best.values()];
  const words = phrase.split(" ").sort((a, b) => b.length - a.length);
  const has = ({ column }: Haystack, row: number, word: string) => fold(column.get(row) ?? "").includes(word);
  for (const stack of stacks)
    for (const { entry } of findEntries(stack, words[0]!, limit * SPARE, limit * SPARE))
      for (const row of stack.rowsOf?.(entry) ?? [entry]) {
        if (best.has(row) || !words.every((word) => stacks.some((each) => has(each, row, word)))) continue;
        // Shown is the field that says most of what it is: code and name go before the others.
        keep(stacks.find((each) => words.some((word) => has(each, row, word)))!, row, SCATTERED);
      }
  return [...best.values()];
}

/** Entries that begin with the word, up to `mostFirst` and all that are the word; then those that have it inside, up to `mostInside`. */
function findEntries({ text, starts }: Haystack, word: string, mostFirst: number, mostInside: number) {
  const found: { readonly entry: number; readonly fit: number }[] = [];
  const beginning = `\n${word}`;
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    const exact = text.charCodeAt(at + beginning.length) === 10;
    if (found.length < mostFirst || exact) found.push({ entry: entryAt(starts, at + 1), fit: exact ? EXACT : PREFIX });
  }
  let inside = 0;
  for (let at = text.indexOf(word); at >= 0 && inside < mostInside; ) {
    const entry = entryAt(starts, at);
    if (starts[entry] !== at) {
      found.push({ entry, fit: INSIDE });
      inside++;
    }
    const next = starts[entry + 1];
    at = next === undefined ? -1 : text.indexOf(word, next);
  }
  return found;
}

/** The last entry that begins at or before a place in the text. */
function entryAt(starts: Int32Array, at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
