/** A number as people here write it: `1 234,5` or `1234.5`; undefined where it is none. */
export function readDecimal(text: string): number | undefined {
  const plain = text
    .replaceAll(/[\s\u202f\u00a0]/g, "")
    .replace("\u2212", "-")
    .replace(",", ".");
  return /^-?\d+(\.\d*)?$|^-?\.\d+$/.test(plain) ? Number(plain) : undefined;
}

/** Of a field that may be left empty: null where it is. */
export function readOptionalDecimal(text: string): number | null | undefined {
  return text.trim() === "" ? null : readDecimal(text);
}

/** As it is written into a field, to be changed there. */
export function writeDecimal(value: number | null, language: "fr" | "en"): string {
  if (value === null) return "";
  return language === "fr" ? String(value).replace(".", ",") : String(value);
}
