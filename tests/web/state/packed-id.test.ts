import fc from "fast-check";
import { expect, test } from "vitest";
import { packId, unpackId } from "../../../web/state/packed-id.ts";

test("an id comes back from 22 characters that need no escaping", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const packed = packId(id)!;
      expect(packed).toMatch(/^[\w-]{22}$/);
      expect(unpackId(packed)).toBe(id);
    }),
  );
});

test("what is no id is refused both ways", () => {
  for (const text of ["", "0190a000-0000-7000-8000-00000000000", "0190A000-0000-7000-8000-000000000000", "houses"])
    expect(packId(text)).toBeNull();
  for (const text of ["", "AZCgAAAAcACAAAAAAAAAA", "AZCgAAAAcACAAAAAAAAAAAA", "AZCgAAAAcACAAAAAAAAA+A"])
    expect(unpackId(text)).toBeNull();
});

test("an id has one spelling only", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{22}$/), (text) => {
      const id = unpackId(text);
      if (id !== null) expect(packId(id)).toBe(text);
    }),
    { numRuns: 500 },
  );
});
