const shape = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** No meter or sensor counts as far; a sum of such values could no longer be told from one without the last. */
export const greatestImportedValue = 1e15;

/** A number as people write it: spaces between thousands, the file's decimal separator. Undefined for anything else. */
export function parseNumber(text: string, decimal: "," | "."): number | undefined {
  const bare = text.trim();
  if (decimal === "." && shape.test(bare)) return Number(bare);
  // A point beside a decimal comma is a separator of thousands only where three digits follow.
  const dense = bare.replace(/[\s\u00a0\u202f]/g, "");
  const plain =
    decimal === "," ? dense.replace(/\.(?=\d{3}(?:\D|$))/g, dense.includes(",") ? "" : ".").replace(",", ".") : dense;
  return shape.test(plain) ? Number(plain) : undefined;
}
