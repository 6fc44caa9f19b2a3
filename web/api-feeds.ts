import { hc } from "hono/client";
import type { AppType } from "../server/app.ts";
import type { IncidentView } from "../server/feeds/incident-view.ts";
import type { DutyView, WarningView } from "../server/feeds/news-view.ts";
import type { SensorReading, SensorView } from "../server/feeds/sensor-view.ts";
import type { FeedSource } from "../server/feeds/source.ts";
import { answered } from "./api.ts";

export type { IncidentView } from "../server/feeds/incident-view.ts";
export type { DutyView, WarningView } from "../server/feeds/news-view.ts";
export type { SensorReading, SensorView } from "../server/feeds/sensor-view.ts";
export type { FeedSource } from "../server/feeds/source.ts";

const api = hc<AppType>(location.origin).api;

type SensorPath = (typeof api.sensors)[":source"][":sensor"];
const sensorPath: SensorPath = api.sensors[":source"][":sensor"];

/** What has not ended first, the gravest first; then the newest. */
export async function fetchIncidents(): Promise<readonly IncidentView[]> {
  return (await answered(api.incidents.$get({ query: {} }))).json() as Promise<readonly IncidentView[]>;
}

/** Refused with 409 when somebody has taken it in hand. */
export async function acknowledgeIncident(
  id: string,
  word: { readonly by: string; readonly note: string | null },
): Promise<IncidentView> {
  const request = api.incidents[":id"].acknowledge.$post({ param: { id }, json: word });
  return (await answered(request)).json() as Promise<IncidentView>;
}

/** By id, the revoked ones too. */
export async function fetchSources(): Promise<readonly FeedSource[]> {
  return (await answered(api["feed-sources"].$get())).json() as Promise<readonly FeedSource[]>;
}

/** Refused with 404 when there is none, or its source was revoked. */
export async function fetchSensor(source: string, sensor: string): Promise<SensorView> {
  return (await answered(sensorPath.$get({ param: { source, sensor } }))).json() as Promise<SensorView>;
}

/** The newest first, at most `limit`. */
export async function fetchReadings(source: string, sensor: string, limit: number): Promise<readonly SensorReading[]> {
  const request = sensorPath.readings.$get({ param: { source, sensor }, query: { limit: String(limit) } });
  return (await answered(request)).json() as Promise<readonly SensorReading[]>;
}

/** Those that hold, or will, the gravest first. */
export async function fetchWarnings(): Promise<readonly WarningView[]> {
  return (await answered(api["weather-warnings"].$get())).json() as Promise<readonly WarningView[]>;
}

/** Who is on duty now, by unit. */
export async function fetchDuty(): Promise<readonly DutyView[]> {
  return (await answered(api.duty.$get({ query: {} }))).json() as Promise<readonly DutyView[]>;
}
