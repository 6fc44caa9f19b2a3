const AGAIN_MS = 3_000;

/**
 * A screen whose page did not arrive whole, because the server went away meanwhile or has other parts since, opens itself anew once the
 * server answers. On other pages somebody sits who may have typed something.
 */
export function wakeScreens(path: string): void {
  if (!path.startsWith("/screen")) return;
  let isWaking = false;
  addEventListener("vite:preloadError", () => {
    if (isWaking) return;
    isWaking = true;
    const timer = setInterval(async () => {
      const answer = await fetch(location.href, { cache: "no-cache" }).catch(() => null);
      if (!answer?.ok) return;
      clearInterval(timer);
      location.reload();
    }, AGAIN_MS);
  });
}
