import type { ComponentType } from "react";
import { COUNT_PANELS } from "#data/wall/panels.ts";
import { SECTOR_PANEL_LEAST_EM, SectorPanel } from "./campaign/sector-panel.tsx";
import { TARGET_PANEL_LEAST_EM, TargetPanel } from "./campaign/target-panel.tsx";
import { TOTAL_PANEL_LEAST_EM, TotalPanel } from "./campaign/total-panel.tsx";
import { CHANGE_PANEL_LEAST_EM, ChangePanel } from "./changes/change-panel.tsx";
import { CountPanel, countPanelHeightEm } from "./count-panel.tsx";
import { DISTRICT_PANEL_LEAST_EM, DistrictPanel } from "./district-panel.tsx";
import { CONFLICT_PANEL_LEAST_EM, ConflictPanel } from "./hazards/conflict-panel.tsx";
import { SUBSTANCE_PANEL_LEAST_EM, SubstancePanel } from "./hazards/substance-panel.tsx";
import { SURROUNDINGS_PANEL_LEAST_EM, SurroundingsPanel } from "./hazards/surroundings-panel.tsx";
import { DEADLINE_PANEL_LEAST_EM, DeadlinePanel } from "./houses/deadline-panel.tsx";
import { NEAR_HAZARD_PANEL_LEAST_EM, NearHazardPanel } from "./houses/near-hazard-panel.tsx";
import { ALARM_LIST_PANEL_LEAST_EM, AlarmListPanel } from "./incident/alarm-list-panel.tsx";
import { ALARM_PANEL_LEAST_EM, AlarmPanel } from "./incident/alarm-panel.tsx";
import { AROUND_PANEL_LEAST_EM, AroundPanel } from "./incident/around-panel.tsx";
import { DUTY_PANEL_LEAST_EM, DutyPanel } from "./incident/duty-panel.tsx";
import { WATER_PANEL_LEAST_EM, WaterPanel } from "./incident/water-panel.tsx";
import { WEATHER_PANEL_LEAST_EM, WeatherPanel } from "./incident/weather-panel.tsx";
import { MONTH_PANEL_LEAST_EM, MonthPanel } from "./traffic/month-panel.tsx";
import { SPOT_PANEL_LEAST_EM, SpotPanel } from "./traffic/spot-panel.tsx";
import { WATCH_PANEL_LEAST_EM, WatchPanel } from "./traffic/watch-panel.tsx";
import { WEEK_PANEL_LEAST_EM, WeekPanel } from "./traffic/week-panel.tsx";
import { GAP_DISTRICT_PANEL_LEAST_EM, GapDistrictPanel } from "./water/gap-district-panel.tsx";
import { GAP_PANEL_LEAST_EM, GapPanel } from "./water/gap-panel.tsx";
import { OVERDUE_PANEL_LEAST_EM, OverduePanel } from "./water/overdue-panel.tsx";
import { UNUSABLE_PANEL_LEAST_EM, UnusablePanel } from "./water/unusable-panel.tsx";

/** How high a panel is, in sizes of the type: what it has to show follows from it. */
export interface PanelRoom {
  readonly heightEm: number;
}

export interface DrawnPanel {
  readonly Panel: ComponentType<PanelRoom>;
  /** Below it, it would have to cut something that has to be there. */
  readonly leastEm: number;
}

/** Every panel, by its id. */
export const DRAWN: Readonly<Record<string, DrawnPanel>> = {
  ...Object.fromEntries(
    COUNT_PANELS.map((panel) => [
      panel.id,
      { Panel: () => <CountPanel panel={panel} />, leastEm: countPanelHeightEm(panel) },
    ]),
  ),
  changes: { Panel: ChangePanel, leastEm: CHANGE_PANEL_LEAST_EM },
  districts: { Panel: DistrictPanel, leastEm: DISTRICT_PANEL_LEAST_EM },
  "hazard-surroundings": { Panel: SurroundingsPanel, leastEm: SURROUNDINGS_PANEL_LEAST_EM },
  "hazard-substances": { Panel: SubstancePanel, leastEm: SUBSTANCE_PANEL_LEAST_EM },
  "hazard-conflicts": { Panel: ConflictPanel, leastEm: CONFLICT_PANEL_LEAST_EM },
  "houses-near-hazards": { Panel: NearHazardPanel, leastEm: NEAR_HAZARD_PANEL_LEAST_EM },
  "houses-deadline-districts": { Panel: DeadlinePanel, leastEm: DEADLINE_PANEL_LEAST_EM },
  "water-gaps": { Panel: GapPanel, leastEm: GAP_PANEL_LEAST_EM },
  "water-gap-districts": { Panel: GapDistrictPanel, leastEm: GAP_DISTRICT_PANEL_LEAST_EM },
  "water-unusable": { Panel: UnusablePanel, leastEm: UNUSABLE_PANEL_LEAST_EM },
  "water-overdue": { Panel: OverduePanel, leastEm: OVERDUE_PANEL_LEAST_EM },
  "campaign-total": { Panel: TotalPanel, leastEm: TOTAL_PANEL_LEAST_EM },
  "campaign-targets": { Panel: TargetPanel, leastEm: TARGET_PANEL_LEAST_EM },
  "campaign-sectors": { Panel: SectorPanel, leastEm: SECTOR_PANEL_LEAST_EM },
  alarms: { Panel: AlarmListPanel, leastEm: ALARM_LIST_PANEL_LEAST_EM },
  alarm: { Panel: AlarmPanel, leastEm: ALARM_PANEL_LEAST_EM },
  duty: { Panel: DutyPanel, leastEm: DUTY_PANEL_LEAST_EM },
  weather: { Panel: WeatherPanel, leastEm: WEATHER_PANEL_LEAST_EM },
  "incident-around": { Panel: AroundPanel, leastEm: AROUND_PANEL_LEAST_EM },
  "incident-water": { Panel: WaterPanel, leastEm: WATER_PANEL_LEAST_EM },
  "black-spots": { Panel: SpotPanel, leastEm: SPOT_PANEL_LEAST_EM },
  "watch-list": { Panel: WatchPanel, leastEm: WATCH_PANEL_LEAST_EM },
  "crash-week": { Panel: WeekPanel, leastEm: WEEK_PANEL_LEAST_EM },
  "crash-months": { Panel: MonthPanel, leastEm: MONTH_PANEL_LEAST_EM },
};
