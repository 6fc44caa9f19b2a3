import type { LayerDefinition } from "#data/layers/define.ts";
import { parseStake } from "#data/snapshot/stake.ts";
import { columnNameOf, fieldReader, type Mapping } from "./mapping.ts";
import { parseNumber } from "./read-number.ts";
import type { RemarkReason } from "./remark.ts";

/** All places that have a stake: roads of one name may be several. */
export type StakeFinder = (
  road: string,
  stakeM: number,
) => readonly { readonly position: readonly [number, number]; readonly road: string }[];

export type StakePlacing =
  /** WGS84, on the road's axis. */
  | { readonly position: readonly [number, number]; readonly text: string }
  | {
      readonly reason: RemarkReason;
      readonly text: string;
      readonly column: string | null;
      readonly detail: string | null;
    };

type Fields = Readonly<Record<string, unknown>>;

/** `G111 K812+300`: road and stake in one cell. */
const ROAD_AND_STAKE = /^([GSXYCZ]\d{1,4})\s*线?\s*(K\s*\d.*)$/i;

/** Attributes of a layer that say a road and a stake on it, as accidents have them. */
const ROAD_ATTRIBUTES = ["roadCode", "roadName"];

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value).trim());

/**
 * Places rows by road and stake: from the columns `road` and `stake`, or from the layer's own road, kilometre and metre.
 *
 * @returns `undefined` when no column says a stake.
 */
export function stakeReader(
  layer: LayerDefinition,
  mapping: Mapping,
  findStake: StakeFinder | undefined,
): ((fields: Fields) => StakePlacing | null) | undefined {
  const own = (id: string) => (Object.hasOwn(layer.attributes, id) ? fieldReader(mapping, id) : undefined);
  const stake = fieldReader(mapping, "stake");
  const kilometre = own("kilometre");
  const metre = own("metre");
  const roads = [fieldReader(mapping, "road"), ...ROAD_ATTRIBUTES.map(own)].filter((reader) => reader !== undefined);
  if (!stake && !kilometre) return undefined;
  const column = columnNameOf(mapping, stake ? "stake" : "kilometre");

  const wordsOf = (fields: Fields): { names: string[]; stakeText: string } => {
    const names = roads.map((read) => textOf(read(fields))).filter((name) => name !== "");
    const said = stake ? textOf(stake(fields)) : "";
    const both = ROAD_AND_STAKE.exec(said.normalize("NFKC"));
    if (both) return { names: [both[1]!, ...names], stakeText: both[2]! };
    if (said !== "" || !kilometre) return { names, stakeText: said };
    const [km, m] = [textOf(kilometre(fields)), metre ? textOf(metre(fields)) : ""];
    return { names, stakeText: km === "" ? "" : `${km} + ${m === "" ? 0 : m}` };
  };

  return (fields) => {
    const { names, stakeText } = wordsOf(fields);
    if (stakeText === "") return null;
    const text = `${names[0] ?? ""} ${stakeText}`.trim();
    const none = (reason: RemarkReason, detail: string | null = null) => ({ reason, text, column, detail });
    const stakeM = stakeMetres(stakeText);
    if (stakeM === null) return none("stake-unreadable");
    if (names.length === 0) return none("stake-incomplete");
    if (!findStake) return none("stake-without-roads");
    for (const name of names) {
      const places = findStake(name, stakeM);
      if (places.length === 1) return { position: places[0]!.position, text };
      if (places.length > 1) return none("stake-ambiguous", [...new Set(places.map(({ road }) => road))].join(", "));
    }
    return none("stake-not-found");
  };
}

/** `812 + 300` is what two cells give: kilometres, which may have decimals, and metres. */
function stakeMetres(text: string): number | null {
  const cells = /^(.+) \+ (.+)$/.exec(text);
  if (!cells) return parseStake(text);
  const [km, m] = [parseNumber(cells[1]!, "km"), parseNumber(cells[2]!, "m")];
  return "number" in km && "number" in m && km.number >= 0 && m.number >= 0 ? km.number * 1000 + m.number : null;
}
