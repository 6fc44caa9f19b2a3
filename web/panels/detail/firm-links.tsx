import { useQuery } from "@tanstack/react-query";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { type FeatureLink, fetchLinks, sayLink } from "../../api.ts";
import { FIRM_LINK_WORDS } from "../../messages/firm-links.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { findRow } from "../../state/features.ts";
import { goToFeature, openFeature } from "../../state/go-to-feature.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { usePerson } from "../../state/person.ts";
import { queries } from "../../state/queries.ts";
import { metres } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import styles from "./detail-panel.module.css";

interface Props {
  readonly layer: string;
  readonly id: string;
}

/** The same firm in other ledgers: linked, never merged; a person's word goes before the likeness. */
export function FirmLinks({ layer, id }: Props) {
  const words = useWords(FIRM_LINK_WORDS);
  const revisions = useLedgers(({ layers }) =>
    layers.flatMap(({ definition, snapshot }) => (definition.firm ? [snapshot.revision] : [])).join(),
  );
  const { data, refetch } = useQuery(
    { queryKey: ["links", layer, id, revisions], queryFn: () => fetchLinks(layer, id) },
    queries,
  );
  if (!data) return null;
  return (
    <>
      <h4 className={styles.section}>{words.title}</h4>
      {data.length === 0 ? (
        <p className={styles.soft}>{words.none}</p>
      ) : (
        <ul className={styles.links}>
          {data.map((link) => (
            <LinkItem key={link.id} of={{ layer, id }} link={link} onSaid={() => void refetch()} />
          ))}
        </ul>
      )}
    </>
  );
}

interface ItemProps {
  readonly of: Props;
  readonly link: FeatureLink;
  onSaid(): void;
}

function LinkItem({ of, link, onSaid }: ItemProps) {
  const words = useWords(FIRM_LINK_WORDS);
  const title = useTitle();
  const person = usePerson(({ name }) => name);
  const ledgers = useLedgers(({ layers }) => layers);
  const [isDeciding, setDeciding] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ledger = ledgers.find(({ definition }) => definition.id === link.layer);
  const row = findRow(ledgers, link);
  const open = () => {
    if (!ledger || row === null) return;
    openFeature(ledger, row, false);
    goToFeature(ledger, row);
  };
  const say = async (same: boolean) => {
    try {
      await sayLink(of, link, same, person);
      setDeciding(false);
      setProblem(null);
      onSaid();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const state =
    link.same === null
      ? words.likely(Math.round(link.score * 100))
      : (link.same ? words.confirmed : words.rejected)(link.decidedBy ?? "");
  const facts = [...link.evidence.map((each) => words.evidence[each]), words.distance(metres(link.distanceM))];
  const choices = (
    <Tooltip title={person === "" ? words.needsName : ""}>
      <span className={styles.linkChoices}>
        <Button size="small" disabled={person === ""} onClick={() => void say(true)}>
          {words.same}
        </Button>
        <Button size="small" disabled={person === ""} onClick={() => void say(false)}>
          {words.notSame}
        </Button>
      </span>
    </Tooltip>
  );
  return (
    <li className={styles.link} data-rejected={link.same === false || undefined}>
      {ledger && <Swatch layer={ledger.definition} size={18} />}
      <div className={styles.names}>
        <button type="button" className={styles.linkName} onClick={open}>
          {link.name || link.code}
        </button>
        <div className={styles.soft}>
          {ledger && title(ledger.definition.title)} · {link.code} · {facts.join(" · ")}
        </div>
        <div className={styles.soft}>{problem ? `${words.failed}: ${problem}` : state}</div>
        {link.same === null || isDeciding ? (
          choices
        ) : (
          <Button size="small" type="link" onClick={() => setDeciding(true)}>
            {words.takeBack}
          </Button>
        )}
      </div>
    </li>
  );
}
