/** `2026-11-26 10:31 +08:00`: on this machine's clock, with its offset. */
export function localMinute(instant: string): string {
  const at = new Date(instant);
  const minutes = -at.getTimezoneOffset();
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const shifted = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 16).replace("T", " ");
  return `${shifted} ${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
