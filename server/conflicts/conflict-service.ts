import { decideConflict } from "../db/conflict-decisions.ts";
import { findNewestRun } from "../db/conflict-runs.ts";
import { countConflicts, findConflict, findConflictEvents, findConflicts } from "../db/conflicts.ts";
import { findRevisions } from "../db/layer-revisions.ts";
import type { Database } from "../db/record.ts";
import { AppError } from "../errors.ts";
import { writeConflictWorkbook } from "../export/conflict-workbook.ts";
import type { ConflictService, Zone } from "../services.ts";
import type { Conflict, ConflictCursor, ConflictFilter } from "./conflict.ts";

export interface ConflictServiceOptions {
  readonly db: Database;
  /** Of the rules in force. */
  findEdition(): Promise<string>;
  isBusy(): boolean;
  findZone(): Promise<Zone>;
}

/** Rows of a workbook are read so many at a time. */
const BATCH = 2_000;

/** The list of conflicts, as the routes see it. */
export function conflictService({ db, findEdition, isBusy, findZone }: ConflictServiceOptions): ConflictService {
  const get = async (id: string): Promise<Conflict> => {
    const conflict = await findConflict(db, id);
    if (!conflict) throw new AppError("not-found", "there never was such a conflict");
    return conflict;
  };

  async function findSome(filter: ConflictFilter, page: { after?: ConflictCursor; limit: number }) {
    const { limit } = page;
    const found = await findConflicts(db, filter, { ...page, limit: limit + 1 });
    const conflicts = found.slice(0, limit);
    const last = conflicts.at(-1);
    return { conflicts, next: found.length > limit && last ? { rank: last.rank, id: last.id } : null };
  }

  async function findStatus() {
    const [run, revisions, edition] = await Promise.all([findNewestRun(db), findRevisions(db), findEdition()]);
    if (!run) return { ranAt: null, revisions: {}, ruleEdition: null, pairs: 0, tookMs: null, pending: isBusy() };
    const isBehind =
      run.ruleEdition !== edition ||
      Object.entries(run.revisions).some(([layer, revision]) => (revisions.get(layer) ?? 0) !== revision);
    const { ruleEdition, pairs, tookMs } = run;
    return {
      ranAt: run.ranAt.toISOString(),
      revisions: run.revisions,
      ruleEdition,
      pairs,
      tookMs,
      pending: isBusy() || isBehind,
    };
  }

  async function* batches(filter: ConflictFilter): AsyncGenerator<readonly Conflict[]> {
    for (let after: ConflictCursor | undefined; ; ) {
      const { conflicts, next } = await findSome(filter, { after, limit: BATCH });
      yield conflicts;
      if (!next) return;
      after = next;
    }
  }

  return {
    async findPage(filter, page) {
      const [found, totals] = await Promise.all([findSome(filter, page), countConflicts(db, filter)]);
      return { ...found, totals };
    },
    async getHistory(id) {
      return { conflict: await get(id), events: await findConflictEvents(db, id) };
    },
    async decide(id, revision, word) {
      const outcome = await decideConflict(db, id, revision, word);
      if (outcome === "missing") throw new AppError("not-found", "there never was such a conflict");
      if (outcome !== "decided")
        throw new AppError("conflict", "the conflict is another one than was read: read it again", [
          { field: "revision", message: "is not that of the present state", allowed: String(outcome.stale) },
        ]);
      return get(id);
    },
    findStatus,
    async writeWorkbook(filter, language) {
      const [status, { demo }] = await Promise.all([findStatus(), findZone()]);
      return writeConflictWorkbook(batches(filter), { filter, status, language, demo, madeAt: new Date() });
    },
  };
}
