import { localDayOf } from "#data/snapshot/freshness.ts";
import { findPhotographs } from "../db/black-spot-photographs.ts";
import { addSpot, findAllSpotEvents, findSpot, findSpotEvents, findSpots, keepWord } from "../db/black-spots.ts";
import type { Database } from "../db/record.ts";
import { AppError } from "../errors.ts";
import type { BlackSpotService } from "../services.ts";
import { entryOf, photographsOf } from "./entry.ts";
import { judgeWord } from "./judge-word.ts";
import { newSpot } from "./new-spot.ts";
import type { BlackSpotFile } from "./register.ts";
import { mostUrgentFirst, passes, totalsOf } from "./register-list.ts";
import { linesOf } from "./spot-lines.ts";

export interface BlackSpotOptions {
  readonly db: Database;
}

/** The register of black spots, as the routes see it. */
export function blackSpotService({ db }: BlackSpotOptions): BlackSpotService {
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
  };
}

const unknown = () => new AppError("not-found", "there is no such black spot");
