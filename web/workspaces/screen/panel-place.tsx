import { type ComponentType, createContext, useContext, useLayoutEffect, useRef, useState } from "react";
import { type DrawnBody, lackOfRoom } from "./lack-of-room.ts";
import type { PanelRoom } from "./panels.tsx";
import { useTypePx } from "./type-context.ts";

/** Told of the body of a panel whenever that was drawn. */
const Drawn = createContext<(body: HTMLElement) => void>(() => {});

/**
 * Where a panel stands. A panel reckons its lines with the foot that it usually has; where words wrap onto more lines
 * than that, it is told of less height, so that it lists fewer and says how many more there are.
 */
export function PanelPlace({ Panel, heightEm }: { Panel: ComponentType<PanelRoom>; heightEm: number }) {
  const typePx = useTypePx();
  const [lack, setLack] = useState({ em: 0, of: heightEm });
  const last = useRef<DrawnBody | null>(null);
  const lackEm = lack.of === heightEm ? lack.em : 0;
  const onDrawn = ({ scrollHeight: contentPx, clientHeight: roomPx }: HTMLElement) => {
    const em = lackOfRoom(lackEm, last.current, { contentPx, roomPx }, typePx);
    last.current = { contentPx, roomPx };
    if (em !== lackEm) setLack({ em, of: heightEm });
  };
  return (
    <Drawn value={onDrawn}>
      <Panel heightEm={heightEm - lackEm} />
    </Drawn>
  );
}

/** @returns for the element of a panel's body. */
export function useDrawnBody() {
  const body = useRef<HTMLDivElement>(null);
  const onDrawn = useContext(Drawn);
  useLayoutEffect(() => {
    if (body.current) onDrawn(body.current);
  });
  return body;
}
