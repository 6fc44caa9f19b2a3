import type { Substance } from "../layers/define.ts";
import type { OutlineColumns } from "./outline-columns.ts";
import { decodeUtf8, type PackedText, type SharedText } from "./packed-text.ts";
import type { BooleanColumn, CodeColumn, ListColumn, NumberColumn, TextColumn, TimeColumn } from "./snapshot.ts";

/** A snapshot before anything is projected: what is built from rows, and what travels. */
export interface SnapshotTable {
  readonly layer: string;
  readonly revision: number;
  readonly count: number;
  /** Centre of the plane that the snapshot is to be measured in, `[longitude, latitude]`. */
  readonly planeCenter: readonly [number, number];
  /** `[minLon, minLat, maxLon, maxLat]` over all outlines, `null` when the layer is empty. */
  readonly extent: readonly [number, number, number, number] | null;
  readonly dataDate: string | null;
  /** Display positions, `[lon0, lat0, …]`. */
  readonly lonLat: Float64Array;
  /** `null` when every feature is a single point. */
  readonly outlines: OutlineColumns | null;
  readonly ids: IdColumn;
  readonly codes: PackedText;
  readonly names: PackedText | SharedText;
  readonly positionErrorM: Float32Array;
  readonly district: CodeColumn;
  readonly source: CodeColumn;
  readonly observedOn: TimeColumn;
  readonly columns: Readonly<Record<string, TableColumn>>;
}

export type TableColumn =
  | CodeColumn
  | NumberColumn
  | TimeColumn
  | BooleanColumn
  | PackedText
  | SharedText
  | SubstancesColumn;

/** UUIDs as the 16 bytes they are. */
export class IdColumn implements TextColumn {
  readonly type = "text";
  /** 16 a row. */
  readonly bytes: Uint8Array;
  /** All as one text, 36 units a row, written at the first question: one by one is ten times slower. */
  #decoded: string | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get(row: number): string {
    this.#decoded ??= formatIds(this.bytes);
    return this.#decoded.slice(row * 36, row * 36 + 36);
  }
}

const HEX_DIGITS = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));

function formatIds(bytes: Uint8Array): string {
  const text = new Uint8Array((bytes.length / 16) * 36);
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    const place = i & 15;
    if (place === 4 || place === 6 || place === 8 || place === 10) text[at++] = HYPHEN;
    text[at++] = HEX_DIGITS[bytes[i]! >> 4]!;
    text[at++] = HEX_DIGITS[bytes[i]! & 15]!;
  }
  return decodeUtf8(text);
}

/** Writes the 16 bytes of a UUID to `bytes` from `at` on. @throws RangeError when the text is no UUID. */
export function parseId(id: string, bytes: Uint8Array, at: number): void {
  let digits = 0;
  let byte = 0;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    if (unit === HYPHEN && (i === 8 || i === 13 || i === 18 || i === 23)) continue;
    const value = unit <= 57 ? unit - 48 : (unit | 32) - 87;
    if (value < 0 || value > 15 || (unit > 57 && value < 10)) break;
    byte = (byte << 4) | value;
    if (++digits % 2 === 0) {
      bytes[at + digits / 2 - 1] = byte;
      byte = 0;
    }
  }
  if (digits !== 32 || id.length !== 36) throw new RangeError(`${id} is not a UUID`);
}

const HYPHEN = 45;

/** Substances as JSON text, read when asked for. */
export class SubstancesColumn implements ListColumn {
  readonly type = "list";
  readonly json: PackedText;

  constructor(json: PackedText) {
    this.json = json;
  }

  get(row: number): readonly Substance[] | null {
    const text = this.json.get(row);
    return text === null ? null : (JSON.parse(text) as Substance[]);
  }
}
