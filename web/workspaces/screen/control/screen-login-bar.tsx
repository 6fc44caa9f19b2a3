import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { ApiProblem } from "../../../api.ts";
import { fetchScreenSession, logOutScreen, refusalOf } from "../../../api-screen.ts";
import { SCREEN_SETTINGS_WORDS } from "../../../messages/screen-settings.ts";
import { useWords } from "../../../messages/words.ts";
import { queries } from "../../../state/queries.ts";
import styles from "./screen-settings.module.css";

/** Somebody tried a screen's address in this browser, which then may only read: why nothing works here, and the way out. */
export function ScreenLoginBar() {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const { data: session, error } = useQuery({ queryKey: ["screen-session"], queryFn: fetchScreenSession }, queries);
  const isRefused = error instanceof ApiProblem && refusalOf(error) !== null;
  if (!session && !isRefused) return null;
  const leave = async () => {
    await logOutScreen();
    location.reload();
  };
  return (
    <p role="alert" className={styles.loginBar}>
      <span>{session ? words.isScreen(session.screen.name) : words.isRefused}</span>
      <Button onClick={() => void leave()}>{words.logOut}</Button>
    </p>
  );
}
