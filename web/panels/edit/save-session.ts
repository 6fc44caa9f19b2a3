import {
  ApiProblem,
  changeFeature,
  createFeature,
  type FeatureAnswer,
  type FeatureChange,
  fetchFeature,
  type RefusedField,
  removeFeature,
} from "../../api.ts";
import type { EditSession } from "../../state/editing.ts";
import { findLedger } from "../../state/ledgers.ts";
import { usePerson } from "../../state/person.ts";
import { queries } from "../../state/queries.ts";
import { type FieldChange, toProperties } from "./read-form.ts";

export type SaveOutcome =
  | { readonly kind: "saved"; readonly feature: FeatureAnswer }
  | { readonly kind: "removed" }
  /** Somebody else was first; `theirs` is the present state, `null`: it is gone. */
  | { readonly kind: "stale"; readonly theirs: FeatureAnswer | null }
  | { readonly kind: "refused"; readonly detail: string; readonly errors: readonly RefusedField[] };

/** Sends what the person changed, as a change of the state that was read. */
export const saveSession = (
  { layer, base, geometry }: EditSession,
  changes: readonly FieldChange[],
  reason: string | null,
): Promise<SaveOutcome> =>
  settle(layer, base, async () => {
    const body = { by: personName(), properties: toProperties(changes) } as Pick<FeatureChange, "by" | "properties">;
    // What was drawn or read was checked there; the schema's tuples are narrower than GeoJSON's arrays.
    const shape = (geometry ? { geometry } : {}) as Pick<FeatureChange, "geometry">;
    const feature = base
      ? await changeFeature(layer, base.id, {
          ...body,
          ...shape,
          revision: base.properties.revision,
          ...(reason && { reason }),
        })
      : await createFeature(layer, { ...body, ...shape } as Parameters<typeof createFeature>[1]);
    remember(layer, feature);
    return { kind: "saved", feature };
  });

export const removeRead = (layer: string, base: FeatureAnswer, reason: string): Promise<SaveOutcome> =>
  settle(layer, base, async () => {
    await removeFeature(layer, base.id, { by: personName(), reason, revision: base.properties.revision });
    return { kind: "removed" };
  });

const personName = (): string => usePerson.getState().name.trim();

async function settle(
  layer: string,
  base: FeatureAnswer | null,
  send: () => Promise<SaveOutcome>,
): Promise<SaveOutcome> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const isStale = error.status === 404 || error.errors.some(({ field }) => field === "revision");
    if (base && isStale) return { kind: "stale", theirs: await findFeature(layer, base.id) };
    return { kind: "refused", detail: error.message, errors: error.errors };
  }
}

async function findFeature(layer: string, id: string): Promise<FeatureAnswer | null> {
  try {
    return await fetchFeature(layer, id);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** The panel shows the new state before the layer's new table has come. */
function remember(layer: string, feature: FeatureAnswer): void {
  const revision = findLedger(layer)?.snapshot.revision;
  queries.setQueryData(["feature", layer, feature.id, revision], feature);
  void queries.invalidateQueries({ queryKey: ["history", layer, feature.id] });
}
