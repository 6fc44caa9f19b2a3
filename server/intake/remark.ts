/** Ways to mend what is wrong with a cell or a shape, which a person accepts row by row or for the whole file. */
export const FIX_KINDS = ["swap-lon-lat", "swap-axes", "decimal-comma", "convert-unit", "nearest-code"] as const;

export type FixKind = (typeof FIX_KINDS)[number];

export interface Fix {
  readonly kind: FixKind;
  /** Column → text that would stand there; empty where a geometry is mended (`swap-axes`). */
  readonly edits: Readonly<Record<string, string>>;
}

/** `refusal`: the row stays out. `suspicion`: it waits for a person's word. `notice`: it comes in, and this was done or seen. */
export type Severity = "refusal" | "suspicion" | "notice";

/** Every reason as the second half of an English sentence about a value or a row; the page has its own sentences. */
export const REMARK_SENTENCES = {
  // The row as a whole
  "broken-row": "cannot be taken apart into columns",
  "needed-for-new": "is needed for a new feature and missing",
  "duplicate-code": "is the code of an earlier row already",
  "code-shared": "is shared by many rows, as codes are that a spreadsheet rounded",
  matched: "has no code and was matched by name and place",
  "doubtful-match": "has no code and may be a feature that is there already",
  "unkeepable-character": "holds a character that cannot be kept, such as U+0000",
  "fix-applied": "was mended as accepted for the whole file",
  // Its code
  "code-rounded": "may have been rounded by a spreadsheet: its last digits are zeros",
  "code-missing": "has no code",
  // Where it is
  "position-incomplete": "has only half of a position",
  "position-unreadable": "is no position",
  "position-sentinel": "stands for no position",
  "off-the-earth": "is off the earth",
  "outside-datum": "lies outside the area of its coordinate system",
  "lon-lat-swapped": "has longitude and latitude in each other's place",
  "out-of-zone": "lies outside the zone",
  "axes-by-size": "has its north ordinate first, as its size shows",
  "geometry-empty": "has an empty shape",
  "geometry-type": "is another kind of shape",
  "geometry-shape": "is not a whole shape",
  "geometry-invalid": "is a shape that cannot be measured",
  "geometry-mended": "was a shape that crossed itself and was mended",
  "stake-unreadable": "is no kilometre stake",
  "stake-incomplete": "has a stake without a road or a road without a stake",
  "stake-not-found": "is a stake that no road on the map has",
  "stake-ambiguous": "is a stake that several roads on the map have",
  "stake-without-roads": "is a stake, and there are no roads on the map to find it on",
  "placed-by-stake": "was placed by its road and stake",
  // A value
  "not-a-number": "is not a number",
  "not-whole": "is not a whole number",
  "out-of-range": "is out of range",
  "not-a-code": "is not in the list of codes",
  "not-yes-or-no": "is neither yes nor no",
  "not-a-date": "is not a date",
  "impossible-date": "is a day or time that does not exist",
  "ambiguous-date": "may be day first or month first",
  "time-with-zone": "is a time in another time zone",
  "future-date": "lies in the future",
  "not-substances": "is no list of substances",
  "too-long": "is too long",
  "decimal-comma": "has a comma where the decimal point stands",
  "other-unit": "has another unit",
} as const;

export type RemarkReason = keyof typeof REMARK_SENTENCES;

/** Something about a row that the person who delivered it should know. */
export interface Remark {
  /** Line of the text file, row of the sheet, or number of the feature, from 1. */
  readonly row: number;
  /** Of the feature, as delivered. */
  readonly code: string | null;
  /** The column as it is called in the file; `null` when the row as a whole is meant. */
  readonly column: string | null;
  /** What stood there; `null` when nothing did, or when it is personal. */
  readonly value: string | null;
  readonly severity: Severity;
  readonly reason: RemarkReason;
  /** Numbers for the sentence: a distance, an area before and after, the fix that was applied. */
  readonly detail: string | null;
  /** What would have been accepted. */
  readonly allowed: string | null;
  readonly fix: Fix | null;
}

/** Whether a remark is about the outline, not about where it lies or what is said of it. */
export const isAboutShape = ({ reason }: Remark): boolean => reason.startsWith("geometry-");

const LEAVES_VALUE_OUT: ReadonlySet<RemarkReason> = new Set([
  "not-a-number",
  "not-whole",
  "out-of-range",
  "not-a-code",
  "not-yes-or-no",
  "not-a-date",
  "impossible-date",
  "ambiguous-date",
  "time-with-zone",
  "not-substances",
  "too-long",
  "decimal-comma",
  "other-unit",
]);

/** Whether the row comes in without the value that the remark is about. */
export const isEmptied = ({ severity, reason }: Remark): boolean =>
  severity === "notice" && LEAVES_VALUE_OUT.has(reason);
