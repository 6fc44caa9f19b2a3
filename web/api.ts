import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import type { AnalysisAnswer } from "#data/analyses/define.ts";
import type { RuleDecision } from "#data/standards/rule.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";
import type { AppType } from "../server/app.ts";
import type { DraftSettings, RowKind, StagedRowView } from "../server/intake/draft.ts";
import type { ImportReport } from "../server/intake/import-report.ts";
import type { STANDARD_TARGETS } from "../server/intake/mapping.ts";
import type { DraftView, ImportView, RowDecision, SavedMapping, UndoOutcome } from "../server/services.ts";

export type { ExportFormatId } from "../server/export/kinds.ts";
export type { DatumCandidate, DatumEvidence, DatumReason, DatumVerdict } from "../server/intake/datum-evidence.ts";
export type {
  DraftFacts,
  DraftPreview,
  DraftProblem,
  DraftSettings,
  DraftState,
  MatchCandidate,
  RemarkGroup,
  RowCounts,
  RowKind,
  RowState,
  StagedRowView,
} from "../server/intake/draft.ts";
export type { FormatId, Notice, NoticeCode, Sureness, UnreadableCode } from "../server/intake/formats/delivery.ts";
export type { ImportReport } from "../server/intake/import-report.ts";
export type { Stage } from "../server/intake/progress.ts";
export type { FixKind, Remark, RemarkReason, Severity } from "../server/intake/remark.ts";
export type { DraftView, ImportView, RowDecision, SavedMapping, UndoOutcome } from "../server/services.ts";

/** What a column can be taken for in every layer, beside the layer's own fields. */
export type StandardTarget = (typeof STANDARD_TARGETS)[number];

export const api = hc<AppType>(location.origin).api;

export type Zone = InferResponseType<typeof api.zone.$get, 200>;
export type LayerFacts = InferResponseType<typeof api.layers.$get, 200>[number];
export type FeatureAnswer = InferResponseType<(typeof api.layers)[":id"]["features"][":featureId"]["$get"], 200>;
export type FeatureHistory = InferResponseType<
  (typeof api.layers)[":id"]["features"][":featureId"]["history"]["$get"],
  200
>;

type FeaturesPath = (typeof api.layers)[":id"]["features"];
export type NewFeature = InferRequestType<FeaturesPath["$post"]>["json"];
export type FeatureChange = InferRequestType<FeaturesPath[":featureId"]["$patch"]>["json"];
export type FeatureRemoval = InferRequestType<FeaturesPath[":featureId"]["$delete"]>["json"];

/** One field that the server refuses: a parameter, or a path into the body such as `properties.flowLps`. */
export interface RefusedField {
  readonly field: string;
  readonly message: string;
  readonly allowed?: string;
}

/** The server's refusal, or its silence (`status` 0). `requestId` leads to the line in the server's log. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly errors: readonly RefusedField[];

  constructor(
    status: number,
    code: string,
    detail: string,
    requestId: string | null,
    errors: readonly RefusedField[] = [],
  ) {
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.errors = errors;
  }
}

/** Awaits an answer and returns it, whatever its body; a refusal throws. */
export async function answered<Answer extends Response>(request: Promise<Answer>): Promise<Answer> {
  const answer = await request.catch((error: unknown) => {
    throw new ApiProblem(0, "unreachable", String(error), null);
  });
  if (answer.ok) return answer;
  const { code, detail, requestId, errors } = (await answer.json().catch(() => ({}))) as Partial<
    ApiProblem & { detail: string }
  >;
  throw new ApiProblem(answer.status, code ?? "internal", detail ?? answer.statusText, requestId ?? null, errors);
}

export const fetchZone = async (): Promise<Zone> => (await answered(api.zone.$get())).json() as Promise<Zone>;

export const fetchLayers = async (): Promise<LayerFacts[]> =>
  (await answered(api.layers.$get())).json() as Promise<LayerFacts[]>;

/** The column table of one revision, as `openSnapshot` takes it. */
export async function fetchSnapshot(layer: string, revision: number): Promise<Uint8Array<ArrayBuffer>> {
  // Asked for again each time, mostly answered by 304: another record on this port has revisions of the same numbers.
  const init: RequestInit = { cache: "no-cache" };
  const request = api.layers[":id"].snapshots[":file"].$get(
    { param: { id: layer, file: `${revision}.arrow` } },
    { init },
  );
  return new Uint8Array(await (await answered(request)).arrayBuffer());
}

