import { z } from "@hono/zod-openapi";
import type { StagedRowView } from "../intake/draft.ts";
import { DraftSettingsSchema, SettingsChange, SettingsShape } from "../intake/draft.ts";
import type { ImportReport } from "../intake/import-report.ts";
import type { DraftView, ImportView, SavedMapping } from "../services.ts";

/** Who does it: shown in the history, and not checked, since there are no logins. */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .openapi({ description: "Name of the person, shown in the history", example: "王工" });

export const draftId = z.uuid().openapi({ description: "Of the draft; the import that it becomes keeps it" });

const RowKinds = z.enum(["new", "changed", "unchanged", "refused", "suspicious", "left-out"]);

export const DraftSchema = z.custom<DraftView>().openapi("ImportDraft", {
  type: "object",
  description:
    "A file on its way in: `state` is receiving, judging, ready, failed or cancelled; `facts` is what the file is, `preview` what would come of it.",
});

export const ImportSchema = z.custom<ImportView>().openapi("Import", {
  type: "object",
  description: "A file that came in, with its counts and whether it was undone.",
});

export const ImportReportSchema = z.custom<ImportReport>().openapi("ImportReport", {
  type: "object",
  description: "What came of a file, row by row where something was the matter.",
});

export const StagedRowSchema = z
  .custom<StagedRowView>()
  .openapi("StagedRow", { type: "object", description: "A row with its remarks, and its feature before and after." });

export const SavedMappingSchema = z
  .custom<SavedMapping>()
  .openapi("SavedMapping", { type: "object", description: "How the files of one source are read." });

export const NewDraftSchema = z.strictObject({
  fileName: z.string().trim().min(1).max(300),
  bytes: z.int().min(0).openapi({ description: "Of the whole file" }),
  by: personName,
  settings: DraftSettingsSchema,
});

export const SettingsChangeSchema = z.strictObject({ settings: SettingsChange });

export const rowsQuery = {
  kind: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(RowKinds).min(1))
    .optional()
    .openapi({ description: `One or several of ${RowKinds.options.join(", ")}` }),
  reason: z.string().min(1).max(60).optional(),
  column: z.string().min(1).max(1000).optional(),
  after: z.coerce.number().int().min(0).default(0).openapi({ description: "The last row of the page before" }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};

const Word = z.enum(["accept", "reject"]).nullable();

export const DecisionsSchema = z.strictObject({
  decisions: z
    .array(
      z.union([
        z.strictObject({ row: z.int().min(1), decision: Word, match: z.string().min(1).max(100).optional() }),
        z.strictObject({
          reason: z.string().min(1).max(60),
          column: z.string().max(1000).nullable().default(null),
          decision: Word,
        }),
      ]),
    )
    .min(1)
    .max(1000),
});

export const MappingSchema = z.strictObject({
  columns: z.array(z.string().max(1000)).max(1000),
  settings: SettingsShape.pick({
    encoding: true,
    delimiter: true,
    headerRow: true,
    headerRows: true,
    mapping: true,
    datum: true,
    dateOrder: true,
    source: true,
    where: true,
    merge: true,
    acceptedFixes: true,
  }).partial(),
  by: personName,
});
