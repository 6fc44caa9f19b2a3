import { z } from "zod";
import { checkBand, checkOverlaps } from "./bands.ts";
import { type Reduction, ReductionSchema, type SpacingRule, SpacingRuleSchema } from "./rule.ts";

/** A rule file that cannot be trusted: one wrong row refuses the whole file, so that no number is lost without a word. */
export class RuleFileProblem extends Error {
  override readonly name = "RuleFileProblem";
  readonly file: string;
  /** `table 2 (3.5.1), row 1 (civil-high), column 2 (store-a-34-over-5t)`; empty for the file as a whole. */
  readonly row: string;
  readonly reason: string;

  constructor(file: string, row: string, reason: string) {
    super([file, row, reason].filter((part) => part !== "").join(": "));
    this.file = file;
    this.row = row;
    this.reason = reason;
  }
}

const IdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);

/** What may be said once for a file, a table, a column or a row, or for one number; the nearest word holds, notes add up. */
const statements = {
  standard: z.unknown().optional(),
  clause: z.unknown().optional(),
  validFrom: z.unknown().optional(),
  validTo: z.unknown().optional(),
  timesHeight: z.unknown().optional(),
  measuredFrom: z.unknown().optional(),
  measuredTo: z.unknown().optional(),
  strength: z.unknown().optional(),
  confidence: z.unknown().optional(),
  source: z.unknown().optional(),
  note: SpacingRuleSchema.shape.note.optional(),
};

const StatementsSchema = z.strictObject(statements);
type Statements = z.output<typeof StatementsSchema>;
const STATEMENTS = StatementsSchema.keyof().options;

/** A number with statements of its own; else a cell is a number, or `null` where the standard has a dash. */
const CellSchema = z.strictObject({ ...statements, distanceM: z.unknown().optional() });
const ColumnSchema = z.strictObject({
  ...statements,
  id: IdSchema,
  hazard: z.unknown().optional(),
  band: z.unknown().optional(),
});
const RowSchema = z.strictObject({
  ...statements,
  id: IdSchema,
  targets: z.unknown().optional(),
  /** One for each column in order, or a single number for all of them. */
  distancesM: z.union([z.number(), z.array(z.unknown())], "neither a number nor a list of numbers"),
});
const TableSchema = z.strictObject({
  ...statements,
  id: IdSchema,
  columns: z.array(ColumnSchema).min(1),
  rows: z.array(RowSchema).min(1),
});
const FileSchema = z.strictObject({
  ...statements,
  /** Begins the ids of the file's rows: `gb50016`. */
  id: IdSchema,
  tables: z.array(TableSchema),
  reductions: z.array(z.record(z.string(), z.unknown())).default([]),
});
type RuleFile = z.output<typeof FileSchema>;

/** Where a row stands, for words about it. */
interface Place {
  readonly file: string;
  readonly place: string;
}
interface Placed<Row> extends Place {
  readonly row: Row;
}

/**
 * Rule files, expanded to one row for each number.
 *
 * The id of a row is `<file id>-<table id>-<column id>.<row id>` and stays the same as long as these do.
 *
 * @param files - parsed JSON by file name.
 * @param taken - ids that other files hold already.
 * @throws RuleFileProblem for the first row that is incomplete, names an unknown class, repeats an id, ends before it begins, or
 * overlaps another row's band of the same clause, hazard and target on the same day.
 */
export function readRules(
  files: Readonly<Record<string, unknown>>,
  taken: ReadonlySet<string> = new Set(),
): { readonly rules: readonly SpacingRule[]; readonly reductions: readonly Reduction[] } {
  const read = Object.entries(files).map(([file, raw]) => ({ file, content: parseFile(file, raw) }));
  const rules = read.flatMap(({ file, content }) => expand(file, content));
  const reductions = read.flatMap(({ file, content }) => readReductions(file, content));
  checkIds([...rules, ...reductions], taken);
  checkOverlaps(
    rules.map(({ row }) => row),
    (at, other) => refuse(rules[at]!, `its band overlaps that of ${other.id}`),
  );
  return { rules: rules.map(({ row }) => row), reductions: reductions.map(({ row }) => row) };
}

function parseFile(file: string, raw: unknown): RuleFile {
  const parsed = FileSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = firstIssue(parsed.error);
  return refuse({ file, place: placeOf(raw, issue.path) }, reasonOf(issue));
}

