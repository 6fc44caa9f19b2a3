import { expect, test } from "vitest";
import { readFragment } from "../../../web/state/screen-token.ts";

const none = { token: null, isWithdrawn: false };

test("the token stands in the fragment, and nothing else there is one", () => {
  expect(readFragment("#token=abc_-9")).toEqual({ token: "abc_-9", isWithdrawn: false });
  expect(readFragment("#theme=dark&token=abc")).toEqual({ token: "abc", isWithdrawn: false });
  for (const hash of ["", "#", "#token=", "#token", "#map", "#tokens=a"])
    expect(readFragment(hash), hash).toEqual(none);
});

test("a page that was dark is known as such when it is opened anew", () => {
  expect(readFragment("#withdrawn")).toEqual({ token: null, isWithdrawn: true });
  expect(readFragment("#withdrawn=no")).toEqual(none);
});
