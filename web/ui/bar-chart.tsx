import { BarChart as Bars } from "echarts/charts";
import { AriaComponent, GridComponent } from "echarts/components";
import { type EChartsType, init, use as register } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

register([Bars, GridComponent, AriaComponent, LabelLayout, SVGRenderer]);

/** One row of bars; `null`: not known, and no bar. */
export interface BarSeries {
  readonly name: string;
  readonly color: string;
  readonly values: readonly (number | null)[];
  /** Stands only to be compared with: its bars have no numbers, which would hide those of the others. */
  readonly isBackdrop?: boolean;
}

interface BarChartProps {
  readonly label: string;
  readonly categories: readonly string[];
  readonly series: readonly BarSeries[];
  /** Of all texts, pixels. */
  readonly typePx: number;
  readonly ink: string;
  readonly line: string;
}

/** Bars side by side from zero on with their numbers, so that none has to be read off an axis. */
export function BarChart({ label, categories, series, typePx, ink, line }: BarChartProps) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    const element = container.current!;
    const made = init(element, null, { renderer: "svg" });
    chart.current = made;
    const sized = new ResizeObserver(() => made.resize());
    sized.observe(element);
    return () => {
      sized.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    // Measured on a canvas, which does not know what would be inherited.
    const { fontFamily } = getComputedStyle(container.current!);
    const text = { color: ink, fontSize: typePx, fontFamily };
    chart.current?.setOption(
      {
        // Without it a wall that is drawn in software spends its time on bars that grow.
        animation: false,
        aria: { enabled: true, label: { description: label } },
        grid: { left: 0, right: 0, top: typePx * 1.4, bottom: typePx * 1.5 },
        xAxis: {
          type: "category",
          data: [...categories],
          axisTick: { show: false },
          axisLine: { lineStyle: { color: line } },
          axisLabel: { ...text, interval: 0, hideOverlap: true },
        },
        yAxis: { type: "value", min: 0, show: false },
        series: series.map(({ name, color, values, isBackdrop }) => ({
          type: "bar",
          name,
          data: [...values],
          itemStyle: { color },
          barCategoryGap: "25%",
          barGap: "5%",
          label: { ...text, show: !isBackdrop, position: "top" },
          labelLayout: { hideOverlap: true },
        })),
      },
      { notMerge: true },
    );
  }, [label, categories, series, typePx, ink, line]);
  return <div ref={container} style={{ width: "100%", height: "100%" }} role="img" aria-label={label} />;
}
