import { uuidv7 } from "uuidv7";
import {
  addDraft,
  changeDraft,
  countReceived,
  type DraftRecord,
  findDraft,
  findDrafts,
  findEmptiedDrafts,
  findForgottenDrafts,
  getDraft,
  removeDraft,
  removeStrayRows,
} from "../db/import-drafts.ts";
import { findMappings, removeMapping, saveMapping } from "../db/import-mappings.ts";
import { findRows } from "../db/import-rows.ts";
import {
  findImport,
  findImportOf,
  findImports,
  findTouchedSince,
  type ImportRecord,
  undoImport,
} from "../db/imports.ts";
import type { OpenRecord } from "../db/record.ts";
import { AppError } from "../errors.ts";
import type { Log } from "../http/log.ts";
import type { DraftView, ImportView, IntakeService } from "../services.ts";
import { commitDraft } from "./commit-draft.ts";
import { decide } from "./decide.ts";
import { MOST_FILE_BYTES } from "./formats/limits.ts";
import { createJudging, type Judging } from "./judging.ts";
import { openUploads } from "./uploads.ts";
import type { ZoneReach } from "./zone-reach.ts";

export interface IntakeOptions {
  readonly record: OpenRecord;
  readonly dataDir: string;
  readonly zoneConfigured: boolean;
  findZoneReach(): Promise<ZoneReach | null>;
  /** Gzipped snapshots of the layers that delivered places are compared with. */
  findReference(): Readonly<Record<string, Uint8Array>>;
  readonly log: Log;
  readonly judging?: Judging;
}

export interface OpenIntake {
  readonly service: IntakeService;
  close(): Promise<void>;
}

/** A draft that nobody has touched for so long is forgotten at the next start. */
const FORGOTTEN_DAYS = 14;

