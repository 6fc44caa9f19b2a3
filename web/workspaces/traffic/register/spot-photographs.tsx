import { PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useRef, useState } from "react";
import { ApiProblem } from "../../../api.ts";
import { addPhotograph, type BlackSpotFile, photographAddress, withdrawPhotograph } from "../../../api-black-spots.ts";
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
  const keep = async (change: (by: string) => Promise<unknown>) => {
    if (by.trim() === "") return setOutcome(words.by);
    try {
      await change(by.trim());
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
            <Withdrawal
              name={caption ?? takenOn ?? ""}
              onWithdraw={(reason) => void keep((person) => withdrawPhotograph(entry.id, id, { by: person, reason }))}
            />
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
          if (picture)
            void keep((person) =>
              addPhotograph(entry.id, picture, { by: person, caption: picture.name.slice(0, 120) }),
            );
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

const LONGEST_REASON = 300;

/** Takes a photograph out of the file, with the reason that the register keeps. */
function Withdrawal({ name, onWithdraw }: { name: string; onWithdraw: (reason: string) => void }) {
  const { photographs: words } = useWords(REGISTER_WORDS);
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <Button size="small" type="link" aria-label={words.withdrawNamed(name)} onClick={() => setReason("")}>
        {words.withdraw}
      </Button>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") onWithdraw(reason.trim());
      }}
    >
      <Input
        size="small"
        autoFocus
        value={reason}
        maxLength={LONGEST_REASON}
        placeholder={words.withdrawReason}
        aria-label={words.withdrawReason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={({ key }) => key === "Escape" && setReason(null)}
      />
      <Button size="small" htmlType="submit" disabled={reason.trim() === ""}>
        {words.withdraw}
      </Button>
    </form>
  );
}
