import { MAP_PAD_WORDS } from "../../../messages/screen-map-pad.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./control.module.css";
import { LayerPad } from "./layer-pad.tsx";
import { PlacePad } from "./place-pad.tsx";
import { TimePad } from "./time-pad.tsx";

/** What the maps of the chosen screens show beside their scenes: a place, layers, a period; and what they show now. */
export function MapPad() {
  const words = useWords(MAP_PAD_WORDS);
  return (
    <section className={styles.pad} aria-label={words.map}>
      <header className={styles.head}>
        <h2>{words.map}</h2>
      </header>
      <PlacePad />
      <LayerPad />
      <TimePad />
    </section>
  );
}
