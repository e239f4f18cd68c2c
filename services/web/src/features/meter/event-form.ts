import type { RegisterEventKind } from "@gtb/contracts/register-events";
import { useState } from "react";
import { useLanguage } from "../../format/use-format.ts";
import { readDecimal, writeDecimal } from "../../forms/decimal.ts";
import { instantAt, localMinute } from "../../time/local-time.ts";
import { parameterAt, toCounts, toIndex, type Weight } from "./counts.ts";
import { type ParameterDraft, readParameters } from "./parameter-fields.tsx";
import type { RegisterPlace } from "./register-place.ts";

/** What a dialog about an event begins with. Counts are raw. */
export interface EventStart {
  readonly kind: RegisterEventKind;
  readonly at: Date;
  readonly lastValue?: number;
  readonly firstValue?: number;
  /** What the counts showed, where they are why somebody asks. */
  readonly seen?: string;
}

/** As typed. */
export interface EventDraft {
  readonly at: string;
  readonly last: string;
  readonly first: string;
  readonly serialNumber: string;
  readonly note: string;
  /** null: the new counter counts as the old one did. */
  readonly parameters: ParameterDraft | null;
}

export type EventForm = ReturnType<typeof useEventForm>;

/** What is typed about an event, and what it means. */
export function useEventForm({ setup, timeZone, start }: RegisterPlace & { readonly start: EventStart }) {
  const language = useLanguage();
  const typed = (counts: number | undefined): string => {
    const weight = parameterAt(setup.parameters, start.at);
    return counts === undefined || weight === undefined ? "" : writeDecimal(toIndex(counts, weight), language);
  };
  const [draft, setDraft] = useState<EventDraft>({
    at: localMinute(start.at, timeZone),
    last: typed(start.lastValue),
    first: typed(start.firstValue),
    serialNumber: "",
    note: "",
    parameters: null,
  });
  // A minute is all that the field shows: untouched, the very instant is meant.
  const at = draft.at === localMinute(start.at, timeZone) ? start.at : instantAt(draft.at, timeZone);
  const oldWeight = at && parameterAt(setup.parameters, new Date(at.getTime() - 1));
  const parameters = draft.parameters === null ? null : readParameters(draft.parameters);
  const newWeight = parameters ?? (at && parameterAt(setup.parameters, at));
  const counts = (text: string, weight: Weight | undefined) => {
    const index = readDecimal(text);
    return text.trim() === "" ? null : index !== undefined && weight ? toCounts(index, weight) : undefined;
  };
  const [last, first] = [counts(draft.last, oldWeight), counts(draft.first, newWeight)];
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  return {
    draft,
    edit: (change: Partial<EventDraft>) => setDraft((before) => ({ ...before, ...change })),
    oldWeight,
    newWeight,
    ready: at !== undefined && last !== undefined && first !== undefined && parameters !== undefined,
    wish: (confirm: boolean) => ({
      kind: start.kind,
      at: (at ?? start.at).toISOString(),
      ...(start.kind !== "rollover" && { lastValue: last ?? null, firstValue: first ?? null }),
      ...(start.kind === "exchange" && { serialNumber: text(draft.serialNumber), parameters: parameters ?? null }),
      note: text(draft.note),
      confirm,
    }),
  };
}
