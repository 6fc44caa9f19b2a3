import type { Scene } from "./scene.ts";
import { INCIDENT_SCENE } from "./scene-at.ts";

/** The scenes of a wall on which nobody has changed anything yet, in the order of the tour. */
export const PRESET_SCENES: readonly Scene[] = [
  {
    id: "overview",
    title: { zh: "总览", en: "Overview" },
    extent: null,
    layers: ["hazard-sources", "black-spots", "houses", "water-sources"],
    filters: {
      houses: "grade IN ('C', 'D')",
      "hazard-sources": "level IN ('1', '2', '3', '4')",
      "water-sources": "state <> 'ok'",
    },
    heat: null,
    overlays: [],
    panels: ["ledgers", "alarms", "attention", "changes", "districts"],
    dwellS: 60,
  },
  {
    id: "hazards",
    title: { zh: "重大危险源", en: "Hazard sources" },
    extent: null,
    layers: ["hazard-sources", "protection-targets"],
    filters: { "hazard-sources": "level IN ('1', '2', '3', '4')" },
    heat: null,
    overlays: [],
    panels: ["hazard-levels", "hazard-surroundings", "hazard-conflicts", "hazard-substances"],
    dwellS: 60,
  },
  {
    id: "traffic",
    title: { zh: "道路交通", en: "Traffic" },
    extent: null,
    layers: ["black-spots"],
    filters: {},
    heat: null,
    overlays: ["road-density", "black-spots"],
    panels: ["black-spots", "watch-list", "crash-week", "crash-months"],
    dwellS: 60,
  },
  {
    id: "houses",
    title: { zh: "自建房", en: "Self-built houses" },
    extent: null,
    layers: ["houses"],
    filters: { houses: "grade IN ('C', 'D')" },
    heat: null,
    overlays: [],
    panels: ["houses-in-danger", "houses-near-hazards", "houses-deadline", "houses-deadline-districts", "districts"],
    dwellS: 40,
  },
  {
    id: "fire-water",
    title: { zh: "消防水源", en: "Fire water" },
    extent: null,
    layers: ["water-sources", "forces"],
    filters: {},
    heat: null,
    overlays: ["water-gaps"],
    panels: ["water-gaps", "water-state", "water-gap-districts", "water-unusable", "water-overdue"],
    dwellS: 40,
  },
  {
    id: "campaign",
    title: { zh: "挂图作战", en: "Campaign" },
    extent: null,
    layers: ["houses", "hazard-sources", "black-spots", "water-sources"],
    filters: { houses: "grade IN ('C', 'D') AND state <> 'closed'", "water-sources": "state <> 'ok'" },
    heat: null,
    overlays: [],
    panels: ["campaign-total", "campaign-targets", "campaign-sectors"],
    dwellS: 60,
  },
  {
    id: INCIDENT_SCENE,
    title: { zh: "突发事件", en: "Incident" },
    extent: null,
    layers: ["protection-targets", "houses", "enterprises", "hazard-sources", "water-sources", "forces"],
    filters: {},
    heat: null,
    overlays: [],
    panels: ["alarm", "incident-around", "duty", "incident-water", "weather", "alarms"],
    dwellS: 60,
  },
];

/** What a new screen tours: all but the scene that only an alarm fills. */
export const tourOf = (scenes: readonly Scene[]): string[] =>
  scenes.map(({ id }) => id).filter((id) => id !== INCIDENT_SCENE);
