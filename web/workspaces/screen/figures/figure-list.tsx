import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Standing } from "#data/wall/scene-at.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { PAGE_WORDS } from "../../../messages/page.ts";
import { SCREEN_LIST_WORDS } from "../../../messages/screen-list.ts";
import { useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useView } from "../../../state/view-store.ts";
import { serverNow } from "../../../state/wall.ts";
import { DataAge } from "../data-age.tsx";
import { LINE_EM } from "../lines-that-fit.ts";
import { allotLines } from "./allot-lines.ts";
import type { Behind, ListedGroup, ListedLine, PanelFigures } from "./behind.ts";
import styles from "./figures.module.css";
import { useListedOnMap } from "./listed-on-map.ts";
import { closeList, keepList } from "./opened.ts";
import { PANEL_FIGURES } from "./panel-figures.ts";
import { type OpenList, useOpenList } from "./use-open-list.ts";

/** The list behind the figure that was touched or pointed at, over a part of the map; nothing while none is open. */
export function FigureList({ state, standing }: { state: ScreenState; standing: Standing }) {
  const open = useOpenList(state, standing);
  const pointedAt = open?.pointedAt ?? null;
  const isOpen = open !== null;
  useEffect(() => {
    if (!isOpen) return;
    const close = ({ key }: KeyboardEvent) => key === "Escape" && closeList(pointedAt);
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [isOpen, pointedAt]);
  const figures = open && PANEL_FIGURES[open.panel];
  if (!open || !figures) return null;
  // Its own for each figure: what another one had listed must not stand under its name.
  return <OpenedList key={`${open.panel}/${open.figure}`} figures={figures} open={open} />;
}

function OpenedList({ figures, open }: { figures: PanelFigures; open: OpenList }) {
  const words = useWords(SCREEN_LIST_WORDS);
  const page = useWords(PAGE_WORDS);
  const isDemo = useLedgers(({ zone }) => zone?.demo ?? false);
  const behind = figures.useBehind(open.figure);
  const element = useRef<HTMLElement>(null);
  useOnMap(element, `${open.panel}/${open.figure}`, behind);
  return (
    <section
      ref={element}
      className={styles.list}
      aria-label={behind?.title ?? words.list}
      onPointerDown={() => keepList(serverNow())}
    >
      <header className={styles.head}>
        <h2>{behind?.title}</h2>
        <strong>{behind?.value}</strong>
        {isDemo && (
          <span className={styles.demo} title={page.demoHint}>
            {page.demo}
          </span>
        )}
        <span className={styles.end}>
          <Remaining until={open.until} />
          <button
            type="button"
            className={styles.close}
            aria-label={words.close}
            onClick={() => closeList(open.pointedAt)}
          >
            ✕
          </button>
        </span>
      </header>
      {behind ? <Listed behind={behind} /> : <p className={styles.note}>{words.gone}</p>}
      {behind && <Foot behind={behind} />}
    </section>
  );
}

const SECOND_MS = 1_000;

/** How long the list still stays if nobody touches it. */
function Remaining({ until }: { until: number }) {
  const words = useWords(SCREEN_LIST_WORDS);
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return <span className={styles.rest}>{words.closesIn(Math.max(0, Math.ceil((until - now) / SECOND_MS)))}</span>;
}

/** As many lines as there is room for. */
function Listed({ behind: { groups } }: { behind: Behind }) {
  const words = useWords(SCREEN_LIST_WORDS);
  const body = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState(0);
  useLayoutEffect(() => {
    const element = body.current!;
    const measure = () => {
      const lineHeightPx = LINE_EM * Number.parseFloat(getComputedStyle(element).fontSize);
      setLines(Math.floor(element.clientHeight / lineHeightPx));
    };
    const sized = new ResizeObserver(measure);
    sized.observe(element);
    measure();
    return () => sized.disconnect();
  }, []);
  const allotted = allotLines(
    lines,
    groups.map(({ count, listed = count, heading }) => ({ count, listed, hasHeading: heading !== null })),
  );
  return (
    <div ref={body} className={styles.body}>
      {groups.every(({ count }) => count === 0) && <p className={styles.note}>{words.none}</p>}
      {groups.map((group, place) => (
        <Group
          key={group.heading ?? ""}
          group={group}
          listed={allotted[place]!.listed}
          hasMore={allotted[place]!.hasMore}
        />
      ))}
    </div>
  );
}

function Group({ group, listed, hasMore }: { group: ListedGroup; listed: number; hasMore: boolean }) {
  const words = useWords(SCREEN_LIST_WORDS);
  const { heading, count, lineOf } = group;
  return (
    <>
      {heading !== null && <h3 className={styles.heading}>{words.headed(heading, count)}</h3>}
      <ol className={styles.lines} data-count={count}>
        {Array.from({ length: listed }, (_, place) => {
          const line = lineOf(place);
          return <Line key={line.key} line={line} />;
        })}
      </ol>
      {hasMore && count > listed && <p className={styles.note}>{words.more(count - listed)}</p>}
    </>
  );
}

function Line({ line: { name, code, where, amount, isSimulated } }: { line: ListedLine }) {
  const words = useWords(SCREEN_LIST_WORDS);
  return (
    <li>
      <span className={styles.name}>{name}</span>
      {code !== name && <span className={styles.code}>{code}</span>}
      <span className={styles.where}>{where}</span>
      {isSimulated && <em className={styles.simulated}>{words.simulated}</em>}
      <b>{amount}</b>
    </li>
  );
}

/** How it was counted, from what, and where one goes on with it. */
function Foot({ behind: { reading, layers, link } }: { behind: Behind }) {
  const words = useWords(SCREEN_LIST_WORDS);
  const ledgers = useLedgers((state) => state.layers);
  // On a screen that the console steers nobody could come back from another page.
  const isSteered = useView((view) => view.screen !== null);
  return (
    <footer className={styles.foot}>
      {reading.map((text) => (
        <span key={text}>{text}</span>
      ))}
      <DataAge ledgers={ledgers.filter(({ definition }) => layers.includes(definition.id))} />
      {link !== null && !isSteered && (
        <a href={link} target="_blank" rel="noreferrer">
          {words.desk}
        </a>
      )}
    </footer>
  );
}

/** Tells the map what the list is of, and which part of it the list leaves free. */
function useOnMap(element: React.RefObject<HTMLElement | null>, key: string, behind: Behind | null): void {
  useEffect(() => {
    const list = element.current;
    const area = list?.parentElement;
    if (!list || !area || !behind) return;
    const [own, all] = [list.getBoundingClientRect(), area.getBoundingClientRect()];
    const isBelow = own.width > all.width * 0.9;
    const { marked, filters } = behind;
    const free = {
      left: 0,
      top: 0,
      width: isBelow ? all.width : own.left - all.left,
      height: isBelow ? own.top - all.top : all.height,
    };
    useListedOnMap.setState(({ shown }) =>
      shown?.key === key && isSame(shown.marked, marked)
        ? {}
        : { shown: { key, marked, filters, part: { widthPx: all.width, heightPx: all.height, free } } },
    );
  }, [element, key, behind]);
  useEffect(() => () => useListedOnMap.setState({ shown: null }), []);
}

/** A list that was worked out again to the same end moves nothing. */
const isSame = (a: Behind["marked"], b: Behind["marked"]): boolean =>
  a.length === b.length && a.every(({ layer, row }, place) => layer === b[place]!.layer && row === b[place]!.row);
