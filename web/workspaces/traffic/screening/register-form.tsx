import { App, Button, Input, type InputRef } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { CrashCounts, SitePlace } from "#data/traffic/site.ts";
import { ApiProblem } from "../../../api.ts";
import { type RegisterWord, registerBlackSpot } from "../../../api-black-spots.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import type { SiteBasis } from "./register-basis.ts";
import styles from "./site.module.css";

export type { SiteBasis } from "./register-basis.ts";

/** Takes the open site into the register under the name of who registers it, and opens the entry. */
export function RegisterForm(props: { place: SitePlace; counts: CrashCounts; basis: SiteBasis; onClose: () => void }) {
  const { place, counts, basis, onClose } = props;
  const words = useWords(SCREENING_WORDS);
  const { message } = App.useApp();
  const name = usePerson((person) => person.name);
  const [by, setBy] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const id = useId();
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    if (by.trim() === "") return setProblem(words.nameNeeded);
    setPerson(by.trim());
    setSaving(true);
    try {
      const { entry } = await registerBlackSpot(wordOf(place, counts, basis, by.trim()));
      void message.success(words.registered(place.label));
      changeTraffic({ part: "register", entry: entry.id });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(words.notRegistered(error.status === 409 ? words.alreadyRegistered : error.message));
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      className={styles.register}
      aria-label={words.registerTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className={styles.soft}>{words.registerHint}</p>
      <label htmlFor={id}>{words.registeredBy}</label>
      <Input
        ref={field}
        id={id}
        size="small"
        maxLength={LONGEST_PERSON}
        value={by}
        aria-invalid={problem !== null}
        {...(problem !== null && { status: "error" as const })}
        onChange={({ target }) => {
          setBy(target.value);
          setProblem(null);
        }}
      />
      <Button size="small" type="primary" htmlType="submit" loading={isSaving}>
        {words.save}
      </Button>
      <Button size="small" onClick={onClose}>
        {words.cancel}
      </Button>
      {problem !== null && (
        <p role="alert" className={styles.wrong}>
          {problem}
        </p>
      )}
    </form>
  );
}

function wordOf(place: SitePlace, counts: CrashCounts, basis: SiteBasis, by: string): RegisterWord {
  const { site, label, geometry, route } = place;
  return {
    by,
    on: localDayOf(new Date()),
    site,
    label,
    geometry: geometry as RegisterWord["geometry"],
    road: route && { code: route.code, name: route.name },
    basis: { ...basis, counts: { ...counts } },
  };
}
