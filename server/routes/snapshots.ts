import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "../errors.ts";
import { acceptsGzip, matchesEtag } from "../http/negotiation.ts";
import type { Services } from "../services.ts";
import { layerId, layerOf } from "./layer-path.ts";
import { noQuery, problems, router } from "./router.ts";

const ARROW = "application/vnd.apache.arrow.stream";

const file = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})\.arrow$/, "must be a revision number followed by .arrow")
  .openapi({ description: "`{revision}.arrow`", example: "7.arrow" });

const snapshot = createRoute({
  method: "get",
  path: "/layers/{id}/snapshots/{file}",
  tags: ["Layers"],
  summary: "A layer at a revision as one Arrow table",
  description: "Never changes, so it may be kept for ever. Personal attributes are not in it.",
  middleware: noQuery,
  request: { params: z.object({ id: layerId, file }) },
  responses: {
    200: {
      description: "Apache Arrow IPC stream, gzipped for clients that accept it",
      content: { [ARROW]: { schema: z.string().openapi({ format: "binary" }) } },
    },
    304: { description: "The client has it already" },
    307: { description: "Another commit followed before this one was built: the table of that one" },
    ...problems(404),
  },
});

export const snapshotRoutes = (services: Services) =>
  router().openapi(snapshot, async (c) => {
    const { id, file } = c.req.valid("param");
    const layer = layerOf(id);
    const revision = Number.parseInt(file, 10);
    const built = await services.snapshots.findBuilt(layer.id, revision);
    if (!built) {
      const present = services.snapshots.published(layer.id).revision;
      throw new AppError("not-found", `revision ${revision} of ${layer.id} is not kept; the present one is ${present}`);
    }
    if (built.revision !== revision)
      return c.body(null, 307, { location: `${built.revision}.arrow`, "cache-control": "no-store" });
    const { packed } = built;
    const gzip = acceptsGzip(c.req.header("accept-encoding"));
    const etag = `"${layer.id}-${revision}-${checksumOf(packed)}${gzip ? "-gz" : ""}"`;
    const headers = {
      "cache-control": "public, max-age=31536000, immutable",
      etag,
      vary: "accept-encoding",
    };
    if (matchesEtag(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
    return gzip
      ? c.body(packed, 200, { ...headers, "content-type": ARROW, "content-encoding": "gzip" })
      : c.body(unpack(packed), 200, { ...headers, "content-type": ARROW });
  });

/**
 * CRC-32 and length, which end every gzip (RFC 1952). Another record on the same port has revisions of the same numbers: a
 * browser that asks again must not be told that it has them already.
 */
const checksumOf = (packed: Uint8Array): string =>
  Array.from(packed.subarray(-8), (byte) => byte.toString(16).padStart(2, "0")).join("");

const unpack = (packed: Uint8Array<ArrayBuffer>): ReadableStream =>
  new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
