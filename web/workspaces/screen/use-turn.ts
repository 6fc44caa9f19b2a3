import { useEffect, useState } from "react";
import type { Standing } from "#data/wall/scene-at.ts";
import { serverNow } from "../../state/wall.ts";
import { turnAt } from "./turn-at.ts";

/** Which of the panels that share the last column have their turn; all screens that were told the same turn at the same moment. */
export function useTurn(turns: number, standing: Standing, dwellS: number, frozenAt: string | null): number {
  const [, setTick] = useState(0);
  const { until, because } = standing;
  const endsAt = because === "tour" ? until : null;
  const frozen = frozenAt === null ? null : Date.parse(frozenAt);
  const { turn, nextAt } = turnAt(turns, { endsAt, dwellS }, frozen ?? serverNow());
  const isStill = frozen !== null || turns < 2;
  useEffect(() => {
    if (isStill) return;
    const timer = setTimeout(() => setTick((last) => last + 1), Math.max(0, nextAt - serverNow()) + 1);
    return () => clearTimeout(timer);
  }, [isStill, nextAt]);
  return turn;
}
