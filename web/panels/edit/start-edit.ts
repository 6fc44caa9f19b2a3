import { fetchFeature } from "../../api.ts";
import { startEditing } from "../../state/editing.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { GROUND_LAYERS } from "../../state/picture.ts";
import type { FeatureKey } from "../../state/view.ts";
import { changeView } from "../../state/view-store.ts";
import { nextCode } from "./next-code.ts";

/** Reads the feature as it is now, and opens its form. @throws ApiProblem when it cannot be read. */
export async function startChanging({ layer, id }: FeatureKey): Promise<void> {
  startEditing(layer, await fetchFeature(layer, id));
  changeView({ tool: "detail", detail: { layer, id } });
}

/** Opens an empty form, with the code that comes next in the layer. */
export function startAdding({ definition: { id: layer }, snapshot }: Ledger): void {
  const codes = Array.from({ length: snapshot.count }, (_, row) => snapshot.codes.get(row) ?? "");
  const code = nextCode(codes);
  startEditing(layer, null, code === null ? {} : { code });
  changeView(({ layers }) => ({
    tool: "detail",
    detail: null,
    ...(!GROUND_LAYERS.includes(layer) && !layers.includes(layer) && { layers: [...layers, layer] }),
  }));
}
