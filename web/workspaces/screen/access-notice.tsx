import { SCREEN_ACCESS_WORDS } from "../../messages/screen-access.ts";
import type { ScreenAccess } from "../../state/screen-access.ts";
import styles from "./kiosk.module.css";

/** Instead of everything else: nothing was read yet, or nothing may be. Whoever stands before it reads one of the two languages. */
export function AccessNotice({ access }: { access: Extract<ScreenAccess, { kind: "asking" | "withdrawn" }> }) {
  return (
    <main className={styles.notice} role={access.kind === "withdrawn" ? "alert" : "status"}>
      {(["zh", "en"] as const).map((language) => (
        <section key={language} lang={language === "zh" ? "zh-CN" : "en"}>
          <Words language={language} access={access} />
        </section>
      ))}
    </main>
  );
}

function Words({ language, access }: { language: "zh" | "en"; access: Parameters<typeof AccessNotice>[0]["access"] }) {
  const words = SCREEN_ACCESS_WORDS[language];
  if (access.kind === "asking") return <p>{words.asking}</p>;
  return (
    <>
      <h1>{words.withdrawn}</h1>
      <p>{words.reasons[access.reason ?? "left"]}</p>
      <p>{words.withdrawnHint}</p>
    </>
  );
}
