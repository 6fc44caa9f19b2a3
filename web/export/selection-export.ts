import type { FeatureRef } from "../map/picture.ts";
import { EXPORT_WORDS } from "../messages/export.ts";
import type { View } from "../state/view.ts";
import type { FeatureRow } from "./feature-columns.ts";
import { featureToGeoJson } from "./feature-geojson.ts";
import { featureTables } from "./feature-tables.ts";
import { fileStem } from "./file-name.ts";
import { districtNames, type ExportPlace, layerTitles, parameterTable, provenance } from "./provenance.ts";
import type { ExportContent } from "./write-export.ts";

/** The selected features as files: what the ledgers say of them, and how they were selected. */
export function selectionExport(
  selected: readonly FeatureRef[],
  selection: View["selection"],
  filters: Readonly<Record<string, string>>,
  place: ExportPlace,
): ExportContent {
  const { language, ledgers, demo, madeAt } = place;
  const words = EXPORT_WORDS[language];
  const features = ledgers.flatMap(({ definition, snapshot }): FeatureRow[] =>
    selected.filter(({ layer }) => layer === definition.id).map(({ row }) => ({ definition, snapshot, row })),
  );
  const layers = [...new Set(features.map(({ definition }) => definition.id))];
  const { overview, byLayer } = featureTables(
    features.map((feature) => ({ ...feature, answer: [] })),
    [],
    language,
    districtNames(ledgers),
  );
  const { areas, plus, minus } = selection;
  const areaShape = {
    type: "MultiPolygon",
    coordinates: areas.map((area) => [[...area, area[0]!].map((position) => [...position])]),
  } as const;
  return {
    stem: fileStem([demo ? words.demo : "", words.fileSelection, words.features(features.length)], madeAt),
    sheets: [
      overview,
      parameterTable(
        place,
        [
          [words.parameters.kind, words.selection],
          [words.parameters.layers, layerTitles(layers, language)],
          ...(areas.length > 0 ? [[words.parameters.areas, JSON.stringify(areaShape)] as const] : []),
          [words.parameters.single, plus.length],
          [words.parameters.removed, minus.length],
        ],
        layers,
        filters,
      ),
      ...byLayer,
    ],
    list: byLayer.length === 1 ? byLayer[0]! : overview,
    geoJson: () => ({
      type: "FeatureCollection",
      parameters: { selection, ...provenance(place, layers, filters) },
      features: features.map((feature) => featureToGeoJson(feature)),
    }),
  };
}
