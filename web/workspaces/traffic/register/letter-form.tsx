import { FileWordOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { ApiProblem } from "../../../api.ts";
import { type BlackSpotEntry, fetchLetter } from "../../../api-black-spots.ts";
import { saveFile } from "../../../export/write-export.ts";
import { REGISTER_WORDS } from "../../../messages/traffic-register.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import { useSurface } from "../../../state/surface.ts";
import { type CrashQuestion, crashQuestion } from "../../../state/traffic.ts";
import { dayAfter } from "../effect/effect-question.ts";
import { diagramPicture } from "./diagram-picture.ts";
import styles from "./register.module.css";
import { linesOf } from "./word-draft.ts";

/** Over the period in which the spot was found; without one, over that of the page. */
function crashesOf({ periodFrom, periodTo }: BlackSpotEntry): CrashQuestion {
  const { today, ...asked } = crashQuestion();
  return periodFrom && periodTo ? { from: periodFrom, to: dayAfter(periodTo), today } : { ...asked, today };
}

/** The letter that proposes a treatment to whoever keeps the road, with the map as it is seen now. */
export function LetterForm({ entry }: { entry: BlackSpotEntry }) {
  const { letter: words } = useWords(REGISTER_WORDS);
  const language = useLanguage();
  const id = useId();
  const by = usePerson(({ name }) => name).trim();
  const [addressee, setAddressee] = useState("");
  const [measures, setMeasures] = useState("");
  const [outcome, setOutcome] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const make = async () => {
    if (addressee.trim() === "" || by === "") return setOutcome(words.missing);
    setMaking(true);
    try {
      const map = await useSurface.getState().map?.picture();
      // The same crashes for the drawing and for the tables that the server makes.
      const diagnosis = crashesOf(entry);
      const diagram = entry.site && (await diagramPicture(entry.site, diagnosis, language));
      const titles = linesOf(measures).map((title) => ({ title }));
      const word = {
        lang: language,
        addressee: addressee.trim(),
        by,
        measures: titles,
        diagnosis: { ...diagnosis },
        ...(map && { map }),
        ...(diagram && { diagram }),
      };
      const file = await fetchLetter(entry.id, word);
      saveFile({ name: file.name, blob: file });
      setOutcome(null);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setOutcome(words.failed(error.message));
    } finally {
      setMaking(false);
    }
  };
  return (
    <>
      <h4>{words.title}</h4>
      <form
        className={styles.form}
        aria-label={words.title}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <label htmlFor={`${id}to`}>{words.addressee}</label>
        <Input
          id={`${id}to`}
          size="small"
          maxLength={200}
          value={addressee}
          onChange={({ target }) => setAddressee(target.value)}
        />
        <label htmlFor={`${id}measures`}>{words.measures}</label>
        <Input.TextArea
          id={`${id}measures`}
          rows={2}
          value={measures}
          onChange={({ target }) => setMeasures(target.value)}
        />
        <p className={`${styles.wide} ${styles.soft}`}>{words.hint}</p>
        <div className={styles.wide}>
          <Button size="small" htmlType="submit" icon={<FileWordOutlined />} loading={isMaking}>
            {words.make}
          </Button>{" "}
          {outcome && <output className={styles.bad}>{outcome}</output>}
        </div>
      </form>
    </>
  );
}
