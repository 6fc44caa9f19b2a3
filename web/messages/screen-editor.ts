import type { SceneDifference, SceneField } from "#data/wall/compare-scenes.ts";
import type { Scene } from "#data/wall/scene.ts";
import type { Catalogue } from "./words.ts";

type FixedField = Exclude<SceneField, `filters.${string}`>;

/** The editor of a scene of the wall. */
interface SceneEditorWords {
  readonly title: string;
  readonly newTitle: string;
  readonly copyOf: (title: string) => string;
  readonly titlesOf: (title: Scene["title"]) => Scene["title"];
  readonly noScene: (id: string) => string;
  readonly toConsole: string;
  readonly id: (id: string) => string;
  readonly origins: Readonly<Record<"preset" | "changed" | "own", string>>;
  /** The same in a word, on a button. */
  readonly marks: Readonly<Record<"changed" | "own", string>>;
  readonly editScenes: string;
  readonly makeNew: string;
  readonly changedBy: (name: string, at: string) => string;
  readonly recalled: string;
  readonly fields: Readonly<Record<FixedField, string>>;
  readonly filterOf: (layer: string) => string;
  readonly titleMissing: string;
  readonly dwellHint: (min: number, max: number) => string;
  readonly seconds: string;
  readonly place: string;
  readonly wholeZone: string;
  readonly around: (position: string, size: string) => string;
  readonly takeView: string;
  readonly takeZone: string;
  readonly goBack: string;
  readonly placeHint: string;
  readonly layersHint: string;
  readonly matching: (shown: string, all: string) => string;
  readonly edits: (layer: string) => string;
  readonly missing: string;
  readonly missingHint: string;
  readonly missingFilter: string;
  readonly remove: (what: string) => string;
  readonly up: (what: string) => string;
  readonly down: (what: string) => string;
  readonly addPanel: string;
  readonly addOverlay: string;
  readonly full: (most: number) => string;
  readonly none: string;
  readonly heatOn: string;
  readonly previews: string;
  readonly previewHint: string;
  readonly allFit: (count: number) => string;
  readonly turns: (panels: string) => string;
  readonly tooHigh: (panels: string) => string;
  readonly person: string;
  readonly sayWho: string;
  readonly save: string;
  readonly saved: (at: string) => string;
  readonly unsaved: string;
  readonly unchanged: string;
  readonly restore: string;
  readonly toProduct: string;
  readonly removeScene: string;
  readonly gone: string;
  readonly confirm: Readonly<Record<"restore" | "toProduct" | "removeScene", string>>;
  readonly yes: string;
  readonly no: string;
  readonly theirsCame: (name: string, at: string) => string;
  readonly theirsGone: string;
  readonly compare: string;
  readonly comparison: string;
  readonly comparisonHint: string;
  readonly theirs: string;
  readonly mine: string;
  readonly changes: Readonly<Record<SceneDifference["changedBy"], string>>;
  readonly takeChoice: string;
  readonly back: string;
  readonly heatText: (layer: string, weight: string, bandwidthM: number) => string;
}

