import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useCallback, useState } from "react";
import { PAGE_WORDS } from "../../messages/page.ts";
import { TIME_WORDS } from "../../messages/time.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { formatNumber } from "../../ui/quantities.ts";
import type { CalendarUnit, DaySpan } from "./days.ts";
import { countWithin } from "./events.ts";
import { PlayControls } from "./play-controls.tsx";
import styles from "./time-bar.module.css";
import { TimeTrack } from "./time-track.tsx";
import { periodOf, windowOf } from "./time-window.ts";
import { usePlaying } from "./use-playing.ts";
import { type Timeline, useTimeline } from "./use-timeline.ts";
import { WindowControls } from "./window-controls.tsx";

/** The window of time that the whole page looks through. */
export function TimeBar() {
  const words = useWords(TIME_WORDS);
  const timeline = useTimeline();
  return (
    <section className={styles.bar} aria-label={words.title}>
      {timeline ? <Bar timeline={timeline} /> : <p className={styles.nothing}>{words.nothing}</p>}
      <CloseButton />
    </section>
  );
}

function Bar({ timeline }: { timeline: Timeline }) {
  const { domain, unit } = timeline;
  const time = useView((view) => view.time);
  const window = windowOf(time, domain);
  const [step, setStep] = useState<CalendarUnit>(unit === "year" ? "month" : unit);
  const [speed, setSpeed] = useState(firstSpeed);
  const [loop, setLoop] = useState(false);
  const put = useCallback((next: DaySpan) => changeView({ time: periodOf(next, domain) }), [domain]);
  const { playing, toggle, stop } = usePlaying({ window, domain, unit: step, speed, loop, show: put });
  const show = useCallback(
    (next: DaySpan | null) => {
      stop();
      if (next) put(next);
      else changeView({ time: null });
    },
    [stop, put],
  );
  const press = (event: KeyboardEvent) => {
    // On a button or in a field the space bar already means something.
    if (event.key !== " " || (event.target as HTMLElement).closest("button, input, [role=combobox]")) return;
    event.preventDefault();
    toggle();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the play button does
    <div className={styles.rows} onKeyDown={press}>
      <div className={styles.controls}>
        <PlayControls
          playing={playing}
          toggle={toggle}
          step={{ value: step, set: setStep }}
          speed={{ value: speed, set: setSpeed }}
          loop={{ value: loop, set: setLoop }}
        />
        <WindowControls timeline={timeline} window={window} show={show} />
        <Counts timeline={timeline} window={window} />
      </div>
      <TimeTrack timeline={timeline} window={window} show={show} />
    </div>
  );
}

/** How many are seen and how many are not, the undated ones among them. */
function Counts({ timeline: { events, future }, window }: { timeline: Timeline; window: DaySpan | null }) {
  const words = useWords(TIME_WORDS);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const total = number(events.days.length + events.undated);
  const undated = window ? words.undatedHidden : words.undatedShown;
  return (
    <output className={styles.counts}>
      {window ? words.inWindow(number(countWithin(events, window)), total) : words.everything(total)}
      {events.undated > 0 && <span>{undated(number(events.undated))}</span>}
      {future > 0 && <span>{words.future(number(future))}</span>}
    </output>
  );
}

function CloseButton() {
  const words = useWords(PAGE_WORDS);
  return (
    <Button
      className={styles.close!}
      type="text"
      size="small"
      icon={<CloseOutlined />}
      aria-label={words.close}
      onClick={() => changeView({ timeBar: false })}
    />
  );
}

/** Who asked for less motion gets the slowest. */
const firstSpeed = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0.5 : 2);
