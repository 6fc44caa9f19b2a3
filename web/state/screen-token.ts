/** What of the address is for this page alone: a browser sends no fragment, and no log has one. */
export interface ScreenFragment {
  /** What the screen logs in with; `null`: its address has none. */
  readonly token: string | null;
  /** The page was opened as a screen that is no longer let in: without a login it stays dark. */
  readonly isWithdrawn: boolean;
}

const WITHDRAWN = "#withdrawn";

export function readFragment(hash: string): ScreenFragment {
  return { token: new URLSearchParams(hash.slice(1)).get("token") || null, isWithdrawn: hash === WITHDRAWN };
}

/** Takes the token out of the address, where a photograph of the wall would show it. */
export function takeFragment(): ScreenFragment {
  const fragment = readFragment(location.hash);
  if (fragment.token !== null) setFragment("");
  // A new token in the address of a page that stands is a new login.
  addEventListener("hashchange", () => {
    if (readFragment(location.hash).token !== null) location.reload();
  });
  return fragment;
}

/** Opened anew, the page is as dark as before. */
export const markWithdrawn = (): void => setFragment(WITHDRAWN);

export const unmarkWithdrawn = (): void => {
  if (location.hash === WITHDRAWN) setFragment("");
};

const setFragment = (hash: string): void =>
  history.replaceState(history.state, "", location.pathname + location.search + hash);
