import type { MultiPolygon, Polygon } from "geojson";
import { create } from "zustand";
import type { RiskContoursSummary, RiskFinding } from "#data/analyses/grade-results.ts";
import type { RiskStatus } from "#data/standards/protection-class.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "../../../state/follow-question.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useView } from "../../../state/view-store.ts";
import { contoursOf, guessUnit, numberColumns, type RiskContour, type RiskUnit, readNumber } from "./contour-values.ts";
import { proposalArea } from "./proposal-area.ts";
import type { AreasProblem, AreasRead, FileArea } from "./read-areas.ts";

export interface RiskImport {
  readonly fileName: string;
  readonly areas: readonly FileArea[];
  readonly problem: AreasProblem | null;
  readonly column: string | null;
  /** No column of the file holds a number in every area: a person says the values. */
  readonly byHand: boolean;
  readonly unit: RiskUnit;
  readonly status: RiskStatus;
  /** The present proposal's boundary is the plant itself. */
  readonly ownSite: boolean;
}

const NO_FILE = { fileName: "", areas: [], problem: null, column: null, byHand: false } as const;

/** What was imported; it holds as long as the page. */
export const useRiskImport = create<RiskImport>(() => ({
  ...NO_FILE,
  unit: "perYear",
  status: "new",
  ownSite: false,
}));

export interface RiskParameters {
  readonly contours: readonly RiskContour[];
  readonly status: RiskStatus;
  readonly site?: Polygon | MultiPolygon;
}

export const useRisk = create<Result<RiskFinding, RiskContoursSummary, RiskParameters>>(() => NOTHING_ASKED);

export const forgetContours = (): void => useRiskImport.setState(NO_FILE);

/** Takes a file in; where one column alone holds numbers it is the value's. */
export function takeContours(fileName: string, read: AreasRead): void {
  if ("problem" in read) {
    useRiskImport.setState({ ...NO_FILE, fileName, problem: read.problem });
    return;
  }
  const columns = numberColumns(read.areas);
  useRiskImport.setState({ ...NO_FILE, fileName, areas: read.areas, byHand: columns.length === 0 });
  if (columns.length === 1) chooseColumn(columns[0]!);
}

/** Where values are kept that a person says. */
export const BY_HAND = "by-hand";

/** More than these nobody types; a report has as many contours as limits. */
export const MOST_BY_HAND = 24;

/** The risk of one area in a person's words; once all have one they are the column. */
export function sayValue(at: number, value: string): void {
  const areas = useRiskImport
    .getState()
    .areas.map((area, i) => (i === at ? { ...area, properties: { ...area.properties, [BY_HAND]: value } } : area));
  useRiskImport.setState({ areas, column: null });
  if (numberColumns(areas).includes(BY_HAND)) chooseColumn(BY_HAND);
}

export function chooseColumn(column: string): void {
  const values = useRiskImport.getState().areas.flatMap(({ properties }) => readNumber(properties[column]) ?? []);
  useRiskImport.setState({ column, unit: guessUnit(values) });
}

/** The contours that are asked about now, from the lowest risk to the highest. */
export function contoursNow(): readonly RiskContour[] {
  const { areas, column, unit } = useRiskImport.getState();
  return column === null ? [] : contoursOf(areas, column, unit).contours;
}

function riskParameters(): RiskParameters | null {
  const { status, ownSite } = useRiskImport.getState();
  const contours = contoursNow();
  const site = ownSite ? proposalArea(useView.getState().planning.draft) : null;
  return contours.length > 0 ? { contours, status, ...(site && { site }) } : null;
}

let started = false;

export function startRisk(): void {
  if (started) return;
  started = true;
  const ask = followQuestion<RiskFinding, RiskContoursSummary, RiskParameters>({
    name: "risk-contours",
    parametersOf: riskParameters,
    put: useRisk.setState,
  });
  useRiskImport.subscribe(ask);
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  ask();
}
