import { expect, test } from "vitest";
import { z } from "zod";
import { fieldName, toFieldErrors } from "../../../server/http/field-errors.ts";

const Request = z.strictObject({
  layer: z.enum(["houses", "accidents"]),
  radiiM: z.array(z.number().positive().max(50_000)).min(1),
  geometry: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("Point"), coordinates: z.tuple([z.number(), z.number()]) }),
      z.strictObject({ type: z.literal("LineString"), coordinates: z.array(z.tuple([z.number(), z.number()])) }),
    ])
    .optional(),
});

const errorsOf = (value: unknown) => toFieldErrors(Request.safeParse(value).error!, Request);

test("names an unknown parameter and lists the known ones", () => {
  expect(errorsOf({ layer: "houses", radiiM: [1], radius: 3 })).toEqual([
    { field: "radius", message: "there is no such parameter", allowed: "layer, radiiM, geometry" },
  ]);
});

test("gives the whole accepted range of a number, not only the bound that was broken", () => {
  for (const radius of [0, -1, 1e9, "100", null])
    expect(errorsOf({ layer: "houses", radiiM: [100, radius] })).toMatchObject([
      { field: "radiiM[1]", allowed: "above 0, at most 50000" },
    ]);
});

test("lists the values that a choice accepts", () => {
  expect(errorsOf({ layer: "moon", radiiM: [1] })).toMatchObject([{ field: "layer", allowed: "houses, accidents" }]);
  expect(errorsOf({ layer: "houses", radiiM: [1], geometry: { type: "Circle" } })).toMatchObject([
    { field: "geometry.type" },
  ]);
});

test("finds the range of a coordinate inside whichever form a geometry has", () => {
  const Latitude = z.number().min(-85).max(85);
  const Place = z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("Point"), coordinates: z.tuple([z.number(), Latitude]) }),
    z.strictObject({ type: z.literal("Line"), coordinates: z.array(z.tuple([z.number(), Latitude])) }),
  ]);
  const Body = z.strictObject({ place: Place });
  const fieldsOf = (place: unknown) => toFieldErrors(Body.safeParse({ place }).error!, Body);
  const allowed = "at least -85, at most 85";
  expect(fieldsOf({ type: "Point", coordinates: [1, 91] })).toMatchObject([{ field: "place.coordinates[1]", allowed }]);
  expect(
    fieldsOf({
      type: "Line",
      coordinates: [
        [0, 0],
        [1, -86],
      ],
    }),
  ).toMatchObject([{ field: "place.coordinates[1][1]", allowed }]);
});

test("says how long a list may be, and what a pattern means", () => {
  const Body = z.strictObject({
    radiiM: z.array(z.number()).min(1).max(8),
    from: z
      .string()
      .regex(/^\d{4}$/)
      .describe("YYYY"),
  });
  const errors = (value: unknown) => toFieldErrors(Body.safeParse(value).error!, Body);
  for (const radiiM of [[], new Array(9).fill(1), "1,2"])
    expect(errors({ radiiM, from: "2026" })).toMatchObject([
      { field: "radiiM", allowed: "at least 1, at most 8 items" },
    ]);
  expect(errors({ radiiM: [1], from: "last year" })).toEqual([
    { field: "from", message: "is not of the form that is wanted", allowed: "YYYY" },
  ]);
});

test("speaks of the body when it is not an object at all", () => {
  expect(errorsOf([])).toMatchObject([{ field: "body" }]);
});

test("stops after twenty errors", () => {
  expect(errorsOf({ layer: "houses", radiiM: new Array(500).fill(-1) })).toHaveLength(20);
});

test("writes a path as a person would", () => {
  expect(fieldName(["geometry", "coordinates", 0, 12, 1])).toBe("geometry.coordinates[0][12][1]");
  expect(fieldName([3, "code"])).toBe("[3].code");
});
