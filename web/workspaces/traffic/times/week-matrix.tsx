import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import type { CrashTimesSummary } from "#data/analyses/crash-times-results.ts";
import { heatColor } from "../../../map/heat-colors.ts";
import { inkOn } from "../../../map/symbol-shapes.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTimes } from "../../../state/times.ts";
import type { WeekBlock } from "../../../state/times-view.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./matrix.module.css";
import { classOf, valueClasses } from "./value-classes.ts";
import { blockBetween, blockText, isInBlock, isSameBlock, moveBy, type WeekCell } from "./week-block.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 7 }, (_, day) => day + 1);

/** Where a pointer or Shift began, and where it is. */
interface Sweep {
  readonly from: WeekCell;
  readonly to: WeekCell;
}

/** Hours of the week with the number in each; cells, rows, columns and blocks are chosen by pointer or keys. */
export function WeekMatrix({ summary }: { summary: CrashTimesSummary }) {
  const { matrix, hours, weekdays, counts, weight } = summary;
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  const block = useView((view) => view.traffic.times.block);
  const [focus, setFocus] = useState<WeekCell>(() => (block ? { day: block.fromDay, hour: block.fromHour } : START));
  const [sweep, setSweep] = useState<Sweep | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const shown = sweep ? blockBetween(sweep.from, sweep.to) : block;
  const scale = useScale(matrix[weight]);
  const say = (value: number) => formatNumber(value, language);

  const take = (next: WeekBlock) => changeTimes({ block: isSameBlock(next, block) ? null : next });
  const goTo = (cell: WeekCell) => {
    setFocus(cell);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.day}/${cell.hour}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveBy(event.key, focus);
    if (next) {
      event.preventDefault();
      setSweep(event.shiftKey ? { from: sweep?.from ?? focus, to: next } : null);
      goTo(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      take(sweep ? blockBetween(sweep.from, sweep.to) : blockBetween(focus, focus));
      setSweep(null);
    } else if (event.key === "Escape" && (sweep || block)) {
      event.stopPropagation();
      setSweep(null);
      changeTimes({ block: null });
    }
  };
  const dragging = useDrag(grid, {
    begin: (cell) => {
      setFocus(cell);
      setSweep({ from: cell, to: cell });
    },
    move: (cell) => setSweep((now) => now && { ...now, to: cell }),
    end: (from, to) => {
      setSweep(null);
      take(blockBetween(from, to));
    },
    cancel: () => setSweep(null),
  });

  const cellProps = (cell: WeekCell, value: number) => ({
    "data-cell": `${cell.day}/${cell.hour}`,
    tabIndex: cell.day === focus.day && cell.hour === focus.hour ? 0 : -1,
    "aria-selected": shown !== null && isShown(shown, cell),
    "aria-label": words.cell(blockText(blockBetween(cell, cell), words), say(value), words.weights[weight]),
  });
  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells become those of a grid by it, with their heads
      role="grid"
      className={styles.matrix}
      aria-label={`${words.matrix} ${words.weights[weight]}`}
      aria-multiselectable
      aria-describedby="week-matrix-hint"
      onKeyDown={onKeyDown}
      // Not by our keys alone: assistive programs put the focus where they read.
      onFocus={({ target }) => {
        const cell = cellOf(target);
        if (cell) setFocus(cell);
      }}
      {...dragging}
    >
      <thead>
        <tr>
          <th scope="col" {...cellProps({ day: 0, hour: -1 }, counts[weight])}>
            {words.hours}
          </th>
          {HOURS.map((hour) => (
            <th key={hour} scope="col" {...cellProps({ day: 0, hour }, hours[weight][hour]!)}>
              {hour}
            </th>
          ))}
          <th scope="col" className={styles.sum}>
            {words.sum}
          </th>
        </tr>
      </thead>
      <tbody>
        {DAYS.map((day) => (
          <tr key={day}>
            <th scope="row" {...cellProps({ day, hour: -1 }, weekdays[weight][day - 1]!)}>
              {words.weekdayShort[day - 1]}
            </th>
            {HOURS.map((hour) => {
              const value = matrix[weight][(day - 1) * 24 + hour]!;
              return (
                <td key={hour} style={scale(value)} {...cellProps({ day, hour }, value)}>
                  {say(value)}
                </td>
              );
            })}
            <td className={styles.sum}>{say(weekdays[weight][day - 1]!)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.sum}</th>
          {HOURS.map((hour) => (
            <td key={hour}>{say(hours[weight][hour]!)}</td>
          ))}
          <td className={styles.sum}>{say(counts[weight])}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const START: WeekCell = { day: 1, hour: 0 };

/** A head is chosen when its whole row or column is. */
function isShown(block: WeekBlock, { day, hour }: WeekCell): boolean {
  if (day > 0 && hour >= 0) return isInBlock(block, { day, hour });
  const { fromDay, toDay, fromHour, toHour } = block;
  const [isAllDays, isAllHours] = [fromDay === 1 && toDay === 7, fromHour === 0 && toHour === 23];
  return (
    (day === 0 ? isAllDays : day >= fromDay && day <= toDay) &&
    (hour < 0 ? isAllHours : hour >= fromHour && hour <= toHour)
  );
}

/** The look of a cell by its number; 0 has none. */
function useScale(values: readonly number[]): (value: number) => { background: string; color: string } | undefined {
  const theme = useView((view) => view.theme);
  return useMemo(() => {
    const bounds = valueClasses(Math.max(0, ...values));
    const looks = bounds.map((_, index) => {
      const background = classColor(index, theme);
      return { background, color: inkOn(background) };
    });
    return (value) => looks[classOf(value, bounds)];
  }, [values, theme]);
}

/** Far enough apart that neighbours are told from each other. */
export const classColor = (index: number, theme: "light" | "dark"): string =>
  heatColor(2 * index + (theme === "dark" ? 1 : 0), theme);

function cellOf(element: Element): WeekCell | null {
  const text = element.closest<HTMLElement>("[data-cell]")?.dataset.cell;
  if (text === undefined) return null;
  const [day, hour] = text.split("/").map(Number);
  return { day: day!, hour: hour! };
}

/** Follows a pointer over the cells of a table, whatever it leaves on its way. */
function useDrag(
  table: { readonly current: HTMLTableElement | null },
  handlers: {
    begin: (cell: WeekCell) => void;
    move: (cell: WeekCell) => void;
    end: (from: WeekCell, to: WeekCell) => void;
    cancel: () => void;
  },
) {
  const from = useRef<WeekCell | null>(null);
  const to = useRef<WeekCell | null>(null);
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const finish = (event: globalThis.PointerEvent) => {
      if (!from.current || !to.current) return;
      if (event.type === "pointerup") latest.current.end(from.current, to.current);
      else latest.current.cancel();
      from.current = null;
      to.current = null;
    };
    addEventListener("pointerup", finish);
    addEventListener("pointercancel", finish);
    return () => {
      removeEventListener("pointerup", finish);
      removeEventListener("pointercancel", finish);
    };
  }, []);
  const cellAt = (event: PointerEvent): WeekCell | null => {
    const element = document.elementFromPoint(event.clientX, event.clientY);
    return element && table.current?.contains(element) ? cellOf(element) : null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      const cell = event.button === 0 ? cellAt(event) : null;
      if (!cell) return;
      from.current = cell;
      to.current = cell;
      latest.current.begin(cell);
    },
    onPointerMove: (event: PointerEvent) => {
      const cell = from.current && cellAt(event);
      if (!cell || (cell.day === to.current?.day && cell.hour === to.current.hour)) return;
      to.current = cell;
      latest.current.move(cell);
    },
  };
}