export async function fetchFeature(layer: string, featureId: string): Promise<FeatureAnswer> {
  const request = api.layers[":id"].features[":featureId"].$get({ param: { id: layer, featureId }, query: {} });
  return (await answered(request)).json() as Promise<FeatureAnswer>;
}

export async function fetchHistory(layer: string, featureId: string): Promise<FeatureHistory> {
  const request = api.layers[":id"].features[":featureId"].history.$get({ param: { id: layer, featureId } });
  return (await answered(request)).json() as Promise<FeatureHistory>;
}

export async function createFeature(layer: string, feature: NewFeature): Promise<FeatureAnswer> {
  const request = api.layers[":id"].features.$post({ param: { id: layer }, json: feature });
  return (await answered(request)).json() as Promise<FeatureAnswer>;
}

type LinksPath = FeaturesPath[":featureId"]["links"];
export type FeatureLink = InferResponseType<LinksPath["$get"], 200>["links"][number];

/** Features of other ledgers that belong to the same firm, likeliest first. */
export async function fetchLinks(layer: string, featureId: string): Promise<readonly FeatureLink[]> {
  const request = api.layers[":id"].features[":featureId"].links.$get({ param: { id: layer, featureId } });
  return ((await (await answered(request)).json()) as { links: FeatureLink[] }).links;
}

/** A person's word whether two features belong to one firm. */
export async function sayLink(
  of: { readonly layer: string; readonly id: string },
  other: { readonly layer: string; readonly id: string },
  same: boolean,
  by: string,
): Promise<void> {
  const param = { id: of.layer, featureId: of.id, otherLayer: other.layer, otherId: other.id };
  await answered(
    api.layers[":id"].features[":featureId"].links[":otherLayer"][":otherId"].$put({ param, json: { same, by } }),
  );
}

/** Refused with 409 and a complaint about `revision` when somebody else changed the feature since it was read. */
export async function changeFeature(layer: string, featureId: string, change: FeatureChange): Promise<FeatureAnswer> {
  const request = api.layers[":id"].features[":featureId"].$patch({ param: { id: layer, featureId }, json: change });
  return (await answered(request)).json() as Promise<FeatureAnswer>;
}

export async function removeFeature(layer: string, featureId: string, removal: FeatureRemoval): Promise<void> {
  const request = api.layers[":id"].features[":featureId"].$delete({ param: { id: layer, featureId }, json: removal });
  await answered(request);
}

export interface Imports {
  readonly drafts: readonly DraftView[];
  /** Latest first. */
  readonly imports: readonly ImportView[];
}

/** An import with what it said and what an undo would leave as it is. */
export type ImportDetail = ImportView & { readonly report: unknown; readonly touchedSince: readonly string[] };

export const fetchImports = async (): Promise<Imports> =>
  (await answered(api.imports.$get({ query: {} }))).json() as Promise<Imports>;

/** One of the two: a draft that was written is an import of the same id. */
export async function fetchDraft(id: string): Promise<{ draft: DraftView | null; import: ImportDetail | null }> {
  const answer = await answered(api.imports[":id"].$get({ param: { id } }));
  return answer.json() as Promise<{ draft: DraftView | null; import: ImportDetail | null }>;
}

export interface NewDraft {
  readonly fileName: string;
  readonly bytes: number;
  readonly by: string;
  readonly settings: Partial<DraftSettings> & Pick<DraftSettings, "layer">;
}

export const createDraft = async (json: NewDraft): Promise<DraftView> =>
  (await answered(api.imports.$post({ json: json as never }))).json() as Promise<DraftView>;

/** Bytes of the file from `offset`, in their order; with the last of them the judging begins. */
export async function sendBytes(id: string, offset: number, bytes: Blob, signal: AbortSignal): Promise<DraftView> {
  const address = api.imports[":id"].file.$url({ param: { id }, query: { offset: String(offset) } });
  const headers = { "content-type": "application/octet-stream" };
  const answer = await answered(fetch(address, { method: "PUT", headers, body: bytes, signal }));
  return answer.json() as Promise<DraftView>;
}

export async function changeDraft(id: string, settings: Partial<DraftSettings>): Promise<DraftView> {
  const answer = await answered(api.imports[":id"].$patch({ param: { id }, json: { settings: settings as never } }));
  return answer.json() as Promise<DraftView>;
}

