/** `08:05:30` of an ISO 8601 instant, by this machine's clock. */
export const clockOf = (instant: string): string => new Date(instant).toTimeString().slice(0, 8);

/** `08:05` today, `11-27 08:05` on another day. */
export function dayAndClock(instant: string, now: number): string {
  const at = new Date(instant);
  const clock = at.toTimeString().slice(0, 5);
  if (at.toDateString() === new Date(now).toDateString()) return clock;
  return `${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")} ${clock}`;
}

/** `4:05`, `1:04:05`. */
export function elapsedText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const pad = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
