import type { AnalysisAnswer } from "#data/analyses/define.ts";
import type { FeatureRecord } from "#data/layers/feature.ts";
import type { Filter } from "#data/layers/filter.ts";
import type { EditService } from "./edits.ts";
import type { EventFeed } from "./events/feed.ts";
import type { ExportFormatId } from "./export/kinds.ts";

/**
 * What the routes work with, and nothing else: no database handle and no Node type, so that the typed client in `web/`
 * can follow the routes' types without meeting either.
 */
export interface Services {
  findZone(): Promise<Zone>;
  readonly record: RecordService;
  readonly edits: EditService;
  readonly snapshots: SnapshotService;
  readonly analyses: AnalysisService;
  readonly events: EventFeed;
  readonly exports: ExportService;
}

export interface Zone {
  /** `null` while nobody has given it one. */
  readonly name: { readonly zh: string; readonly en: string } | null;
  /** `[longitude, latitude]`; `null` while nobody has said where it is: then it is where the data is. */
  readonly center: readonly [number, number] | null;
  /** The demonstration zone is loaded: the pages say so. */
  readonly demo: boolean;
}

export interface FeatureQuery {
  readonly layer: string;
  /** `[west, south, east, north]`. */
  readonly bounds?: readonly [number, number, number, number];
  readonly filter?: Filter;
  readonly asOf?: Date;
  /** The id after which the page begins. */
  readonly after?: string;
  readonly limit: number;
}

export interface FeaturePage {
  readonly features: readonly FeatureRecord[];
  /** `null` on the last page. */
  readonly next: string | null;
}

/** One state in the life of a feature. */
export interface FeatureState extends FeatureRecord {
  /** `null`: it is the present state. */
  readonly validTo: string | null;
  readonly endedBy: string | null;
  readonly removed: boolean;
  readonly importId: string | null;
}

export interface RecordService {
  readonly engine: "private" | "external";
  readonly postgis: boolean;
  /** The database server's. */
  readonly version: string;
  /** The layers that were ever written, each with its revision. */
  findRevisions(): Promise<ReadonlyMap<string, number>>;
  findFeatures(query: FeatureQuery): Promise<FeaturePage>;
  findFeature(layer: string, id: string, asOf?: Date): Promise<FeatureRecord | null>;
  /** Latest first; empty when there never was such a feature. */
  findHistory(layer: string, id: string): Promise<readonly FeatureState[]>;
}

/** What a layer's newest published snapshot says about it. */
export interface PublishedLayer {
  readonly revision: number;
  readonly count: number;
  readonly extent: readonly [number, number, number, number] | null;
  readonly dataDate: string | null;
}

export interface SnapshotService {
  published(layer: string): PublishedLayer;
  /**
   * The table of a revision, gzipped. Waits while that revision is being built.
   *
   * @returns null when it is no longer kept, or never was.
   */
  findPacked(layer: string, revision: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** What is to stand in a file; plain data. */
export interface ExportRequest {
  readonly layer: string;
  readonly format: ExportFormatId;
  readonly language: "zh" | "en";
  /** `wgs84`, `gcj02` or `EPSG:n`. */
  readonly crs: string;
  readonly filter: { readonly text: string; readonly tree: Filter } | null;
  readonly bounds: readonly [number, number, number, number] | null;
  readonly asOf: Date | null;
  /** Of features; those that the layer has not are passed over. */
  readonly ids: readonly string[] | null;
  readonly madeAt: Date;
  readonly demo: boolean;
}

/** A whole file, kept until it has been handed out. */
export interface ExportedFile {
  readonly rows: number;
  readonly bytes: number;
  /** Once; the file is gone when the stream has ended, or was given up. */
  open(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface ExportService {
  /**
   * Writes features into a file, apart from the thread that answers requests.
   *
   * @throws AppError `unprocessable` when the format or the reference system cannot hold them.
   */
  run(request: ExportRequest, signal: AbortSignal): Promise<ExportedFile>;
}

export interface AnalysisService {
  /**
   * Runs an analysis by name on the newest snapshots, in a worker, within a time limit.
   *
   * @throws AnalysisRefusal when the parameters parse and still cannot be answered.
   */
  run(name: string, parameters: unknown, signal: AbortSignal): Promise<AnalysisAnswer>;
}
