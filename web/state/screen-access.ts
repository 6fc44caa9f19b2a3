import { create } from "zustand";
import { ApiProblem } from "../api.ts";
import { fetchScreenSession, logInScreen, refusalOf, type ScreenSession, type TokenRefusal } from "../api-screen.ts";
import { useLedgers } from "./ledgers.ts";
import { markWithdrawn, type ScreenFragment, unmarkWithdrawn } from "./screen-token.ts";

/** What this page may show, and as whom. */
export type ScreenAccess =
  /** The server has not answered yet. */
  | { readonly kind: "asking" }
  /** Nobody logged in: the address says which screen this is. */
  | { readonly kind: "open" }
  | { readonly kind: "screen"; readonly session: ScreenSession }
  /** It shows nothing. `reason` is `null` where the login is gone. */
  | { readonly kind: "withdrawn"; readonly reason: TokenRefusal | null };

export const useScreenAccess = create<ScreenAccess>(() => ({ kind: "asking" }));

/** Who this screen is; `null`: nobody logged in. */
export const sessionOf = (access: ScreenAccess): ScreenSession | null =>
  access.kind === "screen" ? access.session : null;

/** A server that is away or starting is asked again this often. */
const AGAIN_MS = 1_500;

/** A screen that was refused asks whether it may again. */
const ASK_AGAIN_MS = 30_000;

/** @returns what the server says of this browser, once it answers. */
async function ask(question: () => Promise<ScreenSession | null>): Promise<ScreenSession | null | TokenRefusal> {
  for (;;) {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const refusal = refusalOf(error);
      if (refusal !== null) return refusal;
    }
    await pause(AGAIN_MS);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Goes on when this page may show something: at once, or when the screen is let in. */
export async function enterAsScreen({ token, isWithdrawn }: ScreenFragment): Promise<void> {
  const isScreen = token !== null || isWithdrawn;
  for (;;) {
    const answer = await ask(token === null ? fetchScreenSession : () => logInScreen(token));
    if (answer !== null && typeof answer === "object") {
      unmarkWithdrawn();
      useScreenAccess.setState({ kind: "screen", session: answer }, true);
      followLine();
      return;
    }
    if (answer === null && !isScreen) return useScreenAccess.setState({ kind: "open" }, true);
    markWithdrawn();
    useScreenAccess.setState({ kind: "withdrawn", reason: answer }, true);
    await pause(ASK_AGAIN_MS);
  }
}

let isLooking = false;

/** A line that ends is how a screen hears that it is no longer let in; or the server is away, and says so when it is back. */
function followLine(): void {
  useLedgers.subscribe(({ connected }, before) => {
    if (connected || !before.connected || isLooking) return;
    isLooking = true;
    void ask(fetchScreenSession).then((answer) => {
      isLooking = false;
      if (answer !== null && typeof answer === "object")
        useScreenAccess.setState({ kind: "screen", session: answer }, true);
      else withdraw(answer);
    });
  });
}

/** Opened anew, the page has forgotten everything that it showed, and asks for nothing but its login. */
function withdraw(reason: TokenRefusal | null): void {
  markWithdrawn();
  useScreenAccess.setState({ kind: "withdrawn", reason }, true);
  location.reload();
}
