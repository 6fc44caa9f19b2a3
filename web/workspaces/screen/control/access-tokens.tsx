import { useQuery } from "@tanstack/react-query";
import dayjs from "dayjs";
import { ApiProblem } from "../../../api.ts";
import { fetchTokens, revokeToken, type TokenEntry } from "../../../api-screen.ts";
import type { ScreenEntry } from "../../../api-wall.ts";
import { SCREEN_SETTINGS_WORDS } from "../../../messages/screen-settings.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { queries } from "../../../state/queries.ts";
import { serverNow, useWall } from "../../../state/wall.ts";
import { ConfirmInPlace } from "./confirm-in-place.tsx";
import { MakeToken } from "./make-token.tsx";
import styles from "./screen-settings.module.css";
import { tokenState } from "./token-state.ts";
import { Trouble } from "./trouble.tsx";
import { useDeed } from "./use-deed.ts";

/** That a token is used is no event, and noted once a minute. */
const LOOK_EVERY_MS = 20_000;

const keyOf = (screenId: string) => ["screen-tokens", screenId];

const reread = (screenId: string) => queries.invalidateQueries({ queryKey: keyOf(screenId) });

/** What lets a screen in: who made it, when it was last used, what it is for, and how it ends. */
export function AccessTokens({ screen }: { screen: ScreenEntry }) {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const { data: tokens, error } = useQuery(
    {
      queryKey: keyOf(screen.id),
      queryFn: () => fetchTokens(screen.id),
      staleTime: 0,
      refetchInterval: LOOK_EVERY_MS,
      gcTime: LOOK_EVERY_MS,
    },
    queries,
  );
  if (error && !(error instanceof ApiProblem)) throw error;
  const now = serverNow();
  const valid = tokens?.filter((token) => tokenState(token, now) === "valid") ?? [];
  const ended = tokens?.filter((token) => tokenState(token, now) !== "valid") ?? [];
  return (
    <div className={styles.part}>
      <h3>{words.access}</h3>
      <p className={styles.hint}>{words.accessHint}</p>
      <Trouble text={error?.message ?? null} />
      {tokens?.length === 0 && <p className={styles.hint}>{words.noTokens}</p>}
      <TokenList screenId={screen.id} tokens={valid} />
      {ended.length > 0 && (
        <details>
          <summary>{words.ended(ended.length)}</summary>
          <TokenList screenId={screen.id} tokens={ended} />
        </details>
      )}
      <MakeToken screen={screen} onMade={() => void reread(screen.id)} />
    </div>
  );
}

function TokenList({ screenId, tokens }: { screenId: string; tokens: readonly TokenEntry[] }) {
  return (
    <ul className={styles.tokens}>
      {tokens.map((token) => (
        <Token key={token.id} screenId={screenId} token={token} />
      ))}
    </ul>
  );
}

const minuteOf = (instant: string): string => dayjs(instant).format("YYYY-MM-DD HH:mm");

function Token({ screenId, token }: { screenId: string; token: TokenEntry }) {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const title = useTitle();
  const known = useWall(({ scenes }) => scenes);
  const { act, problem, isDoing } = useDeed();
  const state = tokenState(token, serverNow());
  const revoke = async () => {
    if (await act((by) => revokeToken(screenId, token.id, by))) await reread(screenId);
  };
  const { scenes, networks, madeBy, madeAt, lastUsedAt, expiresAt, revokedBy, revokedAt } = token;
  const sceneNames = scenes?.map((id) => {
    const scene = known.find((each) => each.id === id);
    return scene ? title(scene.title) : id;
  });
  const shownTo = `${sceneNames?.join(words.comma) ?? words.allScenes} · ${networks.join(words.comma) || words.anyAddress}`;
  return (
    <li className={styles.token}>
      <span className={styles.state} data-state={state}>
        {words.states[state]}
      </span>
      <span>{shownTo}</span>
      <span>{lastUsedAt === null ? words.neverUsed : words.lastUsed(minuteOf(lastUsedAt))}</span>
      <span className={styles.hint}>
        {words.madeBy(madeBy, minuteOf(madeAt))} ·{" "}
        {expiresAt === null ? words.forever : words.until(minuteOf(expiresAt))}
        {revokedBy !== null && revokedAt !== null && ` · ${words.revokedBy(revokedBy, minuteOf(revokedAt))}`}
      </span>
      {state === "valid" && (
        <ConfirmInPlace
          label={words.revoke}
          question={words.revokeSure}
          isDisabled={isDoing}
          onConfirm={() => void revoke()}
        />
      )}
      <Trouble text={problem} />
    </li>
  );
}
