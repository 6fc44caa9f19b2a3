import { Input } from "antd";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import { startWall } from "../../../state/wall.ts";
import { AlarmDesk } from "./alarm-desk.tsx";
import { useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";
import { FiguresPad } from "./figures-pad.tsx";
import { HangScreen } from "./hang-screen.tsx";
import { MapPad } from "./map-pad.tsx";
import { ProgramPad } from "./program-pad.tsx";
import { ScreenCards } from "./screen-cards.tsx";
import { ScreenLoginBar } from "./screen-login-bar.tsx";

startWall();

/** The console of the wall, on a tablet: which screens, and what they show. */
export function ControlPage() {
  const words = useWords(CONTROL_WORDS);
  const connected = useLedgers((state) => state.connected);
  const name = usePerson((person) => person.name);
  return (
    <main className={styles.page}>
      <header className={styles.top}>
        <h1>{words.title}</h1>
        {!connected && (
          <span role="alert" className={styles.problem}>
            {words.disconnected}
          </span>
        )}
        <ScreenLoginBar />
        <Problem />
        <Input
          size="large"
          className={styles.person!}
          value={name}
          maxLength={LONGEST_PERSON}
          placeholder={words.person}
          aria-label={words.person}
          autoComplete="name"
          onChange={({ target }) => setPerson(target.value)}
        />
      </header>
      <div className={styles.left}>
        <ScreenCards />
        <HangScreen />
      </div>
      <div className={styles.right}>
        <AlarmDesk />
        <ProgramPad />
        <FiguresPad />
        <MapPad />
      </div>
    </main>
  );
}

/** Why the last command was not carried out. */
function Problem() {
  const words = useWords(CONTROL_WORDS);
  const problem = useChosen((chosen) => chosen.problem);
  const isNamed = usePerson((person) => person.name.trim() !== "");
  const hasChosen = useChosen(({ ids }) => ids.length > 0);
  // What was missing has been given since: the next command will say whether it was enough.
  if (problem === null || (problem === "nobody" && isNamed) || (problem === "none" && hasChosen)) return null;
  const text = problem === "nobody" ? words.sayWho : problem === "none" ? words.chooseScreen : problem.text;
  return (
    <span role="alert" className={styles.problem}>
      {text}
    </span>
  );
}
