import type { Attribute } from "#data/layers/define.ts";
import { columnNameOf, onlyColumnOf, statedReader } from "./mapping.ts";
import { placeReaders } from "./place.ts";
import { stakeReader } from "./place-by-stake.ts";
import type { Reading } from "./reading.ts";

type FieldReader = (fields: Readonly<Record<string, unknown>>) => unknown;

export interface AttributePlan {
  readonly id: string;
  readonly attribute: Attribute;
  readonly field: FieldReader;
  readonly column: string | null;
  readonly only: string | null;
}

/** What is worked out once for all rows of a reading. */
export interface Plan {
  readonly columns: readonly string[];
  /** Columns that also fill a personal field: what stands in them is never repeated. */
  readonly personal: ReadonlySet<string>;
  readonly places: ReturnType<typeof placeReaders>;
  readonly byStake: ReturnType<typeof stakeReader>;
  readonly attributes: readonly AttributePlan[];
  readonly field: Readonly<Record<string, FieldReader | undefined>>;
  readonly required: readonly string[];
  /** The last day that is not the future. */
  readonly today: string;
}

const plans = new WeakMap<Reading, Plan>();

export function planOf(reading: Reading): Plan {
  const known = plans.get(reading);
  if (known) return known;
  const { layer, mapping, datum, findStake } = reading;
  const plan: Plan = {
    columns: [...new Set([...mapping.values()].flat(2))],
    personal: new Set(
      [...mapping].flatMap(([target, sets]) => (layer.attributes[target]?.personal ? sets.flat() : [])),
    ),
    places: placeReaders(mapping, datum.unit),
    byStake: stakeReader(layer, mapping, findStake),
    attributes: Object.entries(layer.attributes).flatMap(([id, attribute]) => {
      const field = statedReader(mapping, id);
      return field
        ? [{ id, attribute, field, column: columnNameOf(mapping, id), only: onlyColumnOf(mapping, id) }]
        : [];
    }),
    field: Object.fromEntries(
      ["code", "name", "positionErrorM", "districtCode", "source", "observedOn"].map((target) => [
        target,
        statedReader(mapping, target),
      ]),
    ),
    required: Object.keys(layer.attributes).filter((id) => layer.attributes[id]!.required),
    today: reading.today ?? tomorrow(),
  };
  plans.set(reading, plan);
  return plan;
}

const DAY_MS = 86_400_000;
const tomorrow = (): string => new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
