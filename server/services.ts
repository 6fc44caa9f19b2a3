import type { AnalysisAnswer } from "#data/analyses/define.ts";
import type { FeatureRecord } from "#data/layers/feature.ts";
import type { Filter } from "#data/layers/filter.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import type { RuleBook, RuleDecision } from "#data/standards/rule.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";
import type { BatchSettings, BatchView, BatchWithRows } from "./batch/parcel.ts";
import type { Quarter } from "./black-spots/days.ts";
import type { LetterRequest } from "./black-spots/letter-request.ts";
import type {
  BlackSpotFile,
  BlackSpotFilter,
  BlackSpotList,
  Photograph,
  SentPhotograph,
} from "./black-spots/register.ts";
import type { RegisterWord, SpotWord } from "./black-spots/words-said.ts";
import type { ChangePage, ChangeQuery } from "./changes.ts";
import type {
  Conflict,
  ConflictCursor,
  ConflictEvent,
  ConflictFilter,
  ConflictPage,
  ConflictStatus,
  ConflictWord,
} from "./conflicts/conflict.ts";
import type { EditService } from "./edits.ts";
import type { EventFeed } from "./events/feed.ts";
import type { ExportFormatId } from "./export/kinds.ts";
import type { AlarmService } from "./feeds/alarm-view.ts";
import type { FeedService } from "./feeds/feeds.ts";
import type { IncidentService } from "./feeds/incident-view.ts";
import type {
  DraftFacts,
  DraftPreview,
  DraftProblem,
  DraftSettings,
  DraftState,
  RowKind,
  StagedRowView,
} from "./intake/draft.ts";
import type { ImportReport } from "./intake/import-report.ts";
import type { Progress } from "./intake/progress.ts";
import type { LinkEvidence } from "./intake/same-firm.ts";
import type { Ask, Opinion, OpinionEntry } from "./opinion/opinion.ts";
import type { WallService } from "./wall/wall.ts";

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
  readonly intake: IntakeService;
  readonly links: LinkService;
  readonly events: EventFeed;
  readonly exports: ExportService;
  readonly opinions: OpinionService;
  readonly batches: BatchService;
  readonly rules: RuleService;
  readonly conflicts: ConflictService;
  readonly blackSpots: BlackSpotService;
  readonly feeds: FeedService;
  readonly alarms: AlarmService;
  readonly incidents: IncidentService;
  readonly wall: WallService;
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
  /** What they said of it. */
  readonly endedReason: string | null;
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
  /** What is otherwise than just before an instant, counted by layer and listed, the latest first. */
  findChanges(query: ChangeQuery): Promise<ChangePage>;
}

/** What a layer's newest published snapshot says about it. */
export interface PublishedLayer {
  readonly revision: number;
  /** Instant of that revision, ISO 8601; `null`: the layer was never written. */
  readonly changedAt: string | null;
  readonly count: number;
  readonly extent: readonly [number, number, number, number] | null;
  readonly dataDate: string | null;
}

/** A layer's table, and which revision it is of. */
export interface BuiltTable {
  readonly revision: number;
  readonly packed: Uint8Array<ArrayBuffer>;
}

