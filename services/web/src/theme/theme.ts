import { createTheme, type MantineColorsTuple } from "@mantine/core";

const pine: MantineColorsTuple = [
  "#eaf5f3",
  "#d5e7e4",
  "#abcfca",
  "#7fb6af",
  "#5aa199",
  "#43948b",
  "#348c83",
  "#257970",
  "#0e5a58",
  "#07423f",
];
const ink: MantineColorsTuple = [
  "#f6f7f6",
  "#eceeed",
  "#dfe3e1",
  "#c5ccc9",
  "#9aa5a1",
  "#75817d",
  "#5a6662",
  "#414b48",
  "#2a3330",
  "#18201e",
];

/** What each system has; the browser asks nobody for a font. */
export const fontFamily = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

export const theme = createTheme({
  colors: { pine, gray: ink },
  primaryColor: "pine",
  primaryShade: 8,
  black: "#18201e",
  defaultRadius: "md",
  fontFamily,
  headings: { fontWeight: "650" },
  cursorType: "pointer",
  respectReducedMotion: true,
});
