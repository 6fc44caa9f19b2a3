import { DeleteOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { findRow } from "../../../state/features.ts";
import { findLedger, useLedgers } from "../../../state/ledgers.ts";
import type { ProposalDraft } from "../../../state/proposal-draft.ts";
import { useRules } from "../../../state/rules.ts";
import { isHazardKind } from "../../../state/use-fields.ts";
import styles from "./check.module.css";
import { ClaimDialog } from "./claim-dialog.tsx";
import { useClaiming } from "./claiming.ts";
import { changeDraft } from "./variants.ts";

/** The reliefs that somebody claims for this proposal, each with what shows that its condition holds. */
export function ClaimSection({ draft }: { draft: ProposalDraft }) {
  const words = useWords(PLANNING_WORDS).claims;
  const title = useTitle();
  const reliefs = useRules((rules) => rules.reliefs);
  const asked = useClaiming((claiming) => claiming.asked);
  const { claims } = draft;
  // A relief is the hazard's: for what is to be protected it is claimed in the row of the neighbour that has it.
  const canClaimForAll = isHazardKind(draft.kind) && reliefs.size > 0;
  if (claims.length === 0 && !canClaimForAll) return asked && <ClaimDialog asked={asked} />;
  return (
    <section className={styles.section} aria-label={words.title}>
      <h3 className={styles.heading}>
        {words.title}
        {canClaimForAll && (
          <Button
            size="small"
            type="link"
            onClick={() => useClaiming.setState({ asked: { neighbour: null, reliefs: [...reliefs.values()] } })}
          >
            {words.add}
          </Button>
        )}
      </h3>
      {claims.length === 0 && <p className={styles.soft}>{words.none}</p>}
      <ul className={styles.claims}>
        {claims.map((claim, at) => {
          const relief = reliefs.get(claim.reductionId);
          return (
            <li key={`${claim.reductionId}${claim.neighbour?.id ?? ""}`}>
              <span>
                {relief ? `${relief.standard} ${relief.clause} ${title(relief.title)}` : claim.reductionId}
                <span className={styles.label}>
                  {" "}
                  {claim.neighbour ? words.forOne(nameOf(claim.neighbour)) : words.forAll}
                </span>
                <br />
                <span className={styles.label}>{words.line(claim.by, claim.evidence)}</span>
                {!relief && <span className={styles.warning}> {words.gone}</span>}
              </span>
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={words.remove}
                onClick={() => changeDraft({ claims: claims.filter((_, index) => index !== at) })}
              />
            </li>
          );
        })}
      </ul>
      {asked && <ClaimDialog asked={asked} />}
    </section>
  );
}

function nameOf({ layer, id }: { layer: string; id: string }): string {
  const row = findRow(useLedgers.getState().layers, { layer, id });
  const snapshot = findLedger(layer)?.snapshot;
  return (row !== null && (snapshot?.names.get(row) || snapshot?.codes.get(row))) || id;
}
