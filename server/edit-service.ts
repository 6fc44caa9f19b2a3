import type { LayerDefinition } from "#data/layers/define.ts";
import type { FeatureDraft, FeatureRecord } from "#data/layers/feature.ts";
import { changeFeature, createFeature, removeFeature } from "./db/feature-edits.ts";
import type { Change } from "./db/feature-writes.ts";
import type { Executor } from "./db/record.ts";
import type { EditOutcome, Editor, EditService } from "./edits.ts";
import { AppError } from "./errors.ts";
import { draftOfEdit, type HandEdit } from "./intake/hand-edit.ts";

/** Edits by hand as the routes see them. */
export function editService(db: Executor): EditService {
  return {
    async create(layer, edit, editor) {
      const { draft, repaired } = judge(layer, null, edit, editor);
      const outcome = await createFeature(db, layer.id, draft, changeOf(editor));
      return { feature: writtenBy(outcome, layer, draft.code), repaired };
    },
    async change(layer, read, edit, editor) {
      let judged: ReturnType<typeof judge> | undefined;
      const outcome = await changeFeature(db, layer.id, read, changeOf(editor), (present) => {
        judged = judge(layer, present, edit, editor);
        return judged.draft;
      });
      return { feature: writtenBy(outcome, layer, judged?.draft.code), repaired: judged?.repaired ?? null };
    },
    async remove(layer, read, editor) {
      return writtenBy(await removeFeature(db, layer.id, read, changeOf(editor)), layer);
    },
  };
}

const changeOf = ({ by, reason }: Editor): Change => ({ changedBy: by, ...(reason !== null && { reason }) });

function judge(layer: LayerDefinition, present: FeatureDraft | null, edit: HandEdit, { by }: Editor) {
  const judged = draftOfEdit(layer, present, edit, by);
  if (!("refusals" in judged)) return judged;
  const names = judged.refusals.map(({ field }) => field).join(", ");
  throw new AppError("unprocessable", `the layer does not take this: ${names}`, judged.refusals);
}

function writtenBy(outcome: EditOutcome, layer: LayerDefinition, code?: string): FeatureRecord {
  switch (outcome.outcome) {
    case "written":
    case "unchanged":
      return outcome.feature;
    case "missing":
      throw new AppError("not-found", `${layer.id} has no such feature`);
    case "stale": {
      const { revision, changedBy } = outcome.present;
      throw new AppError("conflict", `the feature was changed in the meantime, by ${changedBy}: read it again`, [
        { field: "revision", message: "is not that of the present state", allowed: String(revision) },
      ]);
    }
    case "code-taken":
      throw new AppError("conflict", `${layer.id} has a feature with the code ${code} already`, [
        {
          field: "properties.code",
          message: `the layer has ${code} already`,
          allowed: "a code that is new in its layer",
        },
      ]);
  }
}
