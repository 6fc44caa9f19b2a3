import { UndoOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, InputNumber, Tooltip } from "antd";
import type { GradePlace } from "#data/analyses/grade-results.ts";
import { PEOPLE_LAYERS, type PeopleLayer } from "#data/analyses/hazard-people.ts";
import { getLayer } from "#data/layers/index.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { metres } from "../../../ui/quantities.ts";
import styles from "./grading.module.css";
import { correct, useGrading } from "./grading-state.ts";

/** Near enough to see a house. */
const ZOOM = 17;

/** One place: taken out or put in by its box, another number by typing it. */
export function PlaceRow({ place }: { place: GradePlace }) {
  const words = useWords(GRADING_WORDS).places;
  const title = useTitle();
  const kind = useKind(place);
  const { id, code, name, people, ledgerPeople, distanceM, why, counted, partly, position, note } = place;
  const layer = place.layer as PeopleLayer;
  const called = name || code;
  const isCorrected = why === "corrected";
  // What a person has just said holds at once, though the grade that follows from it is still being reckoned.
  const said = useGrading(({ corrections }) => corrections.find((each) => each.layer === layer && each.id === id));
  const isIn = said ? said.people > 0 : isCorrected ? people! > 0 : counted;
  return (
    <tr data-counted={isIn}>
      <td>
        <Checkbox
          aria-label={words.countsOf(called)}
          checked={isIn}
          disabled={!isIn && ledgerPeople === null}
          onChange={({ target }) => correct(layer, id!, { people: target.checked ? (ledgerPeople ?? 0) : 0 })}
        />
      </td>
      <td>
        <button
          type="button"
          className={styles.place}
          onClick={() => position && goToPlace([position[0], position[1]], ZOOM)}
        >
          {called}
        </button>
        <small className={why === "people-unknown" ? styles.warn : styles.soft}>
          {[title(getLayer(layer).title), kind, words.why[why], partly && words.partly].filter(Boolean).join(" · ")}
        </small>
        {isCorrected && (
          <Input
            size="small"
            aria-label={words.note}
            placeholder={words.note}
            maxLength={500}
            defaultValue={note ?? ""}
            onBlur={({ target }) => correct(layer, id!, { note: target.value })}
          />
        )}
      </td>
      <td className={styles.number}>{distanceM === 0 ? words.inside : metres(distanceM!)}</td>
      <td className={styles.number}>
        <InputNumber
          size="small"
          className={styles.people}
          aria-label={words.numberOf(called)}
          placeholder={words.unknown}
          min={0}
          max={1_000_000}
          precision={0}
          value={people}
          onChange={(value) => value !== null && correct(layer, id!, { people: value })}
        />
        {isCorrected && (
          <Tooltip title={words.reset}>
            <Button
              size="small"
              type="text"
              icon={<UndoOutlined />}
              aria-label={words.reset}
              onClick={() => correct(layer, id!, null)}
            />
          </Tooltip>
        )}
        {isCorrected && (
          <small className={styles.soft}>
            {words.ledger(ledgerPeople === null ? words.unknown : String(ledgerPeople))}
          </small>
        )}
      </td>
    </tr>
  );
}

/** What the registry calls the kind of the place. */
function useKind({ layer, kind }: GradePlace): string | null {
  const title = useTitle();
  if (layer === null || kind === null) return null;
  const attribute = getLayer(layer).attributes[PEOPLE_LAYERS[layer as PeopleLayer].kind];
  const code = attribute?.type === "code" ? attribute.values.find((each) => each.code === kind) : undefined;
  return code ? title(code.title) : kind;
}
