import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../server/commands/install.mjs";

/** WCAG 2.2, 1.4.3: of text of any size. */
const LEAST = 4.5;

const read = (path: string): string => readFileSync(join(root, "web", path), "utf8");

/** The colours of a theme by their names. */
function themeOf(name: "light" | "dark"): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme="${name}"\\] \\{([^}]*)\\}`).exec(read("ui/page.css"))![1]!;
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, key, color]) => [key!, color!]));
}

/** How far a panel fades whose numbers are old, and the colours of the four grades with what is written on them. */
const SCREEN = read("workspaces/screen/screen.module.css");
const FADED = Number(/\[data-stale="true"\] \.panelBody \{\s*opacity: ([\d.]+);/.exec(SCREEN)![1]);
const MARKS = [...SCREEN.matchAll(/\[data-color="(\d)"\] \{\s*background: (#\w{6});\s*color: (#\w{6});/g)].map(
  ([, grade, ground, ink]) => [grade!, ink!, ground!] as const,
);

const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);

function luminance(color: readonly number[]): number {
  const [red, green, blue] = color.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** @param opacity - of the ink over its ground. */
function contrast(ink: string, ground: string, opacity = 1): number {
  const under = channels(ground);
  const drawn = channels(ink).map((part, i) => part * opacity + under[i]! * (1 - opacity));
  const [low, high] = [luminance(drawn), luminance(under)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

test("black on white is the greatest contrast there is", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each(["light", "dark"] as const)("in the %s theme", (name) => {
  const theme = themeOf(name);
  const color = (key: string) => theme.get(key)!;

  test.each(["ink", "ink-soft", "accent", "warn", "bad", "good"])("%s is read on a panel", (ink) => {
    expect(contrast(color(ink), color("panel"))).toBeGreaterThanOrEqual(LEAST);
  });

  test.each(["warn", "bad", "accent", "good"])("%s is read on its own soft ground", (ink) => {
    expect(contrast(color(ink), color(`${ink}-soft`))).toBeGreaterThanOrEqual(LEAST);
  });

  test.each(["ink", "warn", "bad", "good"])("%s is read on a panel whose numbers are old", (ink) => {
    expect(contrast(color(ink), color("panel"), FADED)).toBeGreaterThanOrEqual(3);
  });
});

test("the letter of a grade is read on its colour", () => {
  expect(MARKS.map(([grade]) => grade)).toEqual(["1", "2", "3", "4"]);
  for (const [grade, ink, ground] of MARKS) expect(contrast(ink, ground), grade).toBeGreaterThanOrEqual(LEAST);
});
