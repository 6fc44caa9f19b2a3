import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { BufferFinding, BufferParameters, BufferSummary } from "#data/analyses/results.ts";
import { rowGeometry } from "#data/snapshot/to-geojson.ts";
import { EXPORT_WORDS } from "../messages/export.ts";
import { findRow } from "../state/features.ts";
import { edgeCrossed } from "../state/ring-edge.ts";
import { metres } from "../ui/quantities.ts";
import { type FeatureRow, round } from "./feature-columns.ts";
import { featureToGeoJson } from "./feature-geojson.ts";
import { featureTables } from "./feature-tables.ts";
import { fileStem } from "./file-name.ts";
import {
  districtNames,
  type ExportPlace,
  layerTitles,
  type Parameter,
  parameterTable,
  provenance,
} from "./provenance.ts";
import { ringTotalsTable } from "./ring-totals-table.ts";
import type { Cell, Column } from "./table.ts";
import type { ExportContent } from "./write-export.ts";

/** A whole answer: its list as long as the analysis gives it. */
export interface RingAnswer {
  readonly findings: readonly BufferFinding[];
  readonly summary: BufferSummary;
  readonly parameters: BufferParameters;
}

/** The rings' answer as files: the list with distances, the sums, the shapes, and what was asked. */
export function ringExport(answer: RingAnswer, place: ExportPlace): ExportContent {
  const { language, demo, madeAt } = place;
  const words = EXPORT_WORDS[language];
  const { parameters, summary } = answer;
  const layers = parameters.layers ?? [];
  const filters = parameters.filters ?? {};
  const origins = originRows(parameters, place);
  const originNames = origins.map(({ snapshot, row }) => snapshot.names.get(row) || snapshot.codes.get(row)!);
  const found = answer.findings.flatMap((finding) => {
    const feature = findFeature(finding.layer, finding.id, place);
    return feature ? [{ ...feature, finding }] : [];
  });
  const nameOf = new Map(origins.map(({ snapshot, row }, i) => [snapshot.ids.get(row), originNames[i]!]));
  const { overview, byLayer } = featureTables(
    found.map(({ finding, ...feature }) => ({ ...feature, answer: answerCells(finding, summary, nameOf, place) })),
    answerColumns(origins.length > 1, place),
    language,
    districtNames(place.ledgers),
  );
  const radii = summary.rings.map(({ radiusM }) => radiusM);
  const asked = [...askedRows(answer, originNames, place)];
  const parameterSheet = parameterTable(place, asked, withOrigin(layers, parameters), filters);
  const [only] = byLayer;
  return {
    stem: fileStem(
      [demo ? words.demo : "", words.fileRings, originLabel(parameters, originNames, place), `${radii.join("-")}m`],
      madeAt,
    ),
    sheets: [overview, parameterSheet, ringTotalsTable(summary, language), ...byLayer],
    list: byLayer.length === 1 ? only! : overview,
    geoJson: () => ({
      type: "FeatureCollection",
      parameters: { ...parameters, ...provenance(place, withOrigin(layers, parameters), filters), rule: words.rule },
      features: [
        ...originShapes(parameters, origins),
        ...ringShapes(summary),
        ...found.map(({ finding, ...feature }) =>
          featureToGeoJson(feature, {
            role: "found",
            distanceM: round(finding.distanceM, 2),
            ringM: finding.ringM,
            origin: finding.origin,
          }),
        ),
      ],
    }),
  };
}

function findFeature(layer: string, id: string, { ledgers }: ExportPlace): FeatureRow | null {
  const ledger = ledgers.find(({ definition }) => definition.id === layer);
  const row = findRow(ledgers, { layer, id });
  return ledger && row !== null ? { ...ledger, row } : null;
}

const originRows = ({ layer, ids }: BufferParameters, place: ExportPlace): FeatureRow[] =>
  (ids ?? []).flatMap((id) => findFeature(layer!, id, place) ?? []);

const withOrigin = (layers: readonly string[], { layer }: BufferParameters): readonly string[] =>
  layer === undefined || layers.includes(layer) ? layers : [...layers, layer];

const answerColumns = (severalOrigins: boolean, { language }: ExportPlace): Column[] => {
  const { columns } = EXPORT_WORDS[language];
  return [
    { title: columns.distanceM, kind: "number" },
    { title: columns.ringM, kind: "number" },
    { title: columns.edge, kind: "text" },
    ...(severalOrigins ? [{ title: columns.origin, kind: "text" } as const] : []),
  ];
};

function answerCells(
  finding: BufferFinding,
  { rings }: BufferSummary,
  originNames: ReadonlyMap<string | null, string>,
  { language }: ExportPlace,
): Cell[] {
  const words = EXPORT_WORDS[language];
  const edge = edgeCrossed(
    finding,
    rings.map(({ radiusM }) => radiusM),
  );
  return [
    round(finding.distanceM, 2),
    finding.ringM,
    edge && (edge.mayBe === "within" ? words.mayBeWithin : words.mayBeBeyond)(metres(edge.radiusM)),
    ...(originNames.size > 1 ? [originNames.get(finding.origin) ?? null] : []),
  ];
}

function originLabel(parameters: BufferParameters, names: readonly string[], { language }: ExportPlace): string {
  const words = EXPORT_WORDS[language];
  if (parameters.geometry) return words.shapes[parameters.geometry.type as keyof typeof words.shapes];
  return names.length === 1 ? names[0]! : words.features(names.length);
}

function* askedRows(
  { parameters, summary }: RingAnswer,
  originNames: readonly string[],
  place: ExportPlace,
): Generator<Parameter> {
  const { language } = place;
  const words = EXPORT_WORDS[language];
  yield [words.parameters.kind, words.rings];
  if (parameters.geometry) {
    yield [words.parameters.origin, originLabel(parameters, originNames, place)];
    yield [words.parameters.originShape, JSON.stringify(parameters.geometry)];
  } else {
    const names = `${layerTitles([parameters.layer!], language)}: ${originNames.join(words.and)}`;
    yield [words.parameters.origin, names];
    const codes = originRows(parameters, place).map(({ snapshot, row }) => snapshot.codes.get(row));
    yield [words.parameters.originCodes, codes.join(words.and)];
    if (originNames.length > 1) yield [words.parameters.mode, words.modes[parameters.mode ?? "merged"]];
  }
  yield [words.parameters.radii, summary.rings.map(({ radiusM }) => radiusM).join(words.and)];
  yield [words.parameters.layers, layerTitles(parameters.layers ?? [], language)];
  yield [words.parameters.listed, words.listed(summary.listed, summary.found)];
  yield [words.parameters.rule, words.rule];
}

function originShapes({ geometry }: BufferParameters, origins: readonly FeatureRow[]): Feature<Geometry>[] {
  if (geometry) return [{ type: "Feature", geometry, properties: { role: "origin" } }];
  return origins.map(({ definition, snapshot, row }) => ({
    type: "Feature",
    geometry: rowGeometry(snapshot, row),
    properties: {
      role: "origin",
      layer: definition.id,
      code: snapshot.codes.get(row),
      name: snapshot.names.get(row),
    },
  }));
}

const ringShapes = ({ rings }: BufferSummary): FeatureCollection["features"] =>
  rings.map(({ radiusM, areaM2, geometry, layers }) => ({
    type: "Feature",
    geometry,
    properties: {
      role: "ring",
      radiusM,
      areaM2: round(areaM2, 1),
      counts: Object.fromEntries(layers.map(({ layer, count }) => [layer, count])),
    },
  }));