export const cancelJudging = async (id: string): Promise<DraftView> =>
  (await answered(api.imports[":id"].cancel.$post({ param: { id } }))).json() as Promise<DraftView>;

export interface RowsAsked {
  readonly kind?: RowKind;
  readonly reason?: string;
  readonly column?: string;
  /** The last row of the page before. */
  readonly after: number;
  readonly limit: number;
}

export async function fetchRows(id: string, asked: RowsAsked): Promise<readonly StagedRowView[]> {
  const query = { ...asked, after: String(asked.after), limit: String(asked.limit) };
  const answer = await answered(api.imports[":id"].rows.$get({ param: { id }, query }));
  return ((await answer.json()) as { rows: StagedRowView[] }).rows;
}

export async function decideRows(
  id: string,
  decisions: readonly RowDecision[],
): Promise<{ rows: number; draft: DraftView }> {
  const answer = await answered(
    api.imports[":id"].decisions.$post({ param: { id }, json: { decisions: decisions as never } }),
  );
  return answer.json() as Promise<{ rows: number; draft: DraftView }>;
}

export const commitDraft = async (id: string, by: string): Promise<ImportReport> =>
  (await answered(api.imports[":id"].commit.$post({ param: { id }, json: { by } }))).json() as Promise<ImportReport>;

/** @returns what was taken back; null: it was a draft, and is forgotten. */
export async function removeImport(id: string, by: string): Promise<UndoOutcome | null> {
  const answer = await answered(api.imports[":id"].$delete({ param: { id }, query: { by } }));
  return ((await answer.json()) as { undone: UndoOutcome | null }).undone;
}

export async function fetchMappings(layer: string): Promise<readonly SavedMapping[]> {
  const answer = await answered(api["import-mappings"].$get({ query: { layer } }));
  return ((await answer.json()) as { mappings: SavedMapping[] }).mappings;
}

export async function saveMapping({ layer, name, ...mapping }: Omit<SavedMapping, "changedAt">): Promise<void> {
  const json = { columns: mapping.columns, settings: mapping.settings, by: mapping.changedBy };
  await answered(api["import-mappings"][":layer"][":name"].$put({ param: { layer, name }, json: json as never }));
}

export interface ExportAsked {
  readonly format: string;
  readonly lang: "zh" | "en";
  readonly crs: string;
  readonly filter?: string;
  readonly asOf?: string;
}

/** Features of a layer as a file, with the name that the server gave it. */
export async function fetchExport(layer: string, asked: ExportAsked, signal: AbortSignal): Promise<File> {
  const query = new URLSearchParams({ ...asked });
  const answer = await answered(fetch(`/api/layers/${encodeURIComponent(layer)}/export?${query}`, { signal }));
  const named = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get("content-disposition") ?? "");
  return new File([await answer.blob()], named ? decodeURIComponent(named[1]!) : layer, {
    type: answer.headers.get("content-type") ?? "application/octet-stream",
  });
}

/** Every rule in force, or those known at the end of a day, with the titles of their classes. */
export async function fetchRules(asOf?: string): Promise<RuleBookAnswer> {
  return (await answered(api.rules.$get({ query: asOf ? { asOf } : {} }))).json() as Promise<RuleBookAnswer>;
}
export type RuleBookAnswer = InferResponseType<typeof api.rules.$get, 200>;

/** What `composeRuleBook` makes today's rules of. */
export const fetchRuleSource = async (): Promise<RuleSource> =>
  (await answered(api.rules.source.$get())).json() as Promise<RuleSource>;

type RuleDecisionsPath = (typeof api.rules)[":ruleId"]["decisions"];
export type RuleWord = InferRequestType<RuleDecisionsPath["$post"]>["json"];

/** Confirms a rule, overrides its distance or takes an earlier word back. */
export async function decideRule(ruleId: string, word: RuleWord): Promise<RuleDecision> {
  const request = api.rules[":ruleId"].decisions.$post({ param: { ruleId }, json: word });
  return (await answered(request)).json() as Promise<RuleDecision>;
}

/** First to last. */
export async function fetchRuleDecisions(ruleId: string): Promise<readonly RuleDecision[]> {
  const request = api.rules[":ruleId"].decisions.$get({ param: { ruleId } });
  return ((await (await answered(request)).json()) as { decisions: RuleDecision[] }).decisions;
}

