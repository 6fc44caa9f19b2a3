import styles from "./screen-settings.module.css";

/** Why something was not done. */
export function Trouble({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <p role="alert" className={styles.trouble}>
      {text}
    </p>
  );
}
