import { create } from "zustand";
import { useLedgers } from "./ledgers.ts";

/** Since when the line is broken on which changes come, milliseconds since 1970; `null`: it stands. */
export const useLineLost = create<{ readonly lostAt: number | null }>(() => ({ lostAt: null }));

useLedgers.subscribe(({ connected }, before) => {
  if (connected !== before.connected) useLineLost.setState({ lostAt: connected ? null : Date.now() });
});
