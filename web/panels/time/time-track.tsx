import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { TIME_WORDS } from "../../messages/time.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { axisTicks } from "./axis-ticks.ts";
import { addUnits, type Day, type DaySpan, dayText } from "./days.ts";
import styles from "./time-bar.module.css";
import { movedTo, resized, snapped } from "./time-window.ts";
import type { Timeline } from "./use-timeline.ts";

interface Props {
  readonly timeline: Timeline;
  readonly window: DaySpan | null;
  show(window: DaySpan): void;
}

/** What the pointer took hold of when it went down. */
type Grip = { readonly kind: "from" | "to" | "new" } | { readonly kind: "body"; readonly offset: number };

const SNAP_PX = 5;
const MOST_TICKS = 14;

/** How many happened when, and the window over it: two ends, and its body to move it as a whole. */
export function TimeTrack({ timeline, window, show }: Props) {
  const words = useWords(TIME_WORDS);
  const title = useTitle();
  const track = useRef<HTMLDivElement>(null);
  const held = useRef<{ grip: Grip; start: Day } | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const { domain, edges } = timeline;
  const length = domain.to - domain.from;
  const ticks = useMemo(() => axisTicks(domain, MOST_TICKS), [domain]);
  const percent = (day: Day) => Math.max(0, Math.min(100, ((day - domain.from) / length) * 100));

  const dayUnder = ({ clientX }: PointerEvent, snap: boolean): Day => {
    const { left, width } = track.current!.getBoundingClientRect();
    const day = domain.from + Math.round(((clientX - left) / width) * length);
    return snap ? snapped(day, edges, (SNAP_PX / width) * length) : day;
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const { end } = (event.target as HTMLElement).dataset;
    const day = dayUnder(event, true);
    const inside = window !== null && day >= window.from && day < window.to;
    const grip: Grip =
      end === "from" || end === "to"
        ? { kind: end }
        : inside
          ? { kind: "body", offset: dayUnder(event, false) - window.from }
          : { kind: "new" };
    held.current = { grip, start: day };
    track.current!.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const day = dayUnder(event, true);
    const bin = edges.findIndex((edge) => edge > dayUnder(event, false)) - 1;
    setPointed(bin >= 0 ? bin : null);
    if (!held.current) return;
    const { grip, start } = held.current;
    if (grip.kind === "body") {
      const free = dayUnder(event, false) - grip.offset;
      show(movedTo(window!, snapped(free, edges, (SNAP_PX / track.current!.clientWidth) * length), domain));
    } else if (grip.kind === "new") {
      if (day !== start) show({ from: Math.min(day, start), to: Math.max(day, start) });
    } else if (window) show(resized(window, grip.kind, day, domain));
  };
  const release = () => {
    held.current = null;
  };

  return (
    <div className={styles.trackBox}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out by rules of its own */}
      <div
        ref={track}
        className={styles.track}
        role="group"
        aria-label={words.track(timeline.layers.map((layer) => title(layer.title)).join(", "))}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={() => setPointed(null)}
      >
        <Bars timeline={timeline} className={styles.bars!} />
        {window && (
          <div
            className={styles.inside}
            style={{ clipPath: `inset(0 ${100 - percent(window.to)}% 0 ${percent(window.from)}%)` }}
          >
            <Bars timeline={timeline} className={styles.barsInside!} />
          </div>
        )}
        {window && (
          <>
            <Handle end="from" at={percent(window.from)} window={window} timeline={timeline} show={show} />
            <Handle end="to" at={percent(window.to)} window={window} timeline={timeline} show={show} />
          </>
        )}
        {pointed !== null && <Readout timeline={timeline} bin={pointed} />}
      </div>
      <div className={styles.axis} aria-hidden="true">
        {ticks.map(({ day, label }) => (
          <span key={day} style={{ left: `${percent(day)}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

/** One path, drawn again only when the counts change. */
function Bars({ timeline: { edges, counts, domain }, className }: { timeline: Timeline; className: string }) {
  const path = useMemo(() => {
    const most = Math.max(1, ...counts);
    return counts
      .map((count, bin) => {
        if (count === 0) return "";
        const [from, to] = [edges[bin]! - domain.from, edges[bin + 1]! - domain.from];
        const gap = (to - from) * 0.08;
        return `M${from + gap} 100V${100 - Math.max(3, (count / most) * 96)}H${to - gap}V100Z`;
      })
      .join("");
  }, [edges, counts, domain]);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${domain.to - domain.from} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

interface HandleProps extends Props {
  readonly end: "from" | "to";
  readonly at: number;
  readonly window: DaySpan;
}

function Handle({ end, at, window, timeline: { domain, unit }, show }: HandleProps) {
  const words = useWords(TIME_WORDS);
  const day = window[end];
  const press = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: day - 1,
      ArrowRight: day + 1,
      PageDown: addUnits(day, unit, -1),
      PageUp: addUnits(day, unit, 1),
      Home: domain.from,
      End: domain.to,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    show(resized(window, end, next, domain));
  };
  return (
    <div
      className={styles.handle}
      data-end={end}
      style={{ left: `${at}%` }}
      role="slider"
      tabIndex={0}
      aria-label={end === "from" ? words.from : words.lastDay}
      aria-valuemin={domain.from}
      aria-valuemax={domain.to}
      aria-valuenow={day}
      aria-valuetext={dayText(end === "from" ? day : day - 1)}
      onKeyDown={press}
    />
  );
}

function Readout({ timeline: { edges, counts, domain }, bin }: { timeline: Timeline; bin: number }) {
  const words = useWords(TIME_WORDS);
  const language = useLanguage();
  const [from, to] = [edges[bin]!, edges[bin + 1]!];
  const at = ((from + to) / 2 - domain.from) / (domain.to - domain.from);
  return (
    <div className={styles.readout} style={{ left: `${at * 100}%`, translate: `${-at * 100}% 0` }}>
      {words.bin(dayText(from), dayText(to - 1), formatNumber(counts[bin]!, language))}
    </div>
  );
}
