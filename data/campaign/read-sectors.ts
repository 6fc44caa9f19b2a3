import { z } from "zod";
import {
  ColumnSchema,
  type NeededColumn,
  type Sector,
  SectorSchema,
  type Subject,
  SubjectSchema,
  TargetSchema,
} from "./target.ts";

/** A file of the campaign that cannot be trusted: one wrong row refuses it whole, so that no target is lost without a word. */
export class CampaignFileProblem extends Error {
  override readonly name = "CampaignFileProblem";
  readonly file: string;
  /** `target 2 (s06-house-campaign-complete)`; empty for the file as a whole. */
  readonly row: string;
  readonly reason: string;

  constructor(file: string, row: string, reason: string) {
    super([file, row, reason].filter((part) => part !== "").join(": "));
    this.file = file;
    this.row = row;
    this.reason = reason;
  }
}

/** Parsed JSON by file name, and the words that rows refer to. */
export interface CampaignFiles {
  readonly sectors: Readonly<Record<string, unknown>>;
  readonly subjects: unknown;
  readonly columns: unknown;
}

export interface Campaign {
  /** By number. */
  readonly sectors: readonly Sector[];
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly columns: ReadonlyMap<string, NeededColumn>;
}

/**
 * The plans and their targets.
 *
 * @throws CampaignFileProblem for the first row that is incomplete, repeats an id, belongs to another plan by its id, or names a
 * subject or column that nobody explains.
 */
export function readCampaign(files: CampaignFiles): Campaign {
  const subjects = readList("subjects.json", files.subjects, SubjectSchema, "subject");
  const columns = readList("columns.json", files.columns, ColumnSchema, "column");
  const taken = { plans: new Set<number | string>(), targets: new Set<string>() };
  const sectors = Object.entries(files.sectors).map(([file, raw]) => {
    const sector = readSector(file, raw);
    for (const name of [sector.number, sector.id]) {
      if (taken.plans.has(name)) throw new CampaignFileProblem(file, "", `plan ${name} is there already`);
      taken.plans.add(name);
    }
    const prefix = `s${String(sector.number).padStart(2, "0")}-`;
    for (const [at, { id, subjects: about, needs }] of sector.targets.entries()) {
      const refuse = (reason: string) => new CampaignFileProblem(file, rowName("target", at, id), reason);
      if (!id.startsWith(prefix)) throw refuse(`its id does not begin with ${prefix}`);
      if (taken.targets.has(id)) throw refuse("its id is there already");
      taken.targets.add(id);
      const subject = about.find((each) => !subjects.has(each));
      if (subject !== undefined) throw refuse(`subjects: nobody explains ${subject}`);
      const column = needs.find((each) => !columns.has(each));
      if (column !== undefined) throw refuse(`needs: nobody explains ${column}`);
    }
    return sector;
  });
  return { sectors: sectors.sort((one, other) => one.number - other.number), subjects, columns };
}

function readSector(file: string, raw: unknown): Sector {
  const sector = parse(SectorSchema, raw, file, "");
  return {
    ...sector,
    targets: sector.targets.map((row, at) => parse(TargetSchema, row, file, rowName("target", at, idOf(row)))),
  };
}

function readList<Row extends { readonly id: string }>(
  file: string,
  raw: unknown,
  schema: z.ZodType<Row>,
  kind: string,
): ReadonlyMap<string, Row> {
  const byId = new Map<string, Row>();
  for (const [at, each] of parse(z.array(z.unknown()), raw, file, "").entries()) {
    const place = rowName(kind, at, idOf(each));
    const row = parse(schema, each, file, place);
    if (byId.has(row.id)) throw new CampaignFileProblem(file, place, "its id is there already");
    byId.set(row.id, row);
  }
  return byId;
}

function parse<Row>(schema: z.ZodType<Row>, raw: unknown, file: string, row: string): Row {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CampaignFileProblem(file, row, [...(issue?.path ?? []), issue?.message].join(": "));
}

const idOf = (row: unknown): unknown => (row as { id?: unknown } | null)?.id;

const rowName = (kind: string, at: number, id: unknown): string =>
  `${kind} ${at + 1}${typeof id === "string" ? ` (${id})` : ""}`;
