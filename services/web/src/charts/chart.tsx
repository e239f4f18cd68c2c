import { useEffect, useEffectEvent, useRef } from "react";
import { type ChartOption, init } from "./echarts.ts";

interface ChartProps {
  readonly option: ChartOption;
  readonly height: number;
  /** What the drawing shows, for those who do not see it; the numbers stand in the table beside it. */
  readonly label: string;
  readonly testId?: string;
  /** Called with the index of the category whose column is pressed. */
  readonly onPick?: ((index: number) => void) | undefined;
}

/** An ECharts drawing that follows the size of its place. */
export function Chart({ option, height, label, testId, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  const drawn = useRef<string>(undefined);
  const pick = useEffectEvent((index: number) => onPick?.(index));

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = init(element, null, { renderer: "svg" });
    chart.current = made;
    drawn.current = undefined;
    // The whole column of a category can be pressed, also where its bar is short.
    made.getZr().on("click", ({ offsetX, offsetY }) => {
      if (!made.containPixel("grid", [offsetX, offsetY])) return;
      const index = made.convertFromPixel({ xAxisIndex: 0 }, offsetX);
      if (typeof index === "number" && index >= 0) pick(index);
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);

  // Pages render at every tick of their clock: the chart moves only when what it draws differs. Functions are left out of
  // the comparison, they follow the same figures and language as the labels.
  useEffect(() => {
    const drawing = JSON.stringify(option);
    if (drawing === drawn.current) return;
    drawn.current = drawing;
    chart.current?.setOption(option, { replaceMerge: ["series"] });
  }, [option]);

  return (
    <div
      ref={place}
      role="img"
      aria-label={label}
      data-testid={testId}
      style={{ height, cursor: onPick === undefined ? "default" : "pointer" }}
    />
  );
}
