import type { LayerDefinition } from "#data/layers/define.ts";
import type { FeatureRecord } from "#data/layers/feature.ts";
import type { HandEdit } from "./intake/hand-edit.ts";

/** The state that an edit was made of. */
export interface ReadState {
  readonly id: string;
  /** Of the feature as it was read. */
  readonly revision: number;
}

/** What became of a change that somebody made to one feature by hand. */
export type EditOutcome =
  /** `revision` is the layer's. A change that changes nothing raises none. */
  | { readonly outcome: "written" | "unchanged"; readonly feature: FeatureRecord; readonly revision: number }
  /** Somebody else was first: the state that was read is not the present one. */
  | { readonly outcome: "stale"; readonly present: FeatureRecord }
  | { readonly outcome: "missing" }
  | { readonly outcome: "code-taken" };

/** Who changes something, and why. */
export interface Editor {
  readonly by: string;
  readonly reason: string | null;
}

export interface Edited {
  readonly feature: FeatureRecord;
  /** What was done to its geometry, as the person agreed to. */
  readonly repaired: string | null;
}

/**
 * Changes to single features by hand. All throw AppError: `unprocessable` with every field that is refused, `conflict` on
 * `code` when the layer has it already, and on `revision` when somebody else was first.
 */
export interface EditService {
  create(layer: LayerDefinition, edit: HandEdit, editor: Editor): Promise<Edited>;
  change(layer: LayerDefinition, read: ReadState, edit: HandEdit, editor: Editor): Promise<Edited>;
  /** @returns the feature as it was last. */
  remove(layer: LayerDefinition, read: ReadState, editor: Editor): Promise<FeatureRecord>;
}
