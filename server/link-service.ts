import type { Geometry } from "geojson";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { decideLink, findLinkCandidates } from "./db/feature-links.ts";
import { findFeature } from "./db/features.ts";
import type { Executor } from "./db/record.ts";
import { AppError } from "./errors.ts";
import { firmLikeness, firmOf, LINKED } from "./intake/same-firm.ts";
import type { FeatureLink, LinkService } from "./services.ts";

/** Which features of other ledgers belong to the same firm: worked out when asked, unless a person has said. */
export const linkService = (db: Executor): LinkService => ({
  async findLinks(layerId, id) {
    const layer = getLayer(layerId);
    const feature = await findFeature(db, layerId, id);
    if (!feature) throw new AppError("not-found", `${layerId} has no such feature`);
    const own = firmOf(layer, feature);
    if (!own) return [];
    const layers = LAYERS.filter((each) => each.firm && each.id !== layerId).map((each) => each.id);
    const candidates = await findLinkCandidates(db, layerId, id, {
      layers,
      creditCode: own.creditCode,
      name: own.name,
    });
    const at = middleOf(feature.geometry);
    return candidates
      .flatMap((candidate): FeatureLink[] => {
        const firm = firmOf(getLayer(candidate.layer), candidate);
        if (!firm) return [];
        const distanceM = geodesicDistanceM(...at, ...middleOf(candidate.geometry));
        const { score, evidence } = firmLikeness(own, firm, distanceM);
        const { id: other, layer: otherLayer, code, name, same, decidedBy } = candidate;
        if (same === null && score < LINKED) return [];
        return [{ id: other, layer: otherLayer, code, name, distanceM, score, evidence, same, decidedBy }];
      })
      .sort((a, b) => standing(b) - standing(a) || b.score - a.score);
  },
  async decide(layerId, id, otherLayer, otherId, same, by) {
    const found = await Promise.all([findFeature(db, layerId, id), findFeature(db, otherLayer, otherId)]);
    if (found.includes(null)) throw new AppError("not-found", "one of the two features does not exist");
    await decideLink(db, [id, otherId], same, by);
  },
});

/** What a person has said comes first, what they have denied last. */
const standing = ({ same }: FeatureLink): number => (same === null ? 0 : same ? 1 : -1);

function middleOf(geometry: Geometry): [number, number] {
  const [west, south, east, north] = boundsOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}
