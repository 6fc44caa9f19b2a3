import { useQuery } from "@tanstack/react-query";
import { fetchFeaturesAt, type MapFeature, type Opinion } from "../../../api-opinions.ts";
import { queries } from "../../../state/queries.ts";
import type { SheetLayer } from "./sheet-kinds.ts";

export interface SheetFeatures {
  readonly layer: SheetLayer;
  readonly features: readonly MapFeature[];
  /** `false`: there are more than a sheet can show. */
  readonly isComplete: boolean;
}

/** The most that is asked of one layer. */
const MOST = 10_000;

/** What lies on the sheet, as the record knew it when the opinion was signed, or on the day that it is about. */
export const useSheetFeatures = (
  opinion: Opinion,
  layers: readonly SheetLayer[],
  bbox: readonly [number, number, number, number],
) =>
  useQuery(
    {
      queryKey: ["opinion-map", opinion.id, layers, bbox],
      queryFn: () =>
        Promise.all(
          layers.map(
            async (layer): Promise<SheetFeatures> => ({
              layer,
              ...(await fetchFeaturesAt(layer, bbox, opinion.asOf ?? opinion.at, MOST)),
            }),
          ),
        ),
    },
    queries,
  );
