import type { CorrectionBody, CorrectionKind } from "@gtb/contracts/corrections";
import { useState } from "react";
import { useLanguage } from "../../format/use-format.ts";
import { readDecimal, writeDecimal } from "../../forms/decimal.ts";
import { instantAt, localSecond } from "../../time/local-time.ts";
import { parameterAt, toCounts, toIndex } from "./counts.ts";
import type { RegisterPlace } from "./register-place.ts";

/** What a dialog about readings begins with; `value` raw. */
export interface CorrectionStart {
  readonly point: string;
  readonly kind: CorrectionKind;
  readonly from: Date;
  /** Included. */
  readonly to: Date;
  readonly value?: number;
}

export type CorrectionForm = ReturnType<typeof useCorrectionForm>;

/** What is typed about readings, and what it means; `wish` undefined: not yet enough. */
export function useCorrectionForm(setup: RegisterPlace["setup"], timeZone: string, start: CorrectionStart) {
  const language = useLanguage();
  const startWeight = parameterAt(setup.parameters, start.from);
  const shown =
    start.value === undefined || !startWeight ? "" : writeDecimal(toIndex(start.value, startWeight), language);
  const [draft, setDraft] = useState({
    kind: start.kind,
    from: localSecond(start.from, timeZone),
    to: localSecond(start.to, timeZone),
    value: shown,
    reason: "",
  });
  // The field shows seconds; untouched, the very instant is meant.
  const instant = (text: string, original: Date) =>
    text === localSecond(original, timeZone) ? original : instantAt(text, timeZone);
  const from = instant(draft.from, start.from);
  const to = draft.kind === "set" ? from : instant(draft.to, start.to);
  const weight = from && parameterAt(setup.parameters, from);
  const index = readDecimal(draft.value);
  const counts = index !== undefined && weight ? toCounts(index, weight) : undefined;
  return {
    draft,
    edit: (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change })),
    range: { from, to },
    counts,
    wish: wishOf(draft, { from, to, counts }),
  };
}

interface Meant {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly counts: number | undefined;
}

function wishOf(
  draft: { readonly kind: CorrectionKind; readonly reason: string },
  { from, to, counts }: Meant,
): CorrectionBody | undefined {
  const reason = draft.reason.trim();
  if (from === undefined || to === undefined || to < from || reason.length < 3) return undefined;
  if (draft.kind !== "set") return { kind: draft.kind, from: from.toISOString(), to: to.toISOString(), reason };
  return counts === undefined ? undefined : { kind: "set", time: from.toISOString(), value: counts, reason };
}