/** Receives files, has them judged in the background, and writes what a person has accepted. */
export async function openIntake(options: IntakeOptions): Promise<OpenIntake> {
  const { db, longDb, connection } = options.record;
  const uploads = openUploads(options.dataDir);
  const judging = options.judging ?? createJudging();
  const judged = new Set<Promise<void>>();

  for (const id of await findForgottenDrafts(db, FORGOTTEN_DAYS)) await removeDraft(db, id);
  const drafts = await findDrafts(db);
  await uploads.sweep(new Set(drafts.map(({ id }) => id)));

  const toView = ({ createdAt, changedAt, ...draft }: DraftRecord): DraftView => ({
    ...draft,
    progress: judging.progress(draft.id),
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  });
  const view = async (id: string) => toView(await getDraft(db, id));

  /** Begins in the background; whoever asks for the draft sees how far it is. */
  function judge(draft: DraftRecord, firstTime: boolean): void {
    const work = judgeDraft(draft, firstTime).catch(async (error: unknown) => {
      options.log.error({ err: error, draft: draft.id }, "a delivered file was not judged");
      const problem = { code: "internal", detail: "something unexpected happened; the log tells more" };
      await changeDraft(db, draft.id, { state: "failed", problem }).catch(() => undefined);
    });
    judged.add(work);
    void work.finally(() => judged.delete(work));
  }

  async function judgeDraft({ id, fileName, settings }: DraftRecord, firstTime: boolean): Promise<void> {
    const outcome = await judging.start({
      connection,
      draftId: id,
      path: uploads.pathOf(id),
      fileName,
      workFolder: uploads.folderOf(id),
      settings,
      zone: await options.findZoneReach(),
      reference: options.findReference(),
      saved: firstTime ? await findMappings(db, settings.layer) : [],
    });
    // Cancelled: whoever cancelled it has said what the draft is now.
    if (!outcome) return;
    const facts = outcome.facts && { ...outcome.facts, before: await findImportOf(db, outcome.facts.sha256) };
    if ("failed" in outcome)
      return changeDraft(db, id, { state: "failed", problem: outcome.failed, preview: null, ...(facts && { facts }) });
    const { preview, settings: used } = outcome;
    await changeDraft(db, id, { state: "ready", facts, preview, problem: null, settings: used });
  }

  const rejudge = async (id: string, change: Parameters<typeof changeDraft>[2], firstTime: boolean) => {
    await changeDraft(db, id, { ...change, state: "judging", problem: null });
    judge(await getDraft(db, id), firstTime);
    return view(id);
  };

  await removeStrayRows(db);
  // Judging that a stop of the server broke off is taken up again, and what a crash of the database emptied is read again.
  const emptied = await findEmptiedDrafts(db);
  for (const draft of drafts)
    if (draft.state === "judging" || emptied.has(draft.id)) {
      await changeDraft(db, draft.id, { state: "judging" });
      judge(draft, draft.facts === null);
    }

  const service: IntakeService = {
    findDrafts: async () => (await findDrafts(db)).map(toView),
    findImports: async (limit, layer) => (await findImports(db, limit, layer)).map(toImportView),
    getDraft: view,
    async findImport(id) {
      const found = await findImport(db, id);
      if (!found) return null;
      const touchedSince = found.undoneAt ? [] : await findTouchedSince(db, id);
      return { ...toImportView(found), report: found.report, touchedSince };
    },
    async create({ fileName, bytes, settings, by }) {
      if (bytes > MOST_FILE_BYTES) throw tooLarge(bytes);
      const id = uuidv7();
      await uploads.create(id);
      await addDraft(db, { id, state: "receiving", fileName, bytes, settings, createdBy: by });
      return bytes === 0 ? rejudge(id, {}, true) : view(id);
    },
    async receive(id, offset, bytes) {
      const draft = await getDraft(db, id);
      if (draft.state !== "receiving") throw new AppError("conflict", "the file is here already");
      const to = offset + bytes.length;
      if (offset !== draft.received || to > draft.bytes) throw wrongPlace(draft);
      await uploads.write(id, offset, bytes);
      if (!(await countReceived(db, id, offset, to))) throw wrongPlace(await getDraft(db, id));
      return to === draft.bytes ? rejudge(id, {}, true) : view(id);
    },
    async change(id, change) {
      const draft = await getDraft(db, id);
      if (draft.state === "receiving") throw new AppError("conflict", "the file is not here yet");
      const settings = { ...draft.settings, ...change };
      return rejudge(id, { settings }, false);
    },
    async cancel(id) {
      const draft = await getDraft(db, id);
      if (draft.state === "judging") await changeDraft(db, id, { state: "cancelled" });
      judging.cancel(id);
      return view(id);
    },
    async findRows(id, query) {
      const { settings } = await getDraft(db, id);
      return findRows(db, id, settings.layer, query);
    },
    async decide(id, decisions) {
      const rows = await decide(longDb, id, decisions);
      return { rows, draft: await view(id) };
    },
    async commit(id, by) {
      const already = (await findDraft(db, id)) ? null : await findImport(db, id);
      if (already) throw new AppError("conflict", "this draft has been written already");
      const report = await commitDraft(longDb, id, { changedBy: by, zoneConfigured: options.zoneConfigured });
      await uploads.remove(id);
      return report;
    },
    async discard(id) {
      await getDraft(db, id);
      judging.cancel(id);
      await removeDraft(db, id);
      await uploads.remove(id);
    },
    undo: (id, by) => undoImport(longDb, id, by),
    findMappings: (layer) => findMappings(db, layer),
    saveMapping: (mapping) => saveMapping(db, mapping),
    async removeMapping(layer, name) {
      if (!(await removeMapping(db, layer, name)))
        throw new AppError("not-found", `${layer} has no saved mapping of that name`);
    },
  };
  return {
    service,
    async close() {
      await judging.close();
      await Promise.all(judged);
    },
  };
}

const tooLarge = (bytes: number) =>
  new AppError("body-too-large", `the file has ${bytes} bytes: split it`, [
    { field: "bytes", message: "too large", allowed: `0 to ${MOST_FILE_BYTES}` },
  ]);

/** The sender goes on from where the server is. */
const wrongPlace = ({ received, bytes }: DraftRecord) =>
  new AppError("conflict", `${received} of ${bytes} bytes are here`, [
    { field: "offset", message: "bytes are taken in their order", allowed: String(received) },
  ]);

const toImportView = ({ source, createdAt, undoneAt, report: _, ...entry }: ImportRecord): ImportView => ({
  ...entry,
  fileName: source,
  createdAt: createdAt.toISOString(),
  undoneAt: undoneAt?.toISOString() ?? null,
});
