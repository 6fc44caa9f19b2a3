import type { AdverseKind } from "../../analyses/crash-times-results.ts";
import { type Snapshot, UNKNOWN_CODE } from "../../snapshot/snapshot.ts";

/** What each kind is by the codes of the record; `surface` alone is enough where it is named. */
const KINDS: Readonly<
  Record<Exclude<AdverseKind, "adverse">, { weather: readonly string[]; surface?: readonly string[] }>
> = {
  rain: { weather: ["rain"] },
  "snow-ice": { weather: ["snow", "sleet"], surface: ["snow", "ice"] },
  fog: { weather: ["fog"] },
  wind: { weather: ["wind"] },
};

export const ADVERSE_KINDS = ["adverse", "snow-ice", "fog", "rain", "wind"] as const satisfies readonly AdverseKind[];

/** In {@link adverseStates}. */
export const NOT_IN_KIND = 0;
export const IN_KIND = 1;
export const KIND_UNKNOWN = 2;

const known = new WeakMap<Snapshot, ReadonlyMap<AdverseKind, Uint8Array>>();

/** Per kind, whether each accident of a snapshot happened in it; read once. An empty record of weather and surface says nothing. */
export function adverseStates(snapshot: Snapshot): ReadonlyMap<AdverseKind, Uint8Array> {
  const read = known.get(snapshot) ?? readStates(snapshot);
  known.set(snapshot, read);
  return read;
}

function readStates(snapshot: Snapshot): Map<AdverseKind, Uint8Array> {
  const states = new Map<AdverseKind, Uint8Array>();
  const any = new Uint8Array(snapshot.count).fill(KIND_UNKNOWN);
  for (const [kind, { weather, surface }] of Object.entries(KINDS) as [
    Exclude<AdverseKind, "adverse">,
    (typeof KINDS)["rain"],
  ][]) {
    const byWeather = statesOf(snapshot, "weather", weather);
    const bySurface = surface ? statesOf(snapshot, "surface", surface) : null;
    const own = byWeather.map((state, row) => joined(state, bySurface?.[row] ?? KIND_UNKNOWN));
    own.forEach((state, row) => {
      any[row] = joined(any[row]!, state);
    });
    states.set(kind, own);
  }
  return states.set("adverse", any);
}

/** One that says so is enough; one that says otherwise where the other says nothing as well. */
const joined = (a: number, b: number): number =>
  a === IN_KIND || b === IN_KIND ? IN_KIND : a === NOT_IN_KIND || b === NOT_IN_KIND ? NOT_IN_KIND : KIND_UNKNOWN;

function statesOf({ count, columns }: Snapshot, attribute: string, codes: readonly string[]): Uint8Array {
  const column = columns[attribute];
  if (column?.type !== "code") return new Uint8Array(count).fill(KIND_UNKNOWN);
  const isOne = column.values.map((value) => codes.includes(value));
  return Uint8Array.from(column.indices, (index) =>
    index === UNKNOWN_CODE ? KIND_UNKNOWN : isOne[index] ? IN_KIND : NOT_IN_KIND,
  );
}
