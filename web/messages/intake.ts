import type { FormatId, Stage, StandardTarget, Sureness } from "../api.ts";
import type { Catalogue } from "./words.ts";

/** A delivered file while a person looks at it: what it is, how it is understood, and what would come of it. */
interface IntakeWords {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly rowsOf: (rows: string, total: string | null) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly stoppedHint: string;
  readonly checkAgain: string;
  readonly stale: string;
  readonly facts: {
    readonly title: string;
    readonly formats: Readonly<Record<FormatId, string>>;
    readonly gzip: string;
    readonly size: string;
    readonly format: string;
    readonly encoding: string;
    readonly sure: Readonly<Record<Sureness, string>>;
    readonly delimiter: string;
    readonly delimiters: Readonly<Record<"," | ";" | "\t", string>>;
    readonly table: string;
    readonly rows: string;
    readonly unknownRows: string;
    readonly headerRow: string;
    readonly headerRows: string;
    readonly found: string;
    readonly declared: string;
    readonly undeclared: string;
    readonly source: string;
    readonly observedOn: string;
    readonly by: string;
    readonly notices: string;
    readonly before: (when: string, by: string, layer: string) => string;
    readonly beforeLink: string;
    readonly passedOver: (rows: string) => string;
    readonly merged: (rows: string) => string;
  };
  readonly mapping: {
    readonly title: string;
    readonly summary: (used: number, fields: number) => string;
    readonly field: string;
    readonly column: string;
    readonly sample: string;
    readonly none: string;
    readonly required: string;
    readonly otherwise: (columns: string) => string;
    readonly unused: string;
    readonly otherLayer: (layer: string, fields: number) => string;
    readonly changeLayer: (layer: string) => string;
    readonly saved: string;
    readonly usedSaved: (name: string) => string;
    readonly save: string;
    readonly saveAs: string;
    readonly saveHint: string;
    readonly savedNow: (name: string) => string;
    readonly dateOrder: string;
    readonly dateOrders: Readonly<Record<"year-first" | "day-first" | "month-first", string>>;
    readonly merge: string;
    readonly targets: Readonly<Record<StandardTarget, string>>;
    readonly hidden: string;
    readonly more: (count: number) => string;
    readonly less: string;
  };
  readonly commit: {
    readonly button: (added: string, changed: string) => string;
    readonly reasons: Readonly<Record<"judging" | "datum" | "nothing" | "person" | "failed", string>>;
    readonly waiting: (rows: string) => string;
    readonly refused: (rows: string) => string;
    readonly working: string;
    readonly conflict: string;
    readonly conflictHint: string;
    readonly done: (added: string, changed: string) => string;
    readonly nothing: string;
    readonly nothingHint: string;
    readonly next: string;
  };
}

