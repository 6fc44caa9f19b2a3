import type { ReactNode } from "react";
import { serverNow } from "../../../state/wall.ts";
import styles from "./figures.module.css";
import { openList } from "./opened.ts";
import { useSceneId } from "./scene-id.ts";

/** A figure that opens the list of what is behind it. */
export function FigureButton(props: {
  panel: string;
  figure: string;
  /** Where the button itself says nothing. */
  label?: string;
  children: ReactNode;
}) {
  const { panel, figure, label, children } = props;
  const scene = useSceneId();
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={label}
      data-figure={`${panel}/${figure}`}
      onClick={() => openList({ scene, panel, figure }, serverNow())}
    >
      {children}
    </button>
  );
}