export interface SnapshotService {
  published(layer: string): PublishedLayer;
  /**
   * The table of a revision, gzipped. Waits while that revision is being built. Of commits that follow each other at once only the
   * last is built: an earlier one of them is answered by the next that was.
   *
   * @returns null when it is no longer kept, or never was.
   */
  findBuilt(layer: string, revision: number): Promise<BuiltTable | null>;
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

/** The end of a calendar day on this machine's clock. */
export interface AsOf {
  readonly day: string;
  readonly at: Date;
}

export interface AnalysisService {
  /**
   * Runs an analysis by name in a worker, within a time limit.
   *
   * @param asOf - the end of a day, whose map and rules are taken; absent: the newest.
   * @throws AnalysisRefusal when the parameters parse and still cannot be answered.
   */
  run(name: string, parameters: unknown, signal: AbortSignal, asOf?: AsOf): Promise<AnalysisAnswer>;
}

/** The spacing rules, and what the site's experts have said of them. */
export interface RuleService {
  /** @param at - the rules as they were known then, on its day; absent: now. */
  findSource(at?: Date): Promise<RuleSource>;
  findBook(at?: Date): Promise<RuleBook & { readonly day: string }>;
  /** In the order in which they were said. @throws AppError `not-found`. */
  findDecisions(ruleId: string): Promise<readonly RuleDecision[]>;
  /** @throws AppError `not-found`. */
  decide(ruleId: string, word: Omit<RuleDecision, "ruleId" | "at">): Promise<RuleDecision>;
}

/** What somebody wants to sign. */
export interface SignRequest {
  readonly proposal: Proposal;
  /** Analyses beside `spacing`, with parameters as their schemas gave them back. */
  readonly also: readonly Ask[];
  /** The day whose map and rules are asked; `null`: those of now. */
  readonly asOf: { readonly day: string; readonly at: Date } | null;
  readonly by: string;
  readonly remark: string | null;
}

/** An opinion as it was signed, and the checksum of its proof. */
export interface SignedOpinion extends Opinion {
  readonly proofSha256: string;
}

/** Signed opinions on proposals: kept for ever, never changed. */
export interface OpinionService {
  /** Works the opinion out and keeps it. @throws AnalysisRefusal when the proposal cannot be measured. */
  sign(request: SignRequest, signal: AbortSignal): Promise<SignedOpinion>;
  /** Latest first. */
  findOpinions(limit: number): Promise<readonly OpinionEntry[]>;
  /** @throws AppError `not-found`. */
  getOpinion(id: string): Promise<SignedOpinion>;
  /** The zip with which it can be worked out again. @throws AppError `not-found`. */
  getProof(id: string): Promise<{ readonly number: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
}

/** Whole plans, checked parcel by parcel in the background; kept until the server ends. */
export interface BatchService {
  /** Announces a file; its bytes follow. */
  create(batch: { readonly by: string; readonly settings: BatchSettings }): Promise<BatchView>;
  /** The whole file: the check begins. @throws AppError `conflict` when it is here already. */
  receive(id: string, bytes: Uint8Array): Promise<BatchView>;
  /** Latest first. */
  findBatches(): Promise<readonly BatchView[]>;
  /** @throws AppError `not-found`. */
  getBatch(id: string): Promise<BatchWithRows>;
  cancel(id: string): Promise<BatchView>;
  discard(id: string): Promise<void>;
}

/** The standing list of pairs that are too near, or may be, and what becomes of them. */
export interface ConflictService {
  findPage(filter: ConflictFilter, page: { after?: ConflictCursor; limit: number }): Promise<ConflictPage>;
  /** First to last. @throws AppError `not-found`. */
  getHistory(id: string): Promise<{ readonly conflict: Conflict; readonly events: readonly ConflictEvent[] }>;
  /** @throws AppError `not-found`, or `conflict` when it is no longer as it was read. */
  decide(id: string, revision: number, word: ConflictWord): Promise<Conflict>;
  findStatus(): Promise<ConflictStatus>;
  /** A workbook of all that the filter lets through. */
  writeWorkbook(filter: ConflictFilter, language: "zh" | "en"): Promise<Uint8Array<ArrayBuffer>>;
}

/** The register of black spots, from candidate to evaluation; nothing that was said of one is ever changed. */
export interface BlackSpotService {
  findList(filter: BlackSpotFilter): Promise<BlackSpotList>;
  /** @throws AppError `not-found`. */
  getFile(id: string): Promise<BlackSpotFile>;
  /** @throws AppError `conflict` when the place is open in the register already. */
  register(word: RegisterWord): Promise<BlackSpotFile>;
  /** @throws AppError `not-found`; `conflict` when it is no longer as it was read, or the word does not follow its state. */
  say(id: string, word: SpotWord): Promise<BlackSpotFile>;
  /** @throws AppError `not-found`; `unprocessable` when it is no JPEG or PNG, too large, or one too many. */
  addPhotograph(id: string, sent: SentPhotograph): Promise<BlackSpotFile>;
  /** @throws AppError `not-found`, also for one that was withdrawn. */
  getPhotograph(
    id: string,
    photographId: string,
  ): Promise<{ readonly mediaType: Photograph["mediaType"]; readonly bytes: Uint8Array<ArrayBuffer> }>;
  /** Shows it no longer. @throws AppError `not-found`. */
  withdrawPhotograph(
    id: string,
    photographId: string,
    word: { readonly by: string; readonly reason: string },
  ): Promise<BlackSpotFile>;
  /** A workbook of every spot that was in the register when the quarter ended, and what happened to it in the quarter. */
  writeQuarter(quarter: Quarter, language: "zh" | "en"): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The letter that asks an office to treat a spot, as a document to edit.
   *
   * @throws AppError `not-found`; `bad-body` or `unprocessable` when its diagnosis cannot be made.
   */
  writeLetter(
    id: string,
    request: LetterRequest,
    signal: AbortSignal,
  ): Promise<{ readonly code: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
}

/** A feature of another ledger that belongs to the same firm. */
export interface FeatureLink {
  readonly id: string;
  readonly layer: string;
  readonly code: string;
  readonly name: string;
  readonly distanceM: number;
  /** 0 to 1. */
  readonly score: number;
  readonly evidence: readonly LinkEvidence[];
  /** A person's word; null: nobody has said. */
  readonly same: boolean | null;
  readonly decidedBy: string | null;
}

export interface LinkService {
  /** Likeliest first. @throws AppError `not-found`. */
  findLinks(layer: string, id: string): Promise<readonly FeatureLink[]>;
  decide(layer: string, id: string, otherLayer: string, otherId: string, same: boolean, by: string): Promise<void>;
}

/** A file on its way in. */
export interface DraftView {
  readonly id: string;
  readonly state: DraftState;
  readonly fileName: string;
  readonly bytes: number;
  readonly received: number;
  readonly settings: DraftSettings;
  readonly facts: DraftFacts | null;
  readonly preview: DraftPreview | null;
  readonly problem: DraftProblem | null;
  /** null: nothing is going on. */
  readonly progress: Progress | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
}

/** A file that came in. */
export interface ImportView {
  readonly id: string;
  readonly layer: string;
  readonly fileName: string;
  readonly datum: string;
  readonly sha256: string | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly revision: number | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

export interface RowQuery {
  readonly kinds?: readonly RowKind[];
  readonly reason?: string;
  readonly column?: string;
  /** The row after which the page begins. */
  readonly after: number;
  readonly limit: number;
}

/** A person's word about one row, or about all that share a remark. */
export interface RowDecision {
  readonly row?: number;
  readonly reason?: string;
  readonly column?: string | null;
  /** null: takes an earlier word back. */
  readonly decision: "accept" | "reject" | null;
  /** Code of the feature that the row is about. */
  readonly match?: string;
}

export interface UndoOutcome {
  readonly revision: number;
  readonly removed: number;
  readonly restored: number;
  /** Codes of features that somebody has changed since: these stay as they are. */
  readonly kept: readonly string[];
}

export interface SavedMapping {
  readonly layer: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly settings: Partial<DraftSettings>;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** From a delivered file to the record, by way of a draft that a person looks at. */
export interface IntakeService {
  findDrafts(): Promise<readonly DraftView[]>;
  findImports(limit: number, layer?: string): Promise<readonly ImportView[]>;
  /** @throws AppError `not-found`. */
  getDraft(id: string): Promise<DraftView>;
  findImport(
    id: string,
  ): Promise<(ImportView & { readonly report: unknown; readonly touchedSince: readonly string[] }) | null>;
  create(file: { fileName: string; bytes: number; settings: DraftSettings; by: string }): Promise<DraftView>;
  /** Takes bytes of the file in their order; with the last of them the judging begins. */
  receive(id: string, offset: number, bytes: Uint8Array): Promise<DraftView>;
  /** Other settings: the file is judged again. */
  change(id: string, settings: Partial<DraftSettings>): Promise<DraftView>;
  cancel(id: string): Promise<DraftView>;
  findRows(id: string, query: RowQuery): Promise<readonly StagedRowView[]>;
  /** @returns how many rows were meant, and the draft with its counts as they are now. */
  decide(id: string, decisions: readonly RowDecision[]): Promise<{ rows: number; draft: DraftView }>;
  /** Writes all that is accepted, or nothing. */
  commit(id: string, by: string): Promise<ImportReport>;
  /** Forgets a draft. */
  discard(id: string): Promise<void>;
  undo(id: string, by: string): Promise<UndoOutcome>;
  findMappings(layer?: string): Promise<readonly SavedMapping[]>;
  saveMapping(mapping: Omit<SavedMapping, "changedAt">): Promise<void>;
  removeMapping(layer: string, name: string): Promise<void>;
}
