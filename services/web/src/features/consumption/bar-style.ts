import { hatch } from "../../charts/hatch.ts";
import type { BucketQuality } from "./bucket-quality.ts";

interface BarStyle {
  readonly color: string;
  readonly opacity?: number;
  readonly decal?: ReturnType<typeof hatch>;
  readonly borderColor?: string;
  readonly borderWidth?: number;
  readonly borderType?: "dashed";
}

/** How a bar says how well it is known: the same on every page. */
export function barStyle(colour: string, quality: BucketQuality): BarStyle {
  switch (quality) {
    case "estimated":
      return { color: colour, opacity: 0.75, decal: hatch("rgba(255,255,255,.75)") };
    case "incomplete":
      return { color: colour, opacity: 0.45, borderColor: colour, borderWidth: 1, borderType: "dashed" };
    case "running":
      return { color: colour, opacity: 0.7 };
    case "measured":
    case "missing":
      return { color: colour };
  }
}

/** Behind a bucket of which something is not known. */
export const gapStyle = { color: "#f1f3f2", decal: hatch("#d3d9d6") };
