import { Children, type ReactNode } from "react";
import { PANELS } from "#data/wall/panels.ts";
import type { Refusal } from "../../analysis/protocol.ts";
import { SCREEN_WORDS } from "../../messages/screen.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { DataAge, useIsStale } from "./data-age.tsx";
import { FigureButton } from "./figures/figure-button.tsx";
import { useLastGood } from "./last-good.ts";
import { PanelFrame } from "./panel-frame.tsx";

/** A line under the numbers; one that counts something opens its list. */
export type PanelNote = string | { readonly figure: string; readonly text: string };

/** A panel whose numbers an analysis makes: under them by which rule and of which days, and how old the ledgers are. */
export function AnswerPanel(props: {
  id: string;
  /** Whose age is said. */
  layers: readonly string[];
  refusal: Refusal | null;
  /** When the answer was good, where asking again has failed. */
  lastGoodAt?: number | null;
  notes: readonly PanelNote[];
  children: ReactNode;
}) {
  const { id, layers, refusal, lastGoodAt = null, notes, children } = props;
  const words = useWords(SCREEN_WORDS);
  const title = useTitle();
  const ledgers = useLedgers((state) => state.layers);
  const used = ledgers.filter(({ definition }) => layers.includes(definition.id));
  const isStale = useIsStale(used);
  const lastGood = useLastGood(used, lastGoodAt);
  return (
    <PanelFrame
      title={title(PANELS.find((panel) => panel.id === id)!.title)}
      isStale={isStale || lastGoodAt !== null}
      lastGood={lastGood}
      footer={
        <>
          {notes.map((note) =>
            typeof note === "string" ? (
              <span key={note}>{note}</span>
            ) : (
              <span key={note.figure}>
                <FigureButton panel={id} figure={note.figure}>
                  {note.text}
                </FigureButton>
              </span>
            ),
          )}
          <DataAge ledgers={used} />
        </>
      }
    >
      {refusal ? <p>{words.cannotTell(refusal.reason)}</p> : isEmpty(children) ? <p>{words.working}</p> : children}
    </PanelFrame>
  );
}

/** An answer that has not come yet draws nothing: an empty panel would look like one without findings. */
const isEmpty = (children: ReactNode): boolean => Children.toArray(children).length === 0;
