/** Why a filter is refused; the interface has a sentence for each in both languages. */
export type FilterProblemCode =
  | "too-long"
  | "too-deep"
  | "syntax"
  | "unknown-property"
  | "personal"
  | "operator"
  | "type"
  | "unknown-value";

/** A filter text that cannot be used. */
export class FilterProblem extends Error {
  readonly code: FilterProblemCode;
  /** Offset in UTF-16 units of the text. */
  readonly position: number;
  readonly reason: string;
  /** What could have stood there, likeliest first; empty when nothing can be named. */
  readonly allowed: readonly string[];

  constructor(code: FilterProblemCode, position: number, reason: string, allowed: readonly string[] = []) {
    super(`at ${position}: ${reason}${allowed.length > 0 ? `; allowed: ${allowed.join(", ")}` : ""}`);
    this.name = "FilterProblem";
    this.code = code;
    this.position = position;
    this.reason = reason;
    this.allowed = allowed;
  }
}
