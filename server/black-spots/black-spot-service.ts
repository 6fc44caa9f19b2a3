import { localDayOf } from "#data/snapshot/freshness.ts";
import { findPhotographContent, findPhotographs, keepPhotograph } from "../db/black-spot-photographs.ts";
import { addSpot, findAllSpotEvents, findSpot, findSpotEvents, findSpots, keepWord } from "../db/black-spots.ts";
import type { Database } from "../db/record.ts";
import { AppError } from "../errors.ts";
import type { AnalysisService, BlackSpotService, Zone } from "../services.ts";
import { askDiagnosis } from "./ask-diagnosis.ts";
import { entryOf, photographsOf } from "./entry.ts";
import { newPhotograph, photographed, photographWithdrawn } from "./judge-photograph.ts";
import { judgeWord } from "./judge-word.ts";
import { newSpot } from "./new-spot.ts";
import { proposalLetter } from "./proposal-letter.ts";
import { quarterWorkbook } from "./quarter-workbook.ts";
import type { BlackSpotFile } from "./register.ts";
import { mostUrgentFirst, passes, totalsOf } from "./register-list.ts";
import { linesOf } from "./spot-lines.ts";

export interface BlackSpotOptions {
  readonly db: Database;
  readonly analyses: Pick<AnalysisService, "run">;
  findZone(): Promise<Zone>;
}

/** The register of black spots, as the routes see it. */
export function blackSpotService({ db, analyses, findZone }: BlackSpotOptions): BlackSpotService {
  async function getFile(id: string): Promise<BlackSpotFile> {
    const [feature, events, photographs] = await Promise.all([
      findSpot(db, id),
      findSpotEvents(db, id),
      findPhotographs(db, id),
    ]);
    if (!feature) throw unknown();
    const shown = photographsOf(events);
    return {
      entry: entryOf(feature, events, { today: localDayOf(new Date()), isPast: false }),
      events: linesOf(feature, events),
      basis: events.find(({ kind }) => kind === "registered")?.details.basis ?? null,
      photographs: photographs.filter((each) => shown.has(each.id)),
    };
  }

  return {
    async findList({ asOf, spanYears, ...filter }) {
      const [features, events] = await Promise.all([findSpots(db, asOf), findAllSpotEvents(db, asOf)]);
      const today = localDayOf(asOf ?? new Date());
      const options = { today, isPast: asOf !== undefined, ...(spanYears !== undefined && { spanYears }) };
      const all = features.map((feature) => entryOf(feature, events.get(feature.id) ?? [], options));
      const entries = all.filter((entry) => passes(entry, filter)).sort(mostUrgentFirst);
      return { entries, totals: totalsOf(all), day: today };
    },
    getFile,
    async register(word) {
      const id = await addSpot(db, (present) => newSpot(word, present, localDayOf(new Date())));
      if (id === null)
        throw new AppError("conflict", `black-spots has a feature with the code ${word.code} already`, [
          { field: "code", message: `the layer has ${word.code} already`, allowed: "a code that is new in its layer" },
        ]);
      return getFile(id);
    },
    async say(id, word) {
      const outcome = await keepWord(db, id, ({ feature, events }) =>
        judgeWord(word, feature, events, localDayOf(new Date())),
      );
      if (outcome === "missing") throw unknown();
      if (outcome === "stale")
        throw new AppError("conflict", "the spot is being changed at this moment: read it again", [
          { field: "revision", message: "is not that of the present state" },
        ]);
      return getFile(id);
    },
    async addPhotograph(id, sent) {
      const today = localDayOf(new Date());
      const photograph = newPhotograph(sent, today);
      const outcome = await keepPhotograph(db, id, (present) => ({
        events: photographed(present, photograph, today),
        photograph,
      }));
      if (outcome === "missing") throw unknown();
      return getFile(id);
    },
    async getPhotograph(id, photographId) {
      const [events, found] = await Promise.all([findSpotEvents(db, id), findPhotographContent(db, id, photographId)]);
      if (!found || !photographsOf(events).has(photographId))
        throw new AppError("not-found", "the spot has no such photograph");
      return { mediaType: found.mediaType, bytes: new Uint8Array(found.content) };
    },
    async withdrawPhotograph(id, photographId, { by, reason }) {
      const outcome = await keepPhotograph(db, id, (present) => ({
        events: photographWithdrawn(present, { id: photographId, by, reason }, localDayOf(new Date())),
      }));
      if (outcome === "missing") throw unknown();
      return getFile(id);
    },
    async writeQuarter(quarter, language) {
      const madeAt = new Date();
      const [features, events, { demo }] = await Promise.all([findSpots(db), findAllSpotEvents(db), findZone()]);
      return quarterWorkbook(features, events, { quarter, today: localDayOf(madeAt), language, demo, madeAt });
    },
    async writeLetter(id, request, signal) {
      const [file, feature, { demo }] = await Promise.all([getFile(id), findSpot(db, id), findZone()]);
      const diagnosis = await askDiagnosis(analyses, file, request.diagnosis, signal);
      const { basis } = feature?.attributes ?? {};
      const ledgerBasis = typeof basis === "string" ? basis : null;
      const bytes = await proposalLetter(request, { file, ledgerBasis, diagnosis, demo, madeAt: new Date() });
      return { code: file.entry.code, bytes };
    },
  };
}

const unknown = () => new AppError("not-found", "there is no such black spot");
