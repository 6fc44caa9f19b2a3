const FORBIDDEN = /[\p{Cc}\p{Cf}\\/:*?"<>|\s]+/gu;

/** Longer names do not survive every office's folders. */
const LONGEST = 100;

/** What it is and when it was made: `缓冲分析_某站_100-300m_20261125-1840`, without the ending. Signs that a file system refuses become `-`. */
export function fileStem(parts: readonly string[], madeAt: Date): string {
  const what = parts
    .map((part) => part.replaceAll(FORBIDDEN, "-").replaceAll(/^[-.]+|[-.]+$/g, ""))
    .filter((part) => part !== "")
    .join("_");
  return `${[...what].slice(0, LONGEST).join("")}_${stamp(madeAt)}`;
}

function stamp(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}`;
}

/** `2026-11-25 18:40 (UTC+08:00)`: the clock on the wall, and which clock that is. */
export function clockTime(at: Date): string {
  const east = -at.getTimezoneOffset();
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const wall = new Date(at.getTime() + east * 60_000).toISOString().slice(0, 16).replace("T", " ");
  return `${wall} (UTC${east < 0 ? "-" : "+"}${two(east / 60)}:${two(east % 60)})`;
}
