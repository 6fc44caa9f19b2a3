import type { Geometry } from "geojson";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { FeatureRecord } from "#data/layers/feature.ts";
import type { FeatureStream } from "../db/feature-stream.ts";
import type { ExportColumn } from "./columns.ts";
import type { Facts } from "./facts.ts";
import type { TargetCrs } from "./target-crs.ts";
import type { Language } from "./words.ts";

/** What a writer works with. */
export interface ExportContext {
  readonly layer: LayerDefinition;
  readonly language: Language;
  readonly crs: TargetCrs;
  readonly columns: readonly ExportColumn[];
  readonly stream: FeatureStream;
  /** What the file says about itself; the number of rows and the sources are known once every feature has been added. */
  readonly facts: Facts;
  /** The file to write; parts may lie beside it, in the job's own folder. */
  readonly path: string;
}

/** Writes one file, a feature at a time. */
export interface ExportWriter {
  /** @param geometry - of the feature, in the reference system of the file. */
  add(feature: FeatureRecord, geometry: Geometry): void;
  /** Called after every batch: settles when what was added does not pile up in memory. */
  drain?(): Promise<void>;
  /** Completes the file. */
  finish(): Promise<void>;
}

/** How one kind of file is written: a value in the list of `formats.ts`. */
export interface ExportFormat {
  /** The longest value of these columns is asked for beforehand. */
  measured?(columns: readonly ExportColumn[]): readonly string[];
  /** Features at most; absent: as many as there are. */
  readonly maxRows?: number;
  open(context: ExportContext): ExportWriter;
}
