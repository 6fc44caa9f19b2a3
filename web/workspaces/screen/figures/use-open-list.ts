import { useEffect, useReducer } from "react";
import { pointedAt } from "#data/wall/pointed-at.ts";
import type { Standing } from "#data/wall/scene-at.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { serverNow } from "../../../state/wall.ts";
import { useOpened } from "./opened.ts";

export interface OpenList {
  readonly panel: string;
  readonly figure: string;
  /** Milliseconds of the server's clock. */
  readonly until: number;
  /** Of the pointing at the console that opened it; `null`: a touch did. */
  readonly pointedAt: string | null;
}

/** The list that stands open on the scene: what was touched here last, or what the console points at. Both end with their time and scene. */
export function useOpenList(state: ScreenState, standing: Standing): OpenList | null {
  const { touched, closed } = useOpened();
  const [, again] = useReducer((count: number) => count + 1, 0);
  const open = openAt({ touched, closed }, state, standing, serverNow());
  useEffect(() => {
    if (open?.until === undefined) return;
    const timer = setTimeout(again, Math.max(0, open.until - serverNow()) + 1);
    return () => clearTimeout(timer);
  }, [open?.until]);
  // What the last scene had open is not open when the scene comes again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of scene is what ends it
  useEffect(() => () => useOpened.setState({ touched: null }), [standing.scene]);
  return open;
}

/** @param now - of the server's clock, by which both times are reckoned. */
export function openAt(
  { touched, closed }: ReturnType<typeof useOpened.getState>,
  state: ScreenState,
  standing: Standing,
  now: number,
): OpenList | null {
  const until = Math.min(touched?.until ?? 0, standing.until ?? Number.POSITIVE_INFINITY);
  if (touched && touched.scene === standing.scene && now < until)
    return { panel: touched.panel, figure: touched.figure, until, pointedAt: null };
  const pointed = pointedAt(state, standing, now);
  if (!pointed || pointed.at === closed) return null;
  return { panel: pointed.panel, figure: pointed.figure, until: pointed.until, pointedAt: pointed.at };
}
