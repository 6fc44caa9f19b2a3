import { COUNT_PANELS } from "#data/wall/panels.ts";
import type { PanelFigures } from "./behind.ts";
import { sectorFigures, targetFigures, totalFigures } from "./campaign-figures.ts";
import { changeFigures } from "./change-figures.ts";
import { countPanelFigures } from "./count-figures.ts";
import { deadlineFigures } from "./deadline-figures.ts";
import { districtFigures } from "./district-figures.ts";
import { conflictFigures, substanceFigures, surroundingsFigures } from "./hazard-figures.ts";
import { alarmFigures, alarmListFigures, aroundFigures, waterFigures } from "./incident-figures.ts";
import { nearHouseFigures } from "./near-house-figures.ts";
import { dutyFigures, weatherFigures } from "./news-figures.ts";
import { monthFigures, spotFigures, watchFigures, weekFigures } from "./traffic-figures.ts";
import { gapDistrictFigures, gapPanelFigures } from "./water-gap-figures.ts";
import { overdueFigures, unusableFigures } from "./water-list-figures.ts";

/** The figures of every panel that has any which can be opened, by the panel's id. */
export const PANEL_FIGURES: Readonly<Record<string, PanelFigures>> = {
  ...Object.fromEntries(COUNT_PANELS.map((panel) => [panel.id, countPanelFigures(panel)])),
  changes: changeFigures,
  districts: districtFigures,
  "hazard-surroundings": surroundingsFigures,
  "hazard-substances": substanceFigures,
  "hazard-conflicts": conflictFigures,
  "houses-near-hazards": nearHouseFigures,
  "houses-deadline-districts": deadlineFigures,
  "water-gaps": gapPanelFigures,
  "water-gap-districts": gapDistrictFigures,
  "water-unusable": unusableFigures,
  "water-overdue": overdueFigures,
  "campaign-total": totalFigures,
  "campaign-targets": targetFigures,
  "campaign-sectors": sectorFigures,
  alarms: alarmListFigures,
  alarm: alarmFigures,
  weather: weatherFigures,
  duty: dutyFigures,
  "incident-around": aroundFigures,
  "incident-water": waterFigures,
  "black-spots": spotFigures,
  "watch-list": watchFigures,
  "crash-week": weekFigures,
  "crash-months": monthFigures,
};
