import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import type { SceneEntry } from "../../../../../web/api-wall.ts";
import { findTheirs } from "../../../../../web/workspaces/screen/editor/find-theirs.ts";
import {
  beginEditing,
  changeDraft,
  dropChanges,
  type Editing,
  endEditing,
  isChanged,
  settleOn,
  useEditing,
} from "../../../../../web/workspaces/screen/editor/scene-editing.ts";

const ENTRIES: readonly SceneEntry[] = PRESET_SCENES.map((scene) => ({
  scene,
  origin: "preset",
  revision: 0,
  changedBy: null,
  changedAt: null,
}));
const HOUSES = ENTRIES.find(({ scene }) => scene.id === "houses")!;
const EDIT = { scene: "houses", asNew: false };
const nameCopy = ({ zh, en }: { zh: string; en: string }) => ({ zh: `${zh}（副本）`, en: `${en} (copy)` });

const begin = (edit = EDIT) => beginEditing(edit, ENTRIES, nameCopy);
const editing = (): Editing => useEditing.getState().editing!;

const kept = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  endEditing();
  kept.clear();
  vi.unstubAllGlobals();
});

/** As after the page was closed: what is not kept is gone. */
const reopen = () => {
  useEditing.setState({ editing: null });
  begin();
};

test("what was changed and not saved comes back, said to be so; dropped, it does not", () => {
  begin();
  changeDraft({ dwellS: 99, title: { zh: "", en: "Half ty" } });
  reopen();
  expect(editing()).toMatchObject({ isRecalled: true, draft: { dwellS: 99, title: { zh: "" } } });
  dropChanges();
  expect(editing().draft).toEqual(HOUSES.scene);
  reopen();
  expect(editing()).toMatchObject({ isRecalled: false, draft: HOUSES.scene });
});

test("a draft that is changed back is no change and is not kept", () => {
  begin();
  changeDraft({ dwellS: 99 });
  changeDraft((draft) => ({ ...draft, dwellS: HOUSES.scene.dwellS }));
  expect(isChanged(editing())).toBe(false);
  expect(kept.size).toBe(0);
});

test("saved, the draft is what the server has, and nothing is kept", () => {
  begin();
  changeDraft({ dwellS: 99 });
  const saved: SceneEntry = { ...HOUSES, scene: { ...HOUSES.scene, dwellS: 99 }, origin: "changed", revision: 7 };
  settleOn(saved);
  expect(editing()).toMatchObject({ base: saved, draft: saved.scene });
  expect(kept.size).toBe(0);
});

test("a copy has its own title and an id that nobody has, and is edited apart from its original", () => {
  begin({ scene: "houses", asNew: true });
  expect(editing().base).toMatchObject({ origin: "own", revision: 0 });
  expect(editing().draft).toMatchObject({ id: "self-built-houses-copy", title: { zh: "自建房（副本）" } });
  changeDraft({ dwellS: 99 });
  reopen();
  expect(editing().draft).toEqual(HOUSES.scene);
});

test("what an older version kept and this one cannot read is passed over", () => {
  kept.set("screen.scene-draft.houses", '{"base": {"scene": {}}}');
  begin();
  expect(editing()).toMatchObject({ isRecalled: false, draft: HOUSES.scene });
});

test("there is no scene where neither the server nor this machine has one", () => {
  expect(begin({ scene: "moon", asNew: false })).toBe(false);
  expect(useEditing.getState().editing).toBeNull();
});

test("a newer revision is theirs, an older answer is not, and a scene that has left the list is gone", () => {
  const base = { ...HOUSES, revision: 5 };
  const others = ENTRIES.filter(({ scene }) => scene.id !== "houses");
  const theirs = (revision: number) => findTheirs({ edit: EDIT, base }, [...others, { ...HOUSES, revision }]);
  expect(theirs(6)).toMatchObject({ revision: 6 });
  expect([theirs(5), theirs(3)]).toEqual([null, null]);
  expect(findTheirs({ edit: EDIT, base }, others)).toBe("gone");
  expect(findTheirs({ edit: EDIT, base }, [])).toBeNull();
  expect(findTheirs({ edit: { scene: "houses", asNew: true }, base }, others)).toBeNull();
});
