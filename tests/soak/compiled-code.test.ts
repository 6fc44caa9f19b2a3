import { expect, test } from "vitest";
import { codeBytesOf } from "./compiled-code.ts";

const meta = { node_fields: ["type", "name", "id", "self_size"], node_types: [["hidden", "object", "code"]] };

test("only compiled code is counted, whatever else a snapshot holds", () => {
  const nodes = [1, 0, 1, 500, 2, 1, 3, 64, 0, 2, 5, 9, 2, 3, 7, 8];
  expect(codeBytesOf({ snapshot: { meta }, nodes })).toBe(72);
});

test("a browser that writes its snapshots otherwise is not taken for one without code", () => {
  expect(() => codeBytesOf({ snapshot: { meta: { ...meta, node_types: [["object"]] } }, nodes: [] })).toThrow(
    "otherwise",
  );
});
