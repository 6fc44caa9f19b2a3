import { useMemo } from "react";
import { countFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { findOverdueServices } from "#data/wall/water-service.ts";
import { SCREEN_WATER_WORDS } from "../../../messages/screen-water.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { NameListPanel, nameListHeightEm } from "../name-list-panel.tsx";
import type { PanelRoom } from "../panels.tsx";
import { useWater } from "./use-water.ts";

export const OVERDUE_PANEL_LEAST_EM = nameListHeightEm(3);

/** The water sources whose service is overdue, by name, the longest first. */
export function OverduePanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_WATER_WORDS);
  const language = useLanguage();
  const today = useToday();
  const water = useWater();
  const services = useMemo(() => (water ? findOverdueServices(water, today) : []), [water, today]);
  const unknown = useMemo(
    () => (water ? countFigure(LEDGER_FIGURES["water-service-overdue"], water, today).unknown : 0),
    [water, today],
  );
  const number = (value: number) => formatNumber(value, language);
  return (
    <NameListPanel
      id="water-overdue"
      heightEm={heightEm}
      figure="water-service-overdue"
      layers={["water-sources"]}
      lines={services.map(({ id, code, name, dueOn, daysOver }) => ({
        id,
        what: dueOn,
        name: name || code,
        last: words.daysOver(number(daysOver)),
        tone: "bad",
      }))}
      none={words.noneOverdue}
      notes={[
        ...(services.some(({ isStated }) => !isStated) ? [words.reckoned] : []),
        ...(unknown > 0 ? [{ figure: "water-service-overdue", text: words.serviceUnknown(number(unknown)) }] : []),
      ]}
    />
  );
}
