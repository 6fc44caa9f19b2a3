import type { z } from "zod";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import type { LayerDefinition, Title } from "../layers/define.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { RuleBook } from "../standards/rule.ts";

/** What an analysis may read. It never fetches: the caller has every snapshot of `layers(parameters)` ready. */
export interface AnalysisInputs {
  /** The zone's plane. A snapshot whose data lies elsewhere has its own (`snapshot.plane`). */
  readonly plane: ZonePlane;
  /** @throws RangeError for a layer that `layers(parameters)` did not name. */
  snapshot(layer: string): Snapshot;
  layer(id: string): LayerDefinition;
  /** The rules in force; only for analyses that say `usesRules`. */
  readonly rules: RuleBook;
}

export interface AnalysisResult<Finding, Summary> {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** An analysis is a pure function with a schema: the same in a server worker thread and in a browser worker. */
export interface AnalysisDefinition<Parameters extends z.ZodType = z.ZodType, Finding = unknown, Summary = unknown> {
  readonly name: string;
  readonly title: Title;
  readonly description: Title;
  /** Strict: an unknown parameter is refused. Every bound that a caller can break is in the schema. */
  readonly parameters: Parameters;
  /** Its answer hangs on the rule book, whose edition is then named with it. */
  readonly usesRules?: true;
  /** The layers that `run` will read. */
  layers(parameters: z.output<Parameters>): readonly string[];
  /** @throws AnalysisRefusal when the parameters parse and still cannot be answered (a self-crossing polygon, say). */
  run(parameters: z.output<Parameters>, inputs: AnalysisInputs): AnalysisResult<Finding, Summary>;
}

/** A request that is well-formed and cannot be answered. Becomes a 422 problem that names the field. */
export class AnalysisRefusal extends Error {
  readonly field: string;
  readonly reason: string;
  readonly allowed: string | null;

  constructor(field: string, reason: string, allowed: string | null = null) {
    super(`${field}: ${reason}`);
    this.name = "AnalysisRefusal";
    this.field = field;
    this.reason = reason;
    this.allowed = allowed;
  }
}

/** Types an analysis from its schema without repeating it. */
export const defineAnalysis = <Parameters extends z.ZodType, Finding, Summary>(
  analysis: AnalysisDefinition<Parameters, Finding, Summary>,
): AnalysisDefinition<Parameters, Finding, Summary> => analysis;

/** The envelope of every answer: enough to run it again elsewhere and get the same. */
export interface AnalysisAnswer<Finding = unknown, Summary = unknown> extends AnalysisResult<Finding, Summary> {
  readonly inputs: {
    readonly revisions: Readonly<Record<string, number>>;
    /** The edition of the rules used; `null` for an analysis that uses none. */
    readonly ruleEdition: string | null;
    readonly parameters: unknown;
    /** The day whose map and rules were taken, `YYYY-MM-DD`; absent: the newest. */
    readonly asOf?: string;
  };
  readonly tookMs: number;
}
