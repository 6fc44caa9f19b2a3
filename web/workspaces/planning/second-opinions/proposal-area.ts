import type { MultiPolygon, Polygon } from "geojson";
import type { ProposalDraft } from "../../../state/proposal-draft.ts";

/** The proposal's boundary where it is an area; `null` for a point, a line or none. */
export function proposalArea(draft: ProposalDraft | null): Polygon | MultiPolygon | null {
  const geometry = draft?.geometry;
  return geometry?.type === "Polygon" || geometry?.type === "MultiPolygon"
    ? (geometry as Polygon | MultiPolygon)
    : null;
}
