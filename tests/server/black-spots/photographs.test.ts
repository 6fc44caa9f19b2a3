import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_PHOTOGRAPH_BYTES, MAX_PHOTOGRAPHS, PhotographProblem } from "../../../server/black-spots/photograph.ts";
import { readPhotograph } from "../../../server/black-spots/read-photograph.ts";
import type { BlackSpotFile } from "../../../server/black-spots/register.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { finding, spotOf } from "../../support/black-spots.ts";
import { exifOf, JPEG, PNG, pngOf, talkativeJpeg, talkativePng } from "../../support/photographs.ts";

const contentOf = (bytes: Uint8Array) => Buffer.from(readPhotograph(bytes).content);

describe("what is kept of a picture", () => {
  test("of a JPEG are its pixels and how it was held; no place, no time, no names, nothing behind its end", () => {
    const kept = readPhotograph(talkativeJpeg());
    expect(kept).toMatchObject({ mediaType: "image/jpeg", widthPx: 24, heightPx: 16 });
    const content = Buffer.from(kept.content);
    expect(content.toString("latin1")).not.toMatch(/GPS|xmp|Photoshop|MPF|comment|ftyp/);
    const turned = content.length - JPEG.length;
    expect(content.subarray(0, 20)).toEqual(JPEG.subarray(0, 20));
    expect(content.subarray(20 + turned)).toEqual(JPEG.subarray(20));
    expect(contentOf(content)).toEqual(content);
  });

  test.each(["II", "MM"] as const)("the way it was held is read in either order of bytes: %s", (order) => {
    for (const orientation of [2, 3, 6, 8]) {
      const content = contentOf(talkativeJpeg(exifOf(orientation, order)));
      const exif = content.subarray(20, 56);
      expect([exif[1], exif.readUInt16BE(2), exif.toString("latin1", 4, 10)]).toEqual([0xe1, 34, "Exif\0\0"]);
      expect([exif.readUInt16BE(20), exif.readUInt16BE(28)]).toEqual([0x0112, orientation]);
    }
    for (const nothing of [0, 1, 9]) expect(contentOf(talkativeJpeg(exifOf(nothing, order)))).toEqual(JPEG);
  });

  test("of a PNG are its pixels and their size", () => {
    const kept = readPhotograph(talkativePng());
    expect(kept).toMatchObject({ mediaType: "image/png", widthPx: 1, heightPx: 1 });
    const content = Buffer.from(kept.content);
    expect(content.toString("latin1")).not.toMatch(/GPS|Author|eXIf/);
    expect(content.toString("latin1")).toContain("pHYs");
    expect(contentOf(PNG)).toEqual(PNG);
  });

  test("nothing that is cut short anywhere is taken, and no damage is worse than a refusal", () => {
    for (const whole of [talkativeJpeg().subarray(0, -38), PNG])
      for (let length = 0; length < whole.length; length++)
        expect(() => readPhotograph(whole.subarray(0, length)), `${length}`).toThrow(PhotographProblem);
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(talkativeJpeg(), talkativePng()), damage, (whole, changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        try {
          expect(readPhotograph(bytes).content.length).toBeLessThanOrEqual(bytes.length + 36);
        } catch (error) {
          expect(error).toBeInstanceOf(PhotographProblem);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["a drawing that could hold a script", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ["an animation", "GIF89a\x01\x00\x01\x00"],
    ["a page", "<!doctype html><p>photo.jpg</p>"],
    ["nothing", ""],
  ])("%s is no photograph", (_, text) => {
    expect(() => readPhotograph(Buffer.from(text))).toThrow("is neither JPEG nor PNG");
  });
});

describe("photographs of a spot", () => {
  let api: TestApi;
  let spot: BlackSpotFile;
  beforeAll(async () => {
    api = await startApi();
    spot = await spotOf(await api.post("/api/black-spots", finding()));
  });
  afterAll(() => api.close());

  const path = (photo = "") => `/api/black-spots/${spot.entry.id}/photos${photo && `/${photo}`}`;
  const send = (bytes: Uint8Array, query = "by=王警官", type = "image/jpeg") =>
    api.request(`${path()}?${query}`, { method: "POST", headers: { "content-type": type }, body: Buffer.from(bytes) });
  const withdraw = (photo: string, body: object) =>
    api.request(path(photo), {
      method: "DELETE",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  test("is kept with who, day and caption, served as it was kept, and told in the register", async () => {
    const file = await spotOf(await send(talkativeJpeg(), "by=王警官&caption=北向来车&takenOn=2026-04-11"));
    const [photo] = file.photographs;
    const kept = contentOf(talkativeJpeg());
    expect(photo).toMatchObject({ by: "王警官", caption: "北向来车", takenOn: "2026-04-11", bytes: kept.length });
    expect(photo!.sha256).toBe(createHash("sha256").update(kept).digest("hex"));
    expect(file.entry).toMatchObject({ photographs: 1, revision: spot.entry.revision });
    expect(file.events.at(-1)).toMatchObject({ kind: "photographed", on: "2026-04-11", photographId: photo!.id });
    const answer = await api.request(path(photo!.id));
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(kept);
  });

  test("that was withdrawn is served no longer, and the register says who did it and why", async () => {
    const { photographs } = await spotOf(await send(PNG, "by=王警官", "image/png"));
    const { id } = photographs.at(-1)!;
    const answer = await withdraw(id, { by: "李警官", reason: "拍到车牌" });
    expect(answer.status).toBe(200);
    const file = (await answer.json()) as BlackSpotFile;
    expect(file.photographs.map((each) => each.id)).not.toContain(id);
    expect(file.events.at(-1)).toMatchObject({ kind: "photograph-withdrawn", by: "李警官", note: "拍到车牌" });
    expect(await problemOf(await api.request(path(id)))).toMatchObject({ status: 404 });
    expect(await problemOf(await withdraw(id, { by: "李警官", reason: "再次" }))).toMatchObject({ status: 404 });
  });

  test("what cannot be kept is refused, and says what could be", async () => {
    const large = Buffer.concat([JPEG, Buffer.alloc(MAX_PHOTOGRAPH_BYTES)]);
    for (const bytes of [large, Buffer.from("%PDF-1.7"), Buffer.alloc(0), JPEG.subarray(0, 300)]) {
      const problem = await problemOf(await send(bytes));
      expect(problem).toMatchObject({ status: 422, fields: ["body"] });
      expect(problem.errors[0]!.allowed).toBe("a JPEG or PNG of at most 8 MB");
    }
    expect(await problemOf(await send(Buffer.alloc(11 * 1024 * 1024)))).toMatchObject({ status: 413 });
    for (const [query, field] of [
      ["", "by"],
      ["by=", "by"],
      ["by=x&takenOn=gestern", "takenOn"],
      ["by=x&caption=", "caption"],
    ] as const)
      expect(await problemOf(await send(JPEG, query)), query).toMatchObject({ status: 400, fields: [field] });
    expect(await problemOf(await send(JPEG, "by=x&takenOn=2099-01-01"))).toMatchObject({
      status: 422,
      fields: ["takenOn"],
    });
    expect(await problemOf(await withdraw(spot.entry.id, { by: "x" }))).toMatchObject({
      status: 400,
      fields: ["reason"],
    });
  });

  test("is kept once: the same one again is refused until it is withdrawn", async () => {
    const { photographs } = await spotOf(await send(pngOf(200), "by=王警官", "image/png"));
    const again = () => send(pngOf(200), "by=李警官&caption=again", "image/png");
    expect(await problemOf(await again())).toMatchObject({ status: 422, fields: ["body"] });
    await withdraw(photographs.at(-1)!.id, { by: "李警官", reason: "说明有误" });
    expect((await again()).status).toBe(201);
  });

  test("there are so many at most, also when several are sent at once", async () => {
    const answers: Response[] = [];
    for (let sent = 0; sent < MAX_PHOTOGRAPHS + 4; sent += 2)
      answers.push(...(await Promise.all([sent, sent + 1].map((red) => send(pngOf(red), "by=x", "image/png")))));
    const { entry } = await api.get<BlackSpotFile>(`/api/black-spots/${spot.entry.id}`);
    expect(entry.photographs).toBe(MAX_PHOTOGRAPHS);
    const refused = answers.find(({ status }) => status !== 201)!;
    expect(await problemOf(refused)).toMatchObject({ status: 422, fields: ["body"] });
  });
});
