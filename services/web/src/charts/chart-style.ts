import { fontFamily } from "../theme/theme.ts";

/** Colours and sizes that every chart shares. */
export const chartStyle = {
  text: { color: "#56625e", fontFamily, fontSize: 12 },
  line: "#e3e7e4",
  ghost: "#e4e8e6",
  tooltip: {
    backgroundColor: "#ffffff",
    borderColor: "#e3e7e4",
    padding: [10, 14] as [number, number],
    textStyle: { color: "#18201e", fontFamily, fontSize: 13 },
    extraCssText: "border-radius:10px;box-shadow:0 6px 24px rgba(24,32,30,.12);",
  },
} as const;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text from outside, made safe for a tooltip's HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** One line of a tooltip: a coloured mark, a name and a value at the right. */
export function tooltipLine(colour: string | null, name: string, value: string): string {
  const mark = colour === null ? "" : `<i style="background:${colour}"></i>`;
  return `<div class="tooltip-line"><span>${mark}${escapeHtml(name)}</span><b>${escapeHtml(value)}</b></div>`;
}
