import type { GeometryProblemCode } from "#data/geometry/validity.ts";
import type { ProblemReason } from "#data/layers/check-feature.ts";
import type { Catalogue } from "./words.ts";

/** Changing, adding and removing single features by hand. */
interface EditWords {
  readonly edit: string;
  readonly addTo: (layer: string) => string;
  readonly titleChange: string;
  readonly titleNew: (layer: string) => string;
  readonly names: string;
  readonly attributes: string;
  readonly place: string;
  readonly record: string;
  readonly required: string;
  readonly problems: Readonly<Record<ProblemReason, (allowed: string | null) => string>>;
  readonly refused: (message: string, allowed: string | undefined) => string;
  readonly codeTaken: (code: string) => string;
  readonly range: (min: number | undefined, max: number | undefined) => string;
  readonly choose: string;
  readonly stakeHint: string;
  readonly personalKept: string;
  readonly personalEmptied: string;
  readonly personalHint: string;
  readonly empty: string;
  readonly keep: string;
  readonly sourceHint: string;
  readonly addSubstance: string;
  readonly removeSubstance: (number: number) => string;
  readonly substanceField: (field: string, number: number) => string;
  readonly placeNow: string;
  readonly placeMissing: string;
  readonly draw: Readonly<Record<"point" | "line" | "polygon", string>>;
  readonly redraw: Readonly<Record<"point" | "line" | "polygon", string>>;
  /** In a layer that has both: a shape for the point, or a point for the shape. */
  readonly instead: Readonly<Record<"point" | "line" | "polygon", string>>;
  readonly drawHint: Readonly<Record<"point" | "line" | "polygon", string>>;
  readonly drawKeys: string;
  readonly cancelDrawing: string;
  readonly typePlace: string;
  readonly typePlaceHint: string;
  readonly setPlace: string;
  readonly notAPlace: string;
  readonly fromHere: (distance: string) => string;
  readonly moved: (distance: string) => string;
  readonly reshaped: (distance: string) => string;
  readonly farMove: string;
  readonly farFromZone: (distance: string) => string;
  readonly backToOld: string;
  readonly errorMayDiffer: string;
  readonly corners: (count: number) => string;
  readonly length: string;
  readonly area: string;
  readonly shapeProblems: Readonly<Record<GeometryProblemCode, string>>;
  readonly save: string;
  readonly saveCount: (count: number) => string;
  readonly nothingChanged: string;
  readonly discard: string;
  readonly discardAsk: (feature: string) => string;
  readonly discardOld: string;
  readonly continueEditing: string;
  readonly keptTitle: string;
  readonly keptHint: (feature: string) => string;
  readonly remove: string;
  readonly removeNow: string;
  readonly removeAsk: (feature: string) => string;
  readonly removeHint: string;
  readonly removed: (feature: string) => string;
  readonly reviewTitle: string;
  readonly reviewNewTitle: string;
  readonly reviewField: string;
  readonly reviewOld: string;
  readonly reviewNew: string;
  readonly who: string;
  readonly whoHint: string;
  readonly whoMissing: string;
  readonly reason: string;
  readonly reasonOptional: string;
  readonly reasonMissing: string;
  readonly back: string;
  readonly confirm: string;
  readonly saved: string;
  readonly added: string;
  readonly failed: string;
  readonly changedMeanwhile: (by: string) => string;
  readonly goneMeanwhile: string;
  readonly compare: string;
  readonly conflictTitle: string;
  readonly conflictHint: (by: string, at: string) => string;
  readonly conflictRead: string;
  readonly conflictTheirs: string;
  readonly conflictMine: string;
  readonly untouched: string;
  readonly takeTheirs: string;
  readonly keepMine: string;
  readonly keepMineHint: string;
  readonly cancel: string;
  readonly geometry: string;
}

