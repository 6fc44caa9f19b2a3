import { useEffect } from "react";

/** Keeps the machine from darkening its display, where the browser can. A hidden page gives the lock back, and asks again when it is seen. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const request = async () => {
      if (document.visibilityState !== "visible" || isGone || (lock && !lock.released)) return;
      try {
        const given = await navigator.wakeLock.request("screen");
        if (isGone) return void given.release();
        lock = given;
      } catch (error) {
        // Refused, for example on an empty battery: the display is then what the machine makes of it.
        if (!(error instanceof DOMException)) throw error;
      }
    };
    void request();
    document.addEventListener("visibilitychange", request);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", request);
      void lock?.release();
    };
  }, []);
}
