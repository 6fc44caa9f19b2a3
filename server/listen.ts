import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Env } from "./env.ts";
import { AppError, StartError, toProblem } from "./errors.ts";

/** A request has to arrive within this; Node answers 408 otherwise. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** Open answers get this long to end once the server is told to stop. */
const DRAIN_MS = 5_000;

export interface Listening {
  readonly url: string;
  /** Takes no more connections, lets open answers end, then cuts what is left. */
  close(): Promise<void>;
}

/** What cannot even be turned into a request: a broken address or `Host`. */
function refuseRequest(): Response {
  const error = new AppError("bad-parameter", "the address or the Host header cannot be read");
  return new Response(JSON.stringify(toProblem(error, crypto.randomUUID())), {
    status: error.status,
    headers: { "content-type": "application/problem+json", "x-content-type-options": "nosniff" },
  });
}

/** @throws StartError when the port is taken or may not be used. */
export async function listen(
  { host, port }: Pick<Env, "host" | "port">,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Listening> {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
    getRequestListener(fetch, { errorHandler: refuseRequest }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    server.listen(port, host, () => resolve());
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection whose answer has just ended would be kept for a next request.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
    },
  };
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  const why =
    error.code === "EADDRINUSE"
      ? "another program uses it; stop that one or set PORT to another number"
      : error.code === "EACCES"
        ? "this user may not use it; set PORT to a number above 1023"
        : `${error.code ?? error.message}`;
  return new StartError(`port ${port} on ${host} cannot be opened: ${why}`, { cause: error });
}
