import { expect, test } from "vitest";
import { acceptsGzip, matchesEtag } from "../../../server/http/negotiation.ts";

test("gzip is accepted when named or covered by a star, and refused at weight zero", () => {
  for (const header of ["gzip", "br, gzip", "deflate;q=0.5, gzip;q=0.1", "*", "GZIP ; Q=1", "x-gzip"])
    expect(acceptsGzip(header), header).toBe(true);
  for (const header of [undefined, "", "br", "gzip;q=0", "identity", "*;q=0", "gzip;q=0, *", "gzip;q=nonsense"])
    expect(acceptsGzip(header), String(header)).toBe(false);
});

test("a version counts as known whether its tag is weak or strong, alone or in a list", () => {
  for (const header of ['"a"', 'W/"a"', '"b", "a"', "*"]) expect(matchesEtag(header, '"a"'), header).toBe(true);
  for (const header of [undefined, "", '"b"', "a", '"a-gz"'])
    expect(matchesEtag(header, '"a"'), String(header)).toBe(false);
});
