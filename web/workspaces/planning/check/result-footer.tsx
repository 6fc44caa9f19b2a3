import { Tooltip } from "antd";
import { getLayer } from "#data/layers/index.ts";
import { PAGE_WORDS } from "../../../messages/page.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useRules } from "../../../state/rules.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { useChecked } from "./use-checked.ts";

/** On what the answer stands: the day of the data, the edition of the rules, and the revisions of the layers. */
export function ResultFooter() {
  const words = useWords(PLANNING_WORDS).result;
  const page = useWords(PAGE_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { answer } = useChecked();
  const edition = useRules((rules) => rules.book.edition);
  const day = useLedgers(({ layers }) =>
    layers.reduce<string>(
      (latest, { snapshot: { dataDate } }) => (dataDate && dataDate > latest ? dataDate : latest),
      "",
    ),
  );
  const isDemo = useLedgers(({ zone }) => zone?.demo === true);
  const revisions = Object.entries(answer?.revisions ?? {});
  return (
    <>
      {isDemo && `${page.demo} · `}
      {words.footer(day || page.unknown, answer?.ruleEdition ?? edition)}
      {revisions.length > 0 && (
        <>
          {" · "}
          <Tooltip
            title={revisions.map(([id, revision]) => (
              <div key={id}>
                {title(getLayer(id).title)} r{revision}
              </div>
            ))}
          >
            <span>{words.revisions}</span>
          </Tooltip>
        </>
      )}
      {answer && ` · ${words.took(formatNumber(answer.tookMs, language, 1))}`}
    </>
  );
}
