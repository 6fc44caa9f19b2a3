import { useEffect, useMemo, useState } from "react";
import { STATUS_WORDS } from "../../messages/status.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { selectRows } from "../../state/selections.ts";
import { useSurface } from "../../state/surface.ts";
import { useViewFields } from "../../state/view-store.ts";
import { formatDms } from "../../ui/dms.ts";
import { formatNumber, formatPosition } from "../../ui/quantities.ts";
import { CopyButton } from "../detail/copy-button.tsx";
import { countInView } from "./count-in-view.ts";
import styles from "./status-line.module.css";

/** Where the pointer is, how near the map is, and how much it shows. */
export function StatusLine() {
  const words = useWords(STATUS_WORDS);
  const language = useLanguage();
  const zoom = useSurface((surface) => surface.zoom);
  const state = useLedgers((ledgers) => ledgers.state);
  const connected = useLedgers((ledgers) => ledgers.connected);
  const count = useCountInView();
  return (
    <section className={styles.line} aria-label={words.label}>
      <Coordinates />
      <span className={styles.part} title={words.zoomHint}>
        {words.zoom(formatNumber(zoom, language, 1))}
      </span>
      <span className={styles.part} title={words.inViewHint}>
        {words.inView(count === null ? "–" : formatNumber(count, language))}
      </span>
      {state === "loading" && <span className={styles.part}>{words.loading}</span>}
      {!connected && <span className={styles.offline}>⚠ {words.offline}</span>}
    </section>
  );
}

/** Only this follows the pointer. Beside the map it stands for the map's middle, which can then be copied. */
function Coordinates() {
  const words = useWords(STATUS_WORDS);
  const pointer = useSurface((surface) => surface.pointer);
  const map = useSurface((surface) => surface.map);
  const [isDms, setDms] = useState(false);
  const { camera } = useViewFields("camera");
  const at = pointer ?? (camera ? ([camera.lon, camera.lat] as const) : null);
  useCopyKey();
  if (!at || !map) return null;
  return (
    <>
      <span className={styles.what}>{pointer ? words.pointer : words.center}</span>
      <button
        type="button"
        className={styles.position}
        title={isDms ? words.degrees : words.dms}
        onClick={() => setDms(!isDms)}
      >
        {isDms ? formatDms(at) : formatPosition(at)}
      </button>
      <CopyButton text={copied(at)} label={words.copy} />
    </>
  );
}

/** As the search box and most other programs read it. */
const copied = ([lon, lat]: readonly [number, number]): string => `${lon.toFixed(6)}, ${lat.toFixed(6)}`;

/** A pointer that goes to the button takes the position along: the key copies it where it is. */
function useCopyKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, [contenteditable], [role=dialog]"))
        return;
      const { pointer, map } = useSurface.getState();
      const at = pointer ?? (map ? ([map.camera.lon, map.camera.lat] as const) : null);
      // Where there is no clipboard, the button says so; a key must not open a dialog.
      if (at) void navigator.clipboard?.writeText(copied(at)).catch(() => undefined);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function useCountInView(): number | null {
  const ledgers = useLedgers((ledgersNow) => ledgersNow.layers);
  const bounds = useSurface((surface) => surface.bounds);
  const { layers, filters, time } = useViewFields("layers", "filters", "time");
  return useMemo(() => {
    if (!bounds) return null;
    return ledgers
      .filter(({ definition }) => layers.includes(definition.id))
      .reduce(
        (sum, { definition, snapshot }) =>
          sum + countInView(snapshot, selectRows(definition, snapshot, { filters, time }).rows, bounds),
        0,
      );
  }, [ledgers, bounds, layers, filters, time]);
}