export const EDIT_WORDS: Catalogue<EditWords> = {
  zh: {
    edit: "编辑",
    addTo: (layer) => `新增${layer}`,
    titleChange: "编辑要素",
    titleNew: (layer) => `新增：${layer}`,
    names: "名称与编号",
    attributes: "属性",
    place: "位置",
    record: "数据来源",
    required: "必填",
    problems: {
      required: () => "必填",
      "unknown-attribute": () => "该图层没有此字段",
      type: (allowed) => (allowed === "number" ? "应为数字，如 12.5" : allowed === "integer" ? "应为整数" : "格式不对"),
      "not-a-code": () => "不在代码表中",
      "out-of-range": (allowed) => `超出范围，应为 ${allowed}`,
      "too-long": (allowed) => `太长，应 ${allowed} 字`,
      "not-a-date": (allowed) => `不是有效日期，应为 ${allowed}`,
      "geometry-type": () => "几何类型不符",
      "geometry-shape": () => "图形不完整",
      position: () => "不在地球上",
    },
    refused: (message, allowed) => `服务器拒绝：${message}${allowed ? `（允许：${allowed}）` : ""}`,
    codeTaken: (code) => `编号 ${code} 已被占用`,
    range: (min, max) => (min === undefined ? `≤ ${max}` : max === undefined ? `≥ ${min}` : `${min} 至 ${max}`),
    choose: "未知",
    stakeHint: "K12+300 或米数",
    personalKept: "已登记，不公开；输入新值可替换",
    personalEmptied: "保存后清空",
    personalHint: "个人信息：不显示已有内容，也不写入日志",
    empty: "清空",
    keep: "保留原值",
    sourceHint: "不填则为录入人",
    addSubstance: "增加一种物质",
    removeSubstance: (number) => `删除第 ${number} 种物质`,
    substanceField: (field, number) => `第 ${number} 种物质的${field}`,
    placeNow: "当前位置",
    placeMissing: "还没有位置：在地图上指定，或输入坐标",
    draw: { point: "在地图上点选", line: "在地图上画线", polygon: "在地图上画范围" },
    redraw: { point: "在地图上移动", line: "重画线", polygon: "重画范围" },
    instead: { point: "改为单点", line: "改为线", polygon: "改为范围" },
    drawHint: {
      point: "在地图上单击新位置，Esc 取消。",
      line: "单击加点，双击结束，Esc 取消。",
      polygon: "单击加点，双击或点回起点结束，Esc 取消。",
    },
    drawKeys: "键盘：方向键移动地图，空格在十字处落点，回车结束。",
    cancelDrawing: "取消",
    typePlace: "输入坐标或桩号",
    typePlaceHint: "122.26, 43.62 或 43°37′12″N… 或 G111 K812+300",
    setPlace: "定位",
    notAPlace: "读不出位置。例：122.26, 43.62；43°37′12″N 122°15′36″E；G111 K812+300",
    fromHere: (distance) => `距原位置 ${distance}`,
    moved: (distance) => `移动 ${distance}`,
    reshaped: (distance) => `范围有变化，中心移动 ${distance}`,
    farMove: "移动超过 1 km，请核对坐标和坐标系",
    farFromZone: (distance) => `距区域中心 ${distance}，请核对坐标和坐标系`,
    backToOld: "恢复原位置",
    errorMayDiffer: "位置变了，原来的定位误差可能不再适用",
    corners: (count) => `${count} 个顶点`,
    length: "长",
    area: "面积",
    shapeProblems: {
      empty: "图形没有点",
      "too-many-vertices": "顶点太多",
      "too-few-vertices": "点太少，围不成图形",
      "not-closed": "边线没有闭合",
      "zero-area": "图形没有面积",
      "self-crossing": "边线自相交，请重画",
      "too-wide": "图形跨度太大",
    },
    save: "保存…",
    saveCount: (count) => `保存 ${count} 处修改…`,
    nothingChanged: "没有修改",
    discard: "放弃",
    discardAsk: (feature) => `“${feature}”的修改还没有保存`,
    discardOld: "放弃那些修改",
    continueEditing: "继续编辑",
    keptTitle: "未保存的修改已保留",
    keptHint: (feature) => `“${feature}”的修改还没有保存。`,
    remove: "删除…",
    removeNow: "删除",
    removeAsk: (feature) => `删除“${feature}”？`,
    removeHint: "从台账和地图上移除；变更记录保留它的全部内容。",
    removed: (feature) => `已删除“${feature}”`,
    reviewTitle: "核对修改",
    reviewNewTitle: "核对新增内容",
    reviewField: "字段",
    reviewOld: "原值",
    reviewNew: "新值",
    who: "修改人",
    whoHint: "记入变更记录，并记在本机",
    whoMissing: "请填写修改人",
    reason: "原因",
    reasonOptional: "原因（选填）",
    reasonMissing: "请填写原因",
    back: "返回修改",
    confirm: "确认保存",
    saved: "已保存",
    added: "已新增",
    failed: "未能保存",
    changedMeanwhile: (by) => `您打开后，${by} 修改了这个要素`,
    goneMeanwhile: "您打开后，有人删除了这个要素",
    compare: "对照",
    conflictTitle: "这个要素已被他人修改，尚未写入您的修改",
    conflictHint: (by, at) => `${by} 于 ${at} 保存了新版本。请对照后决定。`,
    conflictRead: "您打开时",
    conflictTheirs: "对方现在",
    conflictMine: "您的修改",
    untouched: "未改",
    takeTheirs: "采用对方的",
    keepMine: "用我的覆盖",
    keepMineHint: "“用我的覆盖”只写您改过的字段；对方改过而您没改的保持对方的。两个版本都留在变更记录中。",
    cancel: "取消",
    geometry: "位置与范围",
  },
  en: {
    edit: "Edit",
    addTo: (layer) => `Add to ${layer}`,
    titleChange: "Edit feature",
    titleNew: (layer) => `New: ${layer}`,
    names: "Code and name",
    attributes: "Attributes",
    place: "Place",
    record: "Record",
    required: "required",
    problems: {
      required: () => "Needed",
      "unknown-attribute": () => "The layer has no such field",
      type: (allowed) =>
        allowed === "number"
          ? "A number is needed, such as 12.5"
          : allowed === "integer"
            ? "A whole number is needed"
            : "Not in the form that is needed",
      "not-a-code": () => "Not in the list of codes",
      "out-of-range": (allowed) => `Out of range: ${allowed}`,
      "too-long": (allowed) => `Too long: ${allowed} characters`,
      "not-a-date": (allowed) => `Not a date: ${allowed}`,
      "geometry-type": () => "Another kind of shape is needed",
      "geometry-shape": () => "The shape is not whole",
      position: () => "Not on the earth",
    },
    refused: (message, allowed) => `Refused by the server: ${message}${allowed ? ` (allowed: ${allowed})` : ""}`,
    codeTaken: (code) => `The code ${code} is taken`,
    range: (min, max) => (min === undefined ? `≤ ${max}` : max === undefined ? `≥ ${min}` : `${min} to ${max}`),
    choose: "unknown",
    stakeHint: "K12+300 or metres",
    personalKept: "On record, withheld; type to replace it",
    personalEmptied: "Emptied when saved",
    personalHint: "Personal: what is on record is neither shown nor logged",
    empty: "Empty",
    keep: "Keep",
    sourceHint: "If blank, whoever enters it",
    addSubstance: "Add a substance",
    removeSubstance: (number) => `Remove substance ${number}`,
    substanceField: (field, number) => `${field} of substance ${number}`,
    placeNow: "Present place",
    placeMissing: "No place yet: point at it on the map, or type coordinates",
    draw: { point: "Point on the map", line: "Draw a line", polygon: "Draw an outline" },
    redraw: { point: "Move on the map", line: "Draw the line anew", polygon: "Draw the outline anew" },
    instead: { point: "As a point instead", line: "As a line instead", polygon: "As an outline instead" },
    drawHint: {
      point: "Click the new place, Esc to cancel.",
      line: "Click to add points, double-click to end, Esc to cancel.",
      polygon: "Click to add points, double-click or click the first point to end, Esc to cancel.",
    },
    drawKeys: "Keyboard: arrows move the map, space sets a point at the cross, Enter ends.",
    cancelDrawing: "Cancel",
    typePlace: "Coordinates or stake",
    typePlaceHint: "122.26, 43.62 or 43°37′12″N… or G111 K812+300",
    setPlace: "Set",
    notAPlace: "No place can be read. Such as: 122.26, 43.62; 43°37′12″N 122°15′36″E; G111 K812+300",
    fromHere: (distance) => `${distance} from the old place`,
    moved: (distance) => `moved ${distance}`,
    reshaped: (distance) => `outline changed, middle moved ${distance}`,
    farMove: "Moved by more than 1 km: check the coordinates and their datum",
    farFromZone: (distance) => `${distance} from the middle of the zone: check the coordinates and their datum`,
    backToOld: "Back to the old place",
    errorMayDiffer: "It has moved: the old position error may no longer hold",
    corners: (count) => `${count} vertices`,
    length: "length",
    area: "area",
    shapeProblems: {
      empty: "The shape has no points",
      "too-many-vertices": "Too many vertices",
      "too-few-vertices": "Too few points for a shape",
      "not-closed": "The edge is not closed",
      "zero-area": "The shape has no area",
      "self-crossing": "The edge crosses itself: draw it anew",
      "too-wide": "The shape is too wide",
    },
    save: "Save…",
    saveCount: (count) => (count === 1 ? "Save 1 change…" : `Save ${count} changes…`),
    nothingChanged: "No changes",
    discard: "Discard",
    discardAsk: (feature) => `The changes to “${feature}” are not saved yet`,
    discardOld: "Discard those changes",
    continueEditing: "Continue editing",
    keptTitle: "Unsaved changes are kept",
    keptHint: (feature) => `The changes to “${feature}” are not saved yet.`,
    remove: "Remove…",
    removeNow: "Remove",
    removeAsk: (feature) => `Remove “${feature}”?`,
    removeHint: "It leaves the ledger and the map; the history keeps everything about it.",
    removed: (feature) => `“${feature}” is removed`,
    reviewTitle: "Check the changes",
    reviewNewTitle: "Check the new feature",
    reviewField: "Field",
    reviewOld: "Old",
    reviewNew: "New",
    who: "Changed by",
    whoHint: "Goes into the history, and is remembered on this machine",
    whoMissing: "Say who changes it",
    reason: "Reason",
    reasonOptional: "Reason (optional)",
    reasonMissing: "Give a reason",
    back: "Back to the form",
    confirm: "Save",
    saved: "Saved",
    added: "Added",
    failed: "Could not be saved",
    changedMeanwhile: (by) => `${by} has changed this feature since you opened it`,
    goneMeanwhile: "Somebody has removed this feature since you opened it",
    compare: "Compare",
    conflictTitle: "Somebody else changed this feature; your changes are not written yet",
    conflictHint: (by, at) => `${by} saved a newer version at ${at}. Compare, then decide.`,
    conflictRead: "When you opened it",
    conflictTheirs: "Theirs now",
    conflictMine: "Yours",
    untouched: "unchanged",
    takeTheirs: "Take theirs",
    keepMine: "Write mine over it",
    keepMineHint:
      "Yours over it writes only the fields that you changed; what they changed and you did not stays theirs. The history keeps both.",
    cancel: "Cancel",
    geometry: "Place and outline",
  },
};
