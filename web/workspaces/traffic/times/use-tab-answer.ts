import { useCrashTimes, usePatrolHours, useWeatherSegments } from "../../../state/times.ts";
import { useView } from "../../../state/view-store.ts";

/** What the worker says on the question of the open tab. */
export function useTabAnswer() {
  const tab = useView((view) => view.traffic.times.tab);
  const rhythm = useCrashTimes();
  const weather = useWeatherSegments();
  const patrol = usePatrolHours();
  return { rhythm, weather, patrol }[tab];
}