export const SCENE_EDITOR_WORDS: Catalogue<SceneEditorWords> = {
  zh: {
    title: "编辑场景",
    newTitle: "新建场景",
    copyOf: (title) => `以“${title}”为底稿`,
    titlesOf: ({ zh, en }) => ({ zh: `${zh.slice(0, 54)}（副本）`, en: `${en.slice(0, 53)} (copy)` }),
    noScene: (id) => `没有名为“${id}”的场景`,
    toConsole: "返回控制台",
    id: (id) => `标识 ${id}`,
    origins: { preset: "产品自带", changed: "产品自带，已修改", own: "本单位新建" },
    marks: { changed: "已修改", own: "新建" },
    editScenes: "编辑场景",
    makeNew: "新建场景",
    changedBy: (name, at) => `${name} 于 ${at} 保存`,
    recalled: "这是上次未保存的修改，保留在本机",
    fields: {
      "title.zh": "中文标题",
      "title.en": "英文标题",
      dwellS: "停留时间",
      extent: "地图范围",
      layers: "图层",
      heat: "热力",
      overlays: "叠加分析",
      panels: "面板",
    },
    filterOf: (layer) => `${layer}的筛选`,
    titleMissing: "标题不能为空",
    dwellHint: (min, max) => `轮播时停留 ${min} 至 ${max} 秒`,
    seconds: "秒",
    place: "地图范围",
    wholeZone: "整个区域",
    around: (position, size) => `${position} 一带，${size}`,
    takeView: "采用当前视野",
    takeZone: "整个区域",
    goBack: "回到该范围",
    placeHint: "左侧地图可自由拖动和缩放，采用后才写入场景；任何尺寸的屏幕都会完整显示该范围",
    layersHint: "次序固定：排在前面的画在上面",
    matching: (shown, all) => `符合 ${shown} / ${all}`,
    edits: (layer) => `筛选${layer}`,
    missing: "本版本没有",
    missingHint: "保存时原样保留，除非移除",
    missingFilter: "带有筛选",
    remove: (what) => `移除${what}`,
    up: (what) => `上移${what}`,
    down: (what) => `下移${what}`,
    addPanel: "添加面板",
    addOverlay: "添加叠加分析",
    full: (most) => `最多 ${most} 项`,
    none: "无",
    heatOn: "显示热力",
    previews: "各尺寸屏幕上的面板",
    previewHint: "按通常的安装位置推算；数字为面板次序，从五米外可读的字号不变",
    allFit: (count) => (count === 0 ? "没有面板" : `${count} 个面板都放得下`),
    turns: (panels) => `右侧一列轮换：${panels}`,
    tooHigh: (panels) => `高于屏幕，放不下：${panels}`,
    person: "修改人姓名",
    sayWho: "请先填写修改人姓名",
    save: "保存",
    saved: (at) => `已于 ${at} 保存，各屏幕随即更新`,
    unsaved: "有未保存的修改；离开本页时保留在本机，下次打开可继续",
    unchanged: "没有未保存的修改",
    restore: "放弃修改",
    toProduct: "恢复产品自带",
    removeScene: "删除场景",
    gone: "场景已删除",
    confirm: {
      restore: "放弃全部未保存的修改？",
      toProduct: "恢复成产品自带的场景？各屏幕随即更新",
      removeScene: "删除这个场景？正在显示它的屏幕会改显总览并注明",
    },
    yes: "确定",
    no: "取消",
    theirsCame: (name, at) => `${name} 在 ${at} 保存了这个场景的另一个版本`,
    theirsGone: "这个场景已被他人删除；现在保存会重新建立它",
    compare: "对比并选择",
    comparison: "两个版本的不同之处",
    comparisonHint: "逐项选择保留哪一个；未列出的内容两个版本相同",
    theirs: "对方的",
    mine: "我的",
    changes: { them: "对方改动", me: "我的改动", both: "双方都改了" },
    takeChoice: "采用所选，继续编辑",
    back: "返回",
    heatText: (layer, weight, bandwidthM) => `${layer}，按${weight}，带宽 ${bandwidthM} 米`,
  },
  en: {
    title: "Edit a scene",
    newTitle: "New scene",
    copyOf: (title) => `Made of “${title}”`,
    titlesOf: ({ zh, en }) => ({ zh: `${zh.slice(0, 54)}（副本）`, en: `${en.slice(0, 53)} (copy)` }),
    noScene: (id) => `There is no scene “${id}”`,
    toConsole: "To the console",
    id: (id) => `Id ${id}`,
    origins: { preset: "The product's own", changed: "The product's, changed", own: "Made here" },
    marks: { changed: "changed", own: "own" },
    editScenes: "Edit",
    makeNew: "New scene",
    changedBy: (name, at) => `saved by ${name}, ${at}`,
    recalled: "These are your unsaved changes of last time, kept on this machine",
    fields: {
      "title.zh": "Title in Chinese",
      "title.en": "Title in English",
      dwellS: "Time in a tour",
      extent: "Place",
      layers: "Layers",
      heat: "Heat",
      overlays: "Overlays",
      panels: "Panels",
    },
    filterOf: (layer) => `Filter of ${layer}`,
    titleMissing: "A title is needed",
    dwellHint: (min, max) => `A tour stays ${min} to ${max} seconds`,
    seconds: "s",
    place: "Place",
    wholeZone: "The whole zone",
    around: (position, size) => `Around ${position}, ${size}`,
    takeView: "Take this view",
    takeZone: "Whole zone",
    goBack: "Go back there",
    placeHint:
      "Move and zoom the map as you like: only what you take becomes the scene's. A screen of any size shows all of it",
    layersHint: "In a fixed order: the first is drawn on top",
    matching: (shown, all) => `${shown} of ${all} match`,
    edits: (layer) => `Filter ${layer}`,
    missing: "not in this version",
    missingHint: "Kept as it is unless you remove it",
    missingFilter: "with a filter",
    remove: (what) => `Remove ${what}`,
    up: (what) => `Move ${what} up`,
    down: (what) => `Move ${what} down`,
    addPanel: "Add a panel",
    addOverlay: "Add an overlay",
    full: (most) => `${most} at most`,
    none: "None",
    heatOn: "Show heat",
    previews: "The panels on screens of each size",
    previewHint:
      "As screens usually hang. The numbers are the order of the panels; type that is read from five metres stays as large as it is",
    allFit: (count) => (count === 0 ? "No panels" : `Room for all ${count}`),
    turns: (panels) => `Take turns in the right column: ${panels}`,
    tooHigh: (panels) => `Higher than the screen: ${panels}`,
    person: "Your name",
    sayWho: "Say who you are first",
    save: "Save",
    saved: (at) => `Saved at ${at}; every screen follows`,
    unsaved: "Not saved yet. If you leave, your changes are kept on this machine for the next time",
    unchanged: "Nothing unsaved",
    restore: "Drop the changes",
    toProduct: "Back to the product's own",
    removeScene: "Remove the scene",
    gone: "The scene is gone",
    confirm: {
      restore: "Drop everything that is not saved?",
      toProduct: "Take the scene back to how it came? Every screen follows",
      removeScene: "Remove this scene? Screens that show it will show the overview and say so",
    },
    yes: "Yes",
    no: "No",
    theirsCame: (name, at) => `${name} has saved another version of this scene, ${at}`,
    theirsGone: "Somebody has removed this scene; saving makes it anew",
    compare: "Compare and choose",
    comparison: "Where the two versions differ",
    comparisonHint: "Choose one of each; what is not listed is the same in both",
    theirs: "Theirs",
    mine: "Mine",
    changes: { them: "they changed it", me: "you changed it", both: "both changed it" },
    takeChoice: "Take what is chosen and go on",
    back: "Back",
    heatText: (layer, weight, bandwidthM) => `${layer} by ${weight}, bandwidth ${bandwidthM} m`,
  },
};
