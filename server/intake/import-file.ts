import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { uuidv7 } from "uuidv7";
import { findExtent } from "../db/features.ts";
import { addDraft, removeDraft } from "../db/import-drafts.ts";
import { acceptHeldRows } from "../db/import-rows.ts";
import { findImportOf } from "../db/imports.ts";
import type { OpenRecord } from "../db/record.ts";
import { findSetting } from "../db/settings.ts";
import { buildSnapshot } from "../snapshot/build-job.ts";
import { commitDraft, reportOf } from "./commit-draft.ts";
import type { DraftFacts, DraftPreview, DraftSettings } from "./draft.ts";
import type { ImportReport } from "./import-report.ts";
import { type Judged, judgeFile } from "./judge-file.ts";
import { createProgress } from "./progress.ts";
import { REFERENCE_LAYERS } from "./reference-layers.ts";
import { reachOf } from "./zone-reach.ts";

export interface ImportFileOptions {
  readonly path: string;
  readonly settings: DraftSettings;
  readonly changedBy: string;
  /** `ZONE_CENTER`; undefined: what the record says. */
  readonly zoneCenter: readonly [number, number] | undefined;
  readonly dryRun?: boolean;
  /** Rows that would wait for a person's word come in. */
  readonly acceptSuspicious?: boolean;
}

export interface ImportedFile {
  readonly report: ImportReport;
  readonly preview: DraftPreview;
  readonly facts: DraftFacts;
}

/** The file cannot be read as asked. The message is one line for the person who gave it. */
export class FailedImport extends Error {}

/** The coordinates speak against the datum: nothing is written until somebody has said which it is. */
export class DatumQuestion extends Error {
  readonly preview: DraftPreview;
  constructor(preview: DraftPreview) {
    super("the coordinates speak against the datum");
    this.preview = preview;
  }
}

/** The report at the shell has every row. */
const EVERY = 10_000_000;

type Record = Pick<OpenRecord, "connection" | "longDb">;

/**
 * Takes a file from the disk into the record in one go, by the same way as a draft that a person looks at.
 *
 * @throws FailedImport, DatumQuestion; AppError when the layer was changed in the same moment.
 */
export async function importFile(record: Record, options: ImportFileOptions): Promise<ImportedFile> {
  const { path, settings, changedBy, zoneCenter, dryRun = false, acceptSuspicious = false } = options;
  const { longDb: db, connection } = record;
  const draftId = uuidv7();
  const workFolder = await mkdtemp(join(tmpdir(), "import-"));
  try {
    const center = zoneCenter ?? (await findSetting(db, "zone"))?.center ?? null;
    const judged = await judgeFile({
      connection,
      draftId,
      path,
      fileName: basename(path),
      workFolder,
      settings,
      zone: center && reachOf(center, await findExtent(db, "districts")),
      reference: await buildReference(record, center),
      saved: [],
      progress: createProgress(),
    });
    if ("failed" in judged) throw new FailedImport(judged.failed.detail);
    assertDatum(judged.preview);
    const facts: DraftFacts = { ...judged.facts, before: await findImportOf(db, judged.facts.sha256) };
    const draft = { id: draftId, fileName: basename(path), settings: judged.settings };
    if (dryRun) {
      const report = await reportOf(db, draft, facts, judged.preview, EVERY);
      return { report, preview: judged.preview, facts };
    }
    const { size } = await stat(path);
    return await db.transaction(async (tx) => {
      const preview = await withAnswers(judged, acceptSuspicious ? () => acceptHeldRows(tx, draftId) : undefined);
      await addDraft(tx, {
        ...draft,
        state: "ready",
        bytes: size,
        received: size,
        facts,
        preview,
        createdBy: changedBy,
      });
      const report = await commitDraft(tx, draftId, {
        changedBy,
        zoneConfigured: zoneCenter !== undefined,
        mostRemarks: EVERY,
      });
      return { report, preview, facts };
    });
  } finally {
    await removeDraft(db, draftId);
    await rm(workFolder, { recursive: true, force: true });
  }
}

/** Nobody can be asked here: what only lacks a word goes on, what speaks against the datum does not. */
function assertDatum(preview: DraftPreview): void {
  const { evidence, from } = preview.datum;
  const contradicts = evidence.verdict === "contradiction";
  const doubts = evidence.verdict === "another-fits-better" && from !== "person";
  if (contradicts || doubts) throw new DatumQuestion(preview);
}

async function withAnswers(
  { preview }: Extract<Judged, { preview: DraftPreview }>,
  accept: (() => Promise<DraftPreview["counts"]>) | undefined,
): Promise<DraftPreview> {
  const counts = accept ? await accept() : preview.counts;
  return { ...preview, counts, datum: { ...preview.datum, ask: false } };
}

async function buildReference({ connection, longDb }: Record, zoneCenter: readonly [number, number] | null) {
  const packed: { [layer: string]: Uint8Array } = {};
  for (const layer of REFERENCE_LAYERS) {
    if ((await findExtent(longDb, layer)) === null) continue;
    packed[layer] = (await buildSnapshot({ connection, layer, zoneCenter })).packed;
  }
  return packed;
}
