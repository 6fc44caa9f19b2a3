import { useEffect, useState } from "react";
import { serverNow } from "../../../state/wall.ts";

/** The server's clock, milliseconds since 1970, second by second. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
