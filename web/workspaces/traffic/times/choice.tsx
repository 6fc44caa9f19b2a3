import { Segmented } from "antd";
import styles from "./times.module.css";

/** One of a few, with what is chosen before it. */
export function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  options: { value: Value; label: string; disabled?: boolean }[];
  onChange: (next: Value) => void;
}) {
  const { label, ...rest } = props;
  return (
    <span className={styles.choice}>
      {label}
      <Segmented<Value> size="small" aria-label={label} {...rest} />
    </span>
  );
}
