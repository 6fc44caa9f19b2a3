import { useSpacing } from "../../../state/spacing.ts";

/** The answer that the page shows. */
export const useChecked = () => useSpacing();
