import type { ScreenCommand } from "#data/wall/command.ts";
import type { Scene } from "#data/wall/scene.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import type { Viewing } from "#data/wall/type-size.ts";
import type { Admission, Admittance, ScreenSession } from "./admittance.ts";

export type ScreenEventKind =
  | "added"
  | "changed"
  | "told"
  | "removed"
  | "token-made"
  | "token-revoked"
  | "admitted"
  | "refused";

/** A scene with what people made of it. */
export interface SceneEntry {
  readonly scene: Scene;
  /** `preset`: as the product has it. `changed`: a scene of the product that somebody has changed. `own`: made here. */
  readonly origin: "preset" | "changed" | "own";
  /** Of its newest version; 0 while nobody has touched it. */
  readonly revision: number;
  readonly changedBy: string | null;
  /** ISO 8601 instant. */
  readonly changedAt: string | null;
}

/** What a screen last said of itself. */
export interface ScreenReport {
  /** Of what it has been told, the newest that it shows. */
  readonly revision: number;
  readonly scene: string;
  /** Of the page that it runs. */
  readonly version: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Milliseconds between frames while something moved; `null` before any did. */
  readonly medianFrameMs: number | null;
  readonly worstFrameMs: number | null;
  /** `null` where the browser does not say. */
  readonly heapMb: number | null;
  readonly contextLosses: number;
  readonly errors: number;
}

export interface TokenEntry {
  readonly id: string;
  readonly scenes: readonly string[] | null;
  readonly networks: readonly string[];
  readonly madeBy: string;
  readonly madeAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  readonly lastUsedAt: string | null;
}

/** A screen, what it has been told and what it last said. */
export interface ScreenEntry {
  readonly id: string;
  readonly name: string;
  readonly viewing: Viewing | null;
  readonly state: ScreenState;
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: string;
  /** `null`: since the server started it has not been heard of. */
  readonly report: (ScreenReport & { readonly at: string }) | null;
}

/** What a screen needs to show what it has been told; `now` is the server's clock. */
export interface ScreenView {
  readonly screen: ScreenEntry;
  readonly now: string;
}

export interface NewScreen {
  readonly name: string;
  readonly viewing: Viewing | null;
  readonly by: string;
}

export interface NewToken {
  readonly scenes: readonly string[] | null;
  readonly networks: readonly string[];
  readonly expiresAt: string | null;
  readonly by: string;
}

/** What lets screens in. Whoever is unknown is refused with `not-found`. */
export interface TokenService {
  findTokens(screenId: string): Promise<readonly TokenEntry[]>;
  /** The token is told this once. @throws AppError `unprocessable` for a scene that does not exist or an end that has passed. */
  makeToken(screenId: string, wanted: NewToken): Promise<{ readonly token: string; readonly entry: TokenEntry }>;
  revokeToken(screenId: string, tokenId: string, by: string): Promise<TokenEntry>;
  /** @param isAnew - asks the record, and not what was read of the token some seconds ago. */
  admit(token: string, address: string, isAnew?: boolean): Promise<Admittance>;
  /** As {@link admit}, kept in the screen's history. @throws AppError `unauthorized` with the reason. */
  logIn(token: string, address: string): Promise<Admission>;
  /** @throws AppError `unauthorized` when the screen was taken down meanwhile. */
  findSession(admission: Admission): Promise<ScreenSession>;
}

/** Scenes, screens and what lets screens in. Whoever is unknown is refused with `not-found`. */
export interface WallService extends TokenService {
  findScenes(): Promise<readonly SceneEntry[]>;
  /** @throws AppError `conflict` when the scene has another revision. */
  saveScene(scene: Scene, said: { readonly by: string; readonly revision: number }): Promise<SceneEntry>;
  /** A scene of the product is as it came again; one made here is gone. */
  removeScene(id: string, said: { readonly by: string; readonly revision: number }): Promise<void>;
  findScreens(): Promise<readonly ScreenEntry[]>;
  getScreen(id: string): Promise<ScreenView>;
  addScreen(screen: NewScreen): Promise<ScreenEntry>;
  changeScreen(id: string, change: Partial<Omit<NewScreen, "by">> & { readonly by: string }): Promise<ScreenEntry>;
  removeScreen(id: string, by: string): Promise<void>;
  /** Tells all of them or, where one is unknown, none. */
  tell(ids: readonly string[] | "all", command: ScreenCommand, by: string): Promise<readonly ScreenEntry[]>;
  report(id: string, report: ScreenReport): Promise<void>;
}
