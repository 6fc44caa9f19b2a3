import { type ThemeConfig, theme } from "antd";

const FONT = '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

const PRIMARY = { light: "#1a5fd0", dark: "#5b9bff" } as const;

/** On the page's own surfaces the primary colour is too dark for a text at night. */
const LINK = { light: "#1a5fd0", dark: "#7db1ff" } as const;

/** Ant Design in the map's two themes: calm surfaces, so that the ledgers' own colours speak. */
export const antdTheme = (name: "light" | "dark"): ThemeConfig => ({
  algorithm: name === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    fontFamily: FONT,
    borderRadius: 6,
    colorPrimary: PRIMARY[name],
    colorLink: LINK[name],
    ...(name === "dark" && { colorBgContainer: "#1a222b", colorBgElevated: "#222c37", colorBgLayout: "#12181f" }),
    // Without a graphics card a growing dialog is drawn late, and a click meant for its button can fall beside it.
    motion: false,
  },
  components: {
    Slider: {
      railSize: 4,
      handleSize: 10,
      // The library's own are paler than a slider may be that people set distances with.
      railBg: name === "dark" ? "#465363" : "#d5dbe3",
      railHoverBg: name === "dark" ? "#52606f" : "#c4ccd6",
      trackBg: PRIMARY[name],
      trackHoverBg: PRIMARY[name],
      handleColor: PRIMARY[name],
    },
    Table: { cellPaddingBlockSM: 4, cellPaddingInlineSM: 6 },
  },
});
