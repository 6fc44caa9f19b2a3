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
  readonly unit: RiskUnit;
  readonly status: RiskStatus;
  /** The present proposal's boundary is the plant itself. */
  readonly ownSite: boolean;
}

const NO_FILE = { fileName: "", areas: [], problem: null, column: null } as const;

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
  useRiskImport.setState({ fileName, areas: read.areas, problem: null, column: null });
  if (columns.length === 1) chooseColumn(columns[0]!);
}

export function chooseColumn(column: string): void {
  const values = useRiskImport.getState().areas.flatMap(({ properties }) => readNumber(properties[column]) ?? []);
  useRiskImport.setState({ column, unit: guessUnit(values) });
}

function riskParameters(): RiskParameters | null {
  const { areas, column, unit, status, ownSite } = useRiskImport.getState();
  if (column === null) return null;
  const { contours } = contoursOf(areas, column, unit);
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
