import { Button, DatePicker, Input, Select } from "antd";
import type { Dayjs } from "dayjs";
import dayjs from "dayjs";
import { useRef, useState } from "react";
import type { ApiProblem } from "../../../api.ts";
import { makeToken } from "../../../api-screen.ts";
import type { ScreenEntry } from "../../../api-wall.ts";
import { SCREEN_SETTINGS_WORDS } from "../../../messages/screen-settings.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useView } from "../../../state/view-store.ts";
import { useWall } from "../../../state/wall.ts";
import styles from "./screen-settings.module.css";
import { toNetworks } from "./token-state.ts";
import { Trouble } from "./trouble.tsx";
import { useDeed } from "./use-deed.ts";

/** Makes a token, for which scenes, from where and until when, and shows its address the one time that it can be shown. */
export function MakeToken({ screen: { id }, onMade }: { screen: ScreenEntry; onMade: () => void }) {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const title = useTitle();
  const scenes = useWall((wall) => wall.scenes);
  const [chosen, setChosen] = useState<string[]>([]);
  const [networks, setNetworks] = useState("");
  const [lastDay, setLastDay] = useState<Dayjs | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const textOf = ({ errors }: ApiProblem): string | null => {
    const place = /^networks\[(\d+)\]$/.exec(errors[0]?.field ?? "")?.[1];
    return place === undefined ? null : words.networkRefused(toNetworks(networks)[Number(place)] ?? "");
  };
  const { act, problem, isDoing } = useDeed(textOf);
  const make = () =>
    act(async (by) => {
      setAddress(null);
      const { token } = await makeToken(id, {
        scenes: chosen.length === 0 ? null : chosen,
        networks: toNetworks(networks),
        expiresAt: lastDay?.endOf("day").toISOString() ?? null,
        by,
      });
      setAddress(addressOf(token));
      onMade();
      setChosen([]);
      setNetworks("");
      setLastDay(null);
    });
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Select
        mode="multiple"
        size="large"
        value={chosen}
        placeholder={words.allScenes}
        aria-label={words.scenesOf}
        options={scenes.map((scene) => ({ value: scene.id, label: title(scene.title) }))}
        showSearch={{ optionFilterProp: "label" }}
        onChange={setChosen}
      />
      <p className={styles.hint}>{words.scenesHint}</p>
      <Input
        size="large"
        value={networks}
        maxLength={1_000}
        placeholder={words.networks}
        aria-label={words.networks}
        onChange={({ target }) => setNetworks(target.value)}
      />
      <p className={styles.hint}>{words.networksHint}</p>
      <DatePicker
        size="large"
        value={lastDay}
        placeholder={words.expiry}
        aria-label={words.expiry}
        minDate={dayjs()}
        onChange={setLastDay}
      />
      <Button type="primary" htmlType="submit" disabled={isDoing}>
        {words.make}
      </Button>
      <Trouble text={problem} />
      {address !== null && <MadeAddress address={address} />}
    </form>
  );
}

/** As a screen opens it; in the language of the console, and dark as walls are. */
function addressOf(token: string): string {
  const { language } = useView.getState();
  return `${location.origin}/screen?${language === "zh" ? "" : `lang=${language}&`}theme=dark#token=${token}`;
}

/** The address is in nobody's keeping but that of whoever copies it now. */
function MadeAddress({ address }: { address: string }) {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const text = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied("yes");
    } catch {
      // No clipboard (an insecure address, say): what is selected is copied by hand.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setCopied("refused");
    }
  };
  return (
    <output className={styles.made}>
      <span>{words.made}</span>
      <code ref={text}>{address}</code>
      <Button onClick={() => void copy()}>{copied === "yes" ? words.copied : words.copy}</Button>
      {copied === "refused" && <span className={styles.hint}>{words.copyRefused}</span>}
    </output>
  );
}
