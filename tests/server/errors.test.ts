import { expect, test } from "vitest";
import { AppError, ERRORS, toAppError, toProblem } from "../../server/errors.ts";

test("an error of ours becomes a problem body with its code, fields and request id", () => {
  const errors = [{ field: "bbox", message: "does not parse", allowed: "west,south,east,north" }];
  expect(toProblem(new AppError("bad-parameter", "bbox does not parse", errors), "r1")).toEqual({
    type: "urn:zone-risk-map:problem:bad-parameter",
    title: ERRORS["bad-parameter"].title,
    status: 400,
    detail: "bbox does not parse",
    code: "bad-parameter",
    requestId: "r1",
    errors,
  });
});

test("an unexpected error keeps its message to itself", () => {
  const problem = toProblem(new Error("select phone from owners"), "r2");
  expect(problem).toMatchObject({ status: 500, code: "internal", requestId: "r2" });
  expect(JSON.stringify(problem)).not.toContain("phone");
});

test.each([
  ["57014", "timeout"],
  ["23505", "conflict"],
  ["57P01", "unavailable"],
  ["22P05", "unprocessable"],
])("what PostgreSQL calls %s the caller knows as %s, however deep it lies", (state, code) => {
  const thrown = new Error("query failed", { cause: Object.assign(new Error("secret"), { code: state }) });
  expect(toAppError(thrown).code).toBe(code);
  expect(toAppError(thrown).message).not.toContain("secret");
});

test("every code of the list has a status that fits its kind", () => {
  for (const { status } of Object.values(ERRORS)) expect(status >= 400 && status < 600).toBe(true);
});
