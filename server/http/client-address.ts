import { isIP } from "node:net";
import type { Context } from "hono";

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i;

/** What a proxy says that it has been asked from; it is worth something only from a proxy on this machine. */
const NOBODY = "unknown";

/**
 * From where a request comes: the other end of its connection. Where that is this machine, a proxy may stand before the server: then the
 * last hop of `X-Forwarded-For`, which that proxy itself has written; those before it are whatever the client claims.
 *
 * @returns an address, or `unknown` where the proxy names none: that is in no range.
 */
export function clientAddress(c: Context): string {
  const peer = peerOf(c);
  const forwarded = c.req.header("x-forwarded-for");
  if (!LOOPBACK.test(peer) || forwarded === undefined) return peer;
  const hop = withoutPort(forwarded.slice(forwarded.lastIndexOf(",") + 1).trim());
  return isIP(hop) === 0 ? NOBODY : hop;
}

/** Some proxies add the port: `10.1.2.3:5678`, `[fd00::7]:5678`. */
const withoutPort = (hop: string): string =>
  /^(?:\[(.+)\]|(\d+(?:\.\d+){3}))(?::\d{1,5})?$/.exec(hop)?.slice(1).find(Boolean) ?? hop;

/** As Node's listener hands it over; a request without a connection is made by this very process. */
function peerOf(c: Context): string {
  const bindings = c.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined;
  if (!bindings?.incoming) return "127.0.0.1";
  return bindings.incoming.socket.remoteAddress ?? NOBODY;
}