function expand(file: string, content: RuleFile): Placed<SpacingRule>[] {
  return content.tables.flatMap((table, tableAt) =>
    table.rows.flatMap((row, rowAt) => {
      const line = { file, place: `${named("table", tableAt, table.id)}, ${named("row", rowAt, row.id)}` };
      const { distancesM } = row;
      if (Array.isArray(distancesM) && distancesM.length !== table.columns.length) {
        refuse(line, `has ${distancesM.length} distances for ${table.columns.length} columns`);
      }
      return table.columns.flatMap((column, columnAt) => {
        const cell = Array.isArray(distancesM) ? distancesM[columnAt] : distancesM;
        if (cell === null) return [];
        const where = { file, place: `${line.place}, ${named("column", columnAt, column.id)}` };
        return [{ ...where, row: toRule(where, { content, table, column, row, cell }) }];
      });
    }),
  );
}

/** Where a row of a table meets a column. */
interface Crossing {
  readonly content: RuleFile;
  readonly table: RuleFile["tables"][number];
  readonly column: z.output<typeof ColumnSchema>;
  readonly row: z.output<typeof RowSchema>;
  readonly cell: unknown;
}

function toRule(where: Place, { content, table, column, row, cell }: Crossing): SpacingRule {
  const own = parseRow(where, CellSchema, typeof cell === "object" ? cell : { distanceM: cell });
  const rule = parseRow(where, SpacingRuleSchema, {
    ...stated([content, table, column, row, own]),
    id: `${content.id}-${table.id}-${column.id}.${row.id}`,
    hazard: column.hazard,
    band: column.band ?? null,
    targets: row.targets,
    distanceM: own.distanceM,
  });
  checkRule(where, rule);
  return rule;
}

function stated(levels: readonly Statements[]): Record<string, unknown> {
  const found: Record<string, unknown> = { validTo: null, timesHeight: null, strength: "must" };
  for (const level of levels) {
    for (const key of STATEMENTS) {
      if (level[key] !== undefined) found[key] = level[key];
    }
  }
  const notes = levels.flatMap(({ note }) => (note ? [note] : []));
  const joined = { zh: notes.map(({ zh }) => zh).join(""), en: notes.map(({ en }) => en).join(" ") };
  return { ...found, note: notes.length > 0 ? joined : null };
}

function checkRule(where: Place, { validFrom, validTo, band, targets }: SpacingRule): void {
  if (validTo !== null && validTo < validFrom) refuse(where, `validTo ${validTo} is before validFrom ${validFrom}`);
  if (new Set(targets).size < targets.length) refuse(where, "targets: names a class twice");
  const trouble = band && checkBand(band);
  if (trouble) refuse(where, `band: ${trouble}`);
}

function readReductions(file: string, { standard, reductions }: RuleFile): Placed<Reduction>[] {
  return reductions.map((raw, at) => {
    const placed = { file, place: named("reduction", at, raw.id) };
    return { ...placed, row: parseRow(placed, ReductionSchema, { standard, ...raw }) };
  });
}

function parseRow<Row>({ file, place }: Place, schema: z.ZodType<Row>, raw: unknown): Row {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  return refuse({ file, place }, reasonOf(firstIssue(parsed.error)));
}

function checkIds(rows: readonly Placed<{ readonly id: string }>[], taken: ReadonlySet<string>): void {
  const seen = new Set(taken);
  for (const placed of rows) {
    if (seen.has(placed.row.id)) refuse(placed, `the id ${placed.row.id} is there already`);
    seen.add(placed.row.id);
  }
}

function refuse({ file, place }: Place, reason: string): never {
  throw new RuleFileProblem(file, place, reason);
}

type Issue = z.core.$ZodIssue;

function firstIssue(error: z.ZodError): Issue {
  const [issue] = error.issues;
  if (!issue) throw new RangeError("a refusal without an issue");
  return issue;
}

function reasonOf(issue: Issue): string {
  const where = issue.path.filter((step) => typeof step === "string").at(-1);
  return [where === undefined ? "" : `${where}: `, issue.message].join("");
}

/** `table 2 (3.5.1), row 1 (civil-high)` for the path of an issue. */
function placeOf(raw: unknown, path: readonly PropertyKey[]): string {
  const places: string[] = [];
  let at = raw;
  for (const [index, step] of path.entries()) {
    at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
    const list = path[index - 1];
    const kind = typeof step === "number" && typeof list === "string" ? KINDS[list] : undefined;
    if (kind) places.push(named(kind, step as number, (at as { id?: unknown } | null)?.id));
  }
  return places.join(", ");
}

const KINDS: Readonly<Record<string, string>> = {
  tables: "table",
  rows: "row",
  columns: "column",
  reductions: "reduction",
};

const named = (kind: string, at: number, id: unknown): string =>
  `${kind} ${at + 1}${typeof id === "string" ? ` (${id})` : ""}`;
