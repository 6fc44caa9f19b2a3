import { CloseOutlined, PushpinOutlined, SearchOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { focusMap } from "../../map/map-element.ts";
import { SEARCH_WORDS } from "../../messages/search.ts";
import { useWords } from "../../messages/words.ts";
import { forgetFound, useSurface } from "../../state/surface.ts";
import { chooseFeature, choosePlace } from "./choose-hit.ts";
import { type Option, toOptionGroups } from "./options.ts";
import styles from "./search-box.module.css";
import { SearchList } from "./search-list.tsx";
import { prepareInPauses, useFound } from "./use-found.ts";

/** For the key that jumps here from anywhere. */
export const SEARCH_INPUT_ID = "search-input";

const NOTHING_UNFOLDED: ReadonlySet<string> = new Set();

const asTyped = (typed: string): string => typed;

function showFound(found: Found): void {
  if (found.kind === "place") choosePlace(found.hit);
  else chooseFeature(found.ledger, found.hit);
}

interface Props {
  /** What is looked for by what was typed; without it, that. */
  readonly toQuery?: (typed: string) => string;
  /** Who takes what is chosen; without it, the map moves there and the feature is opened. */
  readonly onChoose?: (found: Found) => void;
}

/** What a person chose: a place, or a feature with the ledger it is of. */
export type Found = Exclude<Option, { kind: "more" }>;

/** Finds features, stakes and positions while the person types. */
export function SearchBox({ toQuery = asTyped, onChoose = showFound }: Props) {
  const words = useWords(SEARCH_WORDS);
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [unfolded, setUnfolded] = useState(NOTHING_UNFOLDED);
  const hasMark = useSurface(({ marker, found }) => marker !== null || found !== null);
  const asked = toQuery(query).trim();
  const answer = useFound(asked);
  const groups = useMemo(() => (answer ? toOptionGroups(answer, unfolded) : []), [answer, unfolded]);
  const options = useMemo(() => groups.flatMap((group) => group.options), [groups]);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isShown = isOpen && answer !== null;
  const activeOption = isShown ? options[Math.min(active, options.length - 1)] : undefined;

  /** Enter was pressed before the answer to the last letters was there. */
  const isAwaited = useRef(false);

  useCloseOutside(box, () => setOpen(false));

  const type = (text: string) => {
    setQuery(text);
    setOpen(true);
    setActive(0);
    setUnfolded(NOTHING_UNFOLDED);
    isAwaited.current = false;
  };
  const clear = () => {
    type("");
    forgetFound();
    input.current?.focus();
  };
  const choose = (option: Option) => {
    if (option.kind === "more") {
      setUnfolded(new Set([...unfolded, option.layer]));
      return;
    }
    setOpen(false);
    onChoose(option);
  };
  useEffect(() => {
    if (!isAwaited.current || answer?.query !== asked) return;
    isAwaited.current = false;
    if (activeOption) choose(activeOption);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method uses the same keys while it composes a word.
    if (event.nativeEvent.isComposing) return;
    const last = options.length - 1;
    const move = (to: number) => {
      event.preventDefault();
      if (!isShown) setOpen(true);
      else setActive(Math.max(0, Math.min(last, to)));
    };
    if (event.key === "ArrowDown") move(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") move(active <= 0 ? last : active - 1);
    else if (event.key === "PageDown") move(active + 8);
    else if (event.key === "PageUp") move(active - 8);
    else if (event.key === "Enter") {
      if (answer?.query !== asked) isAwaited.current = true;
      else if (activeOption) choose(activeOption);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (isShown) setOpen(false);
      else if (query !== "" || hasMark) clear();
      else focusMap();
    }
  };

  return (
    <search ref={box} className={styles.box} aria-label={words.label}>
      <div className={styles.field}>
        <SearchOutlined className={styles.icon} aria-hidden />
        <input
          ref={input}
          id={SEARCH_INPUT_ID}
          className={styles.input}
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeOption ? `${listId}-${activeOption.key}` : undefined}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => type(event.target.value)}
          onFocus={() => {
            prepareInPauses();
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        {query !== "" ? (
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={words.clear} onClick={clear} />
        ) : hasMark ? (
          <Button
            type="text"
            size="small"
            icon={<PushpinOutlined />}
            aria-label={words.clearMarker}
            title={words.clearMarker}
            onClick={() => forgetFound()}
          />
        ) : (
          onChoose === showFound && (
            <kbd className={styles.key} aria-hidden>
              /
            </kbd>
          )
        )}
      </div>
      {isShown && (
        <SearchList id={listId} answer={answer} groups={groups} active={activeOption?.key ?? null} onChoose={choose} />
      )}
    </search>
  );
}

/** Focus or a click elsewhere ends the list. */
function useCloseOutside(box: React.RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const onOutside = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) latest.current();
    };
    document.addEventListener("pointerdown", onOutside, true);
    document.addEventListener("focusin", onOutside);
    return () => {
      document.removeEventListener("pointerdown", onOutside, true);
      document.removeEventListener("focusin", onOutside);
    };
  }, [box]);
}