type ConflictsPath = typeof api.conflicts;
export type ConflictPage = InferResponseType<ConflictsPath["$get"], 200>;
export type Conflict = ConflictPage["conflicts"][number];
export type ConflictHistory = InferResponseType<ConflictsPath[":id"]["$get"], 200>;
export type ConflictEvent = ConflictHistory["events"][number];
export type ConflictStatus = InferResponseType<ConflictsPath["status"]["$get"], 200>;
export type ConflictWord = InferRequestType<ConflictsPath[":id"]["decisions"]["$post"]>["json"];

/** Days are `YYYY-MM-DD`. */
export interface ConflictsAsked {
  readonly verdict?: "too-near" | "cannot-tell";
  readonly state?: Conflict["state"];
  /** What was there when this day began, and is gone, is listed too. */
  readonly since?: string;
  readonly change?: "new" | "gone";
  readonly asOf?: string;
}

/** The most urgent first: metres short times people. @param cursor - of the page before. */
export async function fetchConflicts(
  asked: ConflictsAsked,
  limit: number,
  cursor: string | null = null,
): Promise<ConflictPage> {
  const query = { ...asked, limit: String(limit), ...(cursor !== null && { cursor }) };
  return (await answered(api.conflicts.$get({ query }))).json() as Promise<ConflictPage>;
}

export async function fetchConflict(id: string): Promise<ConflictHistory> {
  return (await answered(api.conflicts[":id"].$get({ param: { id } }))).json() as Promise<ConflictHistory>;
}

/** Refused with 409 and a complaint about `revision` when the conflict is no longer as it was read. */
export async function decideConflict(id: string, word: ConflictWord): Promise<Conflict> {
  const request = api.conflicts[":id"].decisions.$post({ param: { id }, json: word });
  return (await answered(request)).json() as Promise<Conflict>;
}

/** What the list was made of, and whether it is being made again. */
export const conflictStatus = async (): Promise<ConflictStatus> =>
  (await answered(api.conflicts.status.$get())).json() as Promise<ConflictStatus>;

/** The list as a workbook, for a link. */
export const conflictsWorkbookAddress = (asked: ConflictsAsked, lang: "zh" | "en"): string =>
  api.conflicts.export.$url({ query: { ...asked, lang } }).href;

/** Runs an analysis on the map and the rules of an earlier day; these are on the server only. */
export async function runAnalysisAt(
  name: string,
  parameters: Readonly<Record<string, unknown>>,
  asOf: string,
  signal?: AbortSignal,
): Promise<AnalysisAnswer> {
  const request = api.analyses[":name"].$post(
    { param: { name }, query: { asOf }, json: parameters },
    { init: { signal } },
  );
  return (await answered(request)).json() as Promise<AnalysisAnswer>;
}

/** Changes that are not a layer's: something was said of a rule, a conflict, a black spot, a scene or a screen, or came in by a feed. */
export const NEWS = ["rules", "conflicts", "black-spots", "scene", "screen", "alarm", "incident", "feed"] as const;
export type News = (typeof NEWS)[number];

export interface EventListeners {
  onRevision(layer: string, revision: number): void;
  /** @param id - of what changed, where the server says it. */
  onNews(what: News, id: string | null): void;
  /** The record is another one than before: read everything again. */
  onReset(): void;
  /** Whether the line to the server stands. */
  onLine(connected: boolean): void;
}

/** A server that is starting refuses the line, and after a refusal the browser does not try again by itself. */
const REOPEN_MS = 2_000;

/** Follows what happens on the server, also across its restarts. @returns a function that ends it. */
export function followEvents(listeners: EventListeners): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source = open();

  function open(): EventSource {
    const opened = new EventSource("/api/events");
    opened.addEventListener("open", () => listeners.onLine(true));
    opened.addEventListener("error", () => {
      listeners.onLine(false);
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => {
        source = open();
        // What happened meanwhile is not told again on a new line.
        listeners.onReset();
      }, REOPEN_MS);
    });
    opened.addEventListener("layer-revision", (event) => {
      const { layer, revision } = JSON.parse(event.data) as { layer: string; revision: number };
      listeners.onRevision(layer, revision);
    });
    for (const what of NEWS)
      opened.addEventListener(what, (event) => {
        const { id } = JSON.parse(event.data) as { id?: unknown };
        listeners.onNews(what, typeof id === "string" ? id : null);
      });
    opened.addEventListener("reset", () => listeners.onReset());
    return opened;
  }

  return () => {
    clearTimeout(timer);
    source.close();
  };
}
