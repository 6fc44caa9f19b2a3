import { useMemo } from "react";
import { getLayer } from "#data/layers/index.ts";
import { countFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { findUnusableSources } from "#data/wall/water-service.ts";
import { SCREEN_WATER_WORDS } from "../../../messages/screen-water.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { NameListPanel, nameListHeightEm } from "../name-list-panel.tsx";
import type { PanelRoom } from "../panels.tsx";
import { useWater } from "./use-water.ts";

export const UNUSABLE_PANEL_LEAST_EM = nameListHeightEm(3);

/** The water sources that nobody shall run to, by name: what is wrong, and when it was seen. */
export function UnusablePanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_WATER_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const today = useToday();
  const water = useWater();
  const sources = useMemo(() => (water ? findUnusableSources(water) : []), [water]);
  const unknown = useMemo(
    () => (water ? countFigure(LEDGER_FIGURES["water-unusable"], water, today).unknown : 0),
    [water, today],
  );
  const states = getLayer("water-sources").attributes.state;
  const stateOf = (code: string) => {
    const value = states?.type === "code" ? states.values.find((each) => each.code === code) : undefined;
    return value ? title(value.title) : code;
  };
  return (
    <NameListPanel
      id="water-unusable"
      heightEm={heightEm}
      figure="water-unusable"
      layers={["water-sources"]}
      lines={sources.map(({ id, code, name, state, seenOn }) => ({
        id,
        what: stateOf(state),
        name: name || code,
        last: seenOn === null ? words.noDay : words.seenOn(seenOn),
      }))}
      none={words.allUsable}
      notes={[
        ...(sources.length > 0 ? [words.longestFirst] : []),
        ...(unknown > 0
          ? [{ figure: "water-unusable", text: words.stateUnknown(formatNumber(unknown, language)) }]
          : []),
      ]}
    />
  );
}
