import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import { ApiProblem } from "../../../api.ts";
import { addPhotograph, type BlackSpotFile, photographAddress } from "../../../api-black-spots.ts";
import { REGISTER_WORDS } from "../../../messages/traffic-register.ts";
import { useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import styles from "./register.module.css";
import { rereadRegister } from "./register-queries.ts";

/** Pictures of the place, as the register keeps them. */
export function SpotPhotographs({ file: { entry, photographs } }: { file: BlackSpotFile }) {
  const { photographs: words } = useWords(REGISTER_WORDS);
  const by = usePerson(({ name }) => name);
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const add = async (picture: File) => {
    if (by.trim() === "") return setOutcome(words.by);
    try {
      await addPhotograph(entry.id, picture, { by: by.trim(), caption: picture.name.slice(0, 120) });
      setOutcome(null);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setOutcome(words.refused(error.status) ?? error.message);
    } finally {
      await rereadRegister();
    }
  };
  return (
    <>
      <h4>{words.title}</h4>
      {photographs.length === 0 && <p className={styles.soft}>{words.none}</p>}
      <ul className={styles.photographs}>
        {photographs.map(({ id, caption, takenOn }) => (
          <li key={id}>
            <a href={photographAddress(entry.id, id)} target="_blank" rel="noreferrer">
              <img src={photographAddress(entry.id, id)} alt={words.alt(caption ?? takenOn ?? "")} />
            </a>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        hidden
        aria-label={words.add}
        onChange={({ target }) => {
          const [picture] = target.files ?? [];
          target.value = "";
          if (picture) void add(picture);
        }}
      />
      <p className={styles.actions}>
        <Button size="small" icon={<PlusOutlined />} onClick={() => input.current?.click()}>
          {words.add}
        </Button>
        <span className={styles.soft}>{words.limits}</span>
        {outcome && <output className={styles.bad}>{outcome}</output>}
      </p>
    </>
  );
}
