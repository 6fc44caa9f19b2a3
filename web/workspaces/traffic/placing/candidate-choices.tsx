import { Input } from "antd";
import { useId } from "react";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import styles from "./card.module.css";
import { letterOf } from "./letters.ts";
import type { QueueRow } from "./queue-rows.ts";
import { type Choice, changeDraft, NO_DRAFT, useSettling } from "./settling.ts";

const COLUMNS = ["place", "offset", "stake", "score"] as const;

/** The candidates with how well they fit, another road and stake, or no road: one of them. */
export function CandidateChoices({ opened, statusId }: { opened: QueueRow; statusId: string }) {
  const words = useWords(PLACING_WORDS);
  const language = useLanguage();
  const { choice, typed } = useSettling(({ drafts }) => drafts[opened.id] ?? NO_DRAFT);
  const name = useId();
  const { id, finding } = opened;
  const choose = (next: Choice) => changeDraft(id, { choice: next, finding });
  const candidates = finding?.candidates ?? [];
  return (
    <div className={styles.choices} role="radiogroup" aria-label={words.question}>
      {candidates.length > 0 && (
        <table className={styles.candidates}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={styles[column]}
                  title={column === "score" ? words.scoreHint : undefined}
                >
                  {column === "place" ? words.question : words.candidateColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidates.map(({ route, label, stakeM, offsetM, score, isStatedRoad, stakeApartM }, index) => (
              <tr key={`${route}${stakeM}`}>
                <td>
                  <label>
                    <input
                      type="radio"
                      name={name}
                      aria-label={words.choose(letterOf(index), label)}
                      checked={choice?.kind === "candidate" && choice.route === route && choice.stakeM === stakeM}
                      onChange={() => choose({ kind: "candidate", route, stakeM })}
                    />
                    <b className={styles.letter}>{letterOf(index)}</b>
                    <span>
                      {label}
                      {isStatedRoad === true && <small> {words.namedRoad}</small>}
                    </span>
                  </label>
                </td>
                <td className={styles.number}>{metres(offsetM)}</td>
                <td className={styles.number}>{stakeApartM === null ? "—" : metres(stakeApartM)}</td>
                <td className={styles.number}>{formatNumber(score, language, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.choice}>
        <label>
          <input
            type="radio"
            name={name}
            checked={choice?.kind === "typed"}
            onChange={() => choose({ kind: "typed" })}
          />
          {words.typed}
        </label>
        <Input
          size="small"
          aria-label={words.typedField}
          aria-describedby={statusId}
          placeholder={words.typedHint}
          maxLength={80}
          value={typed}
          onChange={({ target }) => changeDraft(id, { choice: { kind: "typed" }, typed: target.value, finding })}
        />
      </div>
      <div className={styles.choice}>
        <label>
          <input
            type="radio"
            name={name}
            checked={choice?.kind === "off-road"}
            onChange={() => choose({ kind: "off-road" })}
          />
          {words.notOnRoad}
        </label>
        <small className={styles.soft}>{words.notOnRoadHint}</small>
      </div>
    </div>
  );
}