export const INTAKE_WORDS: Catalogue<IntakeWords> = {
  zh: {
    stages: {
      waiting: "排队等候",
      sampling: "正在抽样，判断坐标系",
      reading: "正在逐行检查",
      comparing: "正在与台账比对",
    },
    rowsOf: (rows, total) => (total === null ? `${rows} 行` : `${rows} / ${total} 行`),
    stop: "停止检查",
    stopped: "检查已停止",
    stoppedHint: "文件仍在，台账没有改动。可以重新检查，或放弃。",
    checkAgain: "重新检查",
    stale: "正在按新的设置重新检查，下面是上一次的结果",
    facts: {
      title: "文件",
      formats: {
        csv: "CSV 文本表格",
        xlsx: "Excel 工作簿",
        geojson: "GeoJSON",
        "geojson-lines": "GeoJSON（每行一个要素）",
        shapefile: "Shapefile",
        geopackage: "GeoPackage",
        kml: "KML",
      },
      gzip: "gzip 压缩",
      size: "大小",
      format: "格式",
      encoding: "编码",
      sure: { mark: "文件自带标记", stated: "由人指定", valid: "只有它读得通", guess: "按用字推测，请看样例是否正常" },
      delimiter: "分隔符",
      delimiters: { ",": "逗号", ";": "分号", "\t": "制表符" },
      table: "工作表 / 图层",
      rows: "行数",
      unknownRows: "未知",
      headerRow: "表头所在行",
      headerRows: "表头行数",
      found: "自动",
      declared: "文件声明的坐标系",
      undeclared: "没有声明",
      source: "数据来源",
      observedOn: "数据日期",
      by: "经办人",
      notices: "文件提示",
      before: (when, by, layer) => `同一个文件已于 ${when} 由 ${by} 导入“${layer}”`,
      beforeLink: "查看那次导入",
      passedOver: (rows) => `按条件跳过 ${rows} 行`,
      merged: (rows) => `合并 ${rows} 行`,
    },
    mapping: {
      title: "字段对应",
      summary: (used, fields) => `${used} / ${fields} 个字段`,
      field: "字段",
      column: "取自列",
      sample: "样例",
      none: "不导入",
      required: "必填",
      otherwise: (columns) => `为空时取：${columns}`,
      unused: "未使用的列",
      otherLayer: (layer, fields) => `这些列更像“${layer}”（对上 ${fields} 个字段）`,
      changeLayer: (layer) => `改为导入“${layer}”`,
      saved: "已存的对应方案",
      usedSaved: (name) => `已套用“${name}”`,
      save: "保存方案",
      saveAs: "方案名称",
      saveHint: "下次遇到列名相同的文件会自动套用",
      savedNow: (name) => `已保存方案“${name}”`,
      dateOrder: "5/3/2024 这类日期",
      dateOrders: {
        "year-first": "不猜，逐行询问",
        "day-first": "日在前（5 日 3 月）",
        "month-first": "月在前（5 月 3 日）",
      },
      merge: "同一编号的多行合并为一条，取最严重的等级",
      targets: {
        code: "编号",
        name: "名称",
        lon: "经度",
        lat: "纬度",
        x: "X（东坐标）",
        y: "Y（北坐标）",
        position: "位置（一列写全）",
        road: "道路",
        stake: "里程桩号",
        districtCode: "镇街代码",
        positionErrorM: "定位误差 (m)",
        observedOn: "数据日期",
        source: "数据来源",
      },
      hidden: "（个人信息）",
      more: (count) => `显示其余 ${count} 个字段`,
      less: "只看已对应和必填的字段",
    },
    commit: {
      button: (added, changed) => `写入：新增 ${added}，变更 ${changed}`,
      reasons: {
        judging: "检查还没有完成",
        datum: "请先在“坐标系”中确认",
        nothing: "没有需要写入的内容",
        person: "请先填写经办人",
        failed: "文件还不能读取",
      },
      waiting: (rows) => `存疑 ${rows} 行尚未决定，不会写入`,
      refused: (rows) => `拒绝 ${rows} 行，不会写入`,
      working: "正在写入…",
      conflict: "台账在核对之后有了变化，没有写入",
      conflictHint: "请重新检查，看过新的结果再写入。",
      done: (added, changed) => `已写入：新增 ${added}，变更 ${changed}`,
      nothing: "没有变化，未写入任何内容",
      nothingHint: "文件里的内容与台账一致。",
      next: "导入下一个文件",
    },
  },
  en: {
    stages: {
      waiting: "Waiting for its turn",
      sampling: "Taking a sample, weighing the coordinates",
      reading: "Checking row by row",
      comparing: "Comparing with the ledger",
    },
    rowsOf: (rows, total) => (total === null ? `${rows} rows` : `${rows} of ${total} rows`),
    stop: "Stop checking",
    stopped: "The check was stopped",
    stoppedHint: "The file is still here and the ledger is as it was. Check again, or discard.",
    checkAgain: "Check again",
    stale: "Being checked again under the new settings; below is the last result",
    facts: {
      title: "File",
      formats: {
        csv: "CSV table",
        xlsx: "Excel workbook",
        geojson: "GeoJSON",
        "geojson-lines": "GeoJSON, a feature a line",
        shapefile: "Shapefile",
        geopackage: "GeoPackage",
        kml: "KML",
      },
      gzip: "gzip",
      size: "Size",
      format: "Format",
      encoding: "Encoding",
      sure: {
        mark: "the file carries its mark",
        stated: "stated by a person",
        valid: "the only one that decodes",
        guess: "guessed by its letters: look at the samples",
      },
      delimiter: "Delimiter",
      delimiters: { ",": "comma", ";": "semicolon", "\t": "tab" },
      table: "Sheet / layer",
      rows: "Rows",
      unknownRows: "unknown",
      headerRow: "Row of the header",
      headerRows: "Header rows",
      found: "auto",
      declared: "Coordinates as declared",
      undeclared: "not declared",
      source: "Source",
      observedOn: "Data date",
      by: "By",
      notices: "About the file",
      before: (when, by, layer) => `The same file came into “${layer}” on ${when}, by ${by}`,
      beforeLink: "Show that import",
      passedOver: (rows) => `${rows} rows passed over by condition`,
      merged: (rows) => `${rows} rows merged`,
    },
    mapping: {
      title: "Fields",
      summary: (used, fields) => `${used} of ${fields} fields`,
      field: "Field",
      column: "From column",
      sample: "Samples",
      none: "none",
      required: "required",
      otherwise: (columns) => `where empty: ${columns}`,
      unused: "Columns not used",
      otherLayer: (layer, fields) => `These columns look more like “${layer}” (${fields} fields fit)`,
      changeLayer: (layer) => `Import into “${layer}”`,
      saved: "Saved mappings",
      usedSaved: (name) => `“${name}” was used`,
      save: "Save mapping",
      saveAs: "Name of the mapping",
      saveHint: "The next file with the same columns is read the same way",
      savedNow: (name) => `Saved as “${name}”`,
      dateOrder: "Dates such as 5/3/2024",
      dateOrders: {
        "year-first": "do not guess",
        "day-first": "day first (5 March)",
        "month-first": "month first (May 3)",
      },
      merge: "Rows of one code are one feature, of the worst grade",
      targets: {
        code: "Code",
        name: "Name",
        lon: "Longitude",
        lat: "Latitude",
        x: "X (easting)",
        y: "Y (northing)",
        position: "Place (in one column)",
        road: "Road",
        stake: "Kilometre stake",
        districtCode: "District code",
        positionErrorM: "Position error (m)",
        observedOn: "Observed on",
        source: "Source",
      },
      hidden: "(personal)",
      more: (count) => `Show ${count} more fields`,
      less: "Only fields that are filled or required",
    },
    commit: {
      button: (added, changed) => `Write: ${added} new, ${changed} changed`,
      reasons: {
        judging: "The check is not complete yet",
        datum: "Confirm the coordinates first",
        nothing: "There is nothing to write",
        person: "Give your name first",
        failed: "The file cannot be read yet",
      },
      waiting: (rows) => `${rows} doubtful, undecided: not written`,
      refused: (rows) => `${rows} refused: not written`,
      working: "Writing…",
      conflict: "The ledger has changed since you looked; nothing was written",
      conflictHint: "Check again and look at the new result before you write.",
      done: (added, changed) => `Written: ${added} new, ${changed} changed`,
      nothing: "Nothing has changed; nothing was written",
      nothingHint: "The file says what the ledger says.",
      next: "Import another file",
    },
  },
};
