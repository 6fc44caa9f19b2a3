import { describe, expect, test } from "vitest";
import { HazardDescriptionSchema, TARGET_KINDS } from "#data/standards/proposal.ts";
import { NEW_DRAFT, openQuestions, toProposal, withKind } from "../../../../../web/state/proposal-draft.ts";
import { fieldsOf, HAZARD_KINDS, USE_KINDS } from "../../../../../web/state/use-fields.ts";

const point = { type: "Point" as const, coordinates: [122.26, 43.62] };
const drawn = { ...NEW_DRAFT, geometry: point };

describe("the short form", () => {
  test("knows every kind that a proposal may be", () => {
    const kinds = HazardDescriptionSchema.options.map((option) => option.shape.kind.value);
    expect([...HAZARD_KINDS].sort()).toEqual([...kinds].sort());
    expect(USE_KINDS).toEqual([...HAZARD_KINDS, ...TARGET_KINDS]);
  });

  test("an empty form of any kind is a proposal, but for what is asked", () => {
    for (const kind of USE_KINDS) {
      const draft = { ...drawn, kind };
      expect(toProposal(draft, "未命名") === null, kind).toBe(openQuestions(draft).length > 0);
    }
  });

  test("its answers to what is asked make a proposal of every kind", () => {
    for (const kind of USE_KINDS) {
      const facts = Object.fromEntries(
        fieldsOf(kind).map((field) => [
          field.id,
          field.type === "choice" ? field.options[0]! : field.type === "amount" ? Math.min(10, field.most) : true,
        ]),
      );
      expect(toProposal({ ...drawn, kind, facts }, "未命名"), kind).not.toBeNull();
    }
  });

  test("what is not known is said to be unknown, not zero", () => {
    expect(toProposal(drawn, "未命名")?.use).toMatchObject({
      hazard: { petrolM3: null, vapourRecovery: null, lpgM3: 0 },
    });
  });

  test("another kind keeps only the facts that it asks for too", () => {
    const tanks = { ...drawn, kind: "tanks" as const, facts: { volumeM3: 500, content: "liquid-ab" } };
    expect(withKind(tanks, "gas-holder").facts).toEqual({ volumeM3: 500 });
    expect(withKind(tanks, "school").facts).toEqual({});
  });

  test("without a boundary there is nothing to check, and a name is optional", () => {
    expect(toProposal(NEW_DRAFT, "未命名")).toBeNull();
    expect(toProposal(drawn, "未命名")?.name).toBe("未命名");
  });
});
