/** Diagonal lines over a fill: what is not wholly measured is told from what is by more than its colour. */
export function hatch(color: string) {
  return { symbol: "rect", color, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 };
}
