import { type ContractPreset, contractPresets, type PriceLine } from "@gtb/domain/money/contract-preset";
import type { PriceKind } from "@gtb/domain/money/contract-terms";
import type { TariffSchedule } from "@gtb/domain/money/tariff-schedule";
import type { ContractTermsWish, SupplyContract } from "../../api/contracts.ts";
import { readDecimal, readOptionalDecimal, writeDecimal } from "../../forms/decimal.ts";
import { addDays, type CalendarDate } from "../../time/calendar-date.ts";

/** A line of prices as it is being typed; days are "" where none is given, `last` is the last day that it holds. */
export interface PriceDraft {
  readonly key: string;
  readonly label: string;
  readonly kind: PriceKind;
  readonly tariffClass: string;
  readonly amount: string;
  readonly vatPercent: string;
  readonly isTax: boolean;
  readonly from: CalendarDate;
  readonly last: CalendarDate;
}

/** A contract as it is being typed. */
export interface ContractDraft {
  readonly preset: string;
  readonly supplier: string;
  readonly reference: string;
  readonly currency: string;
  readonly power: string;
  readonly schedule: TariffSchedule | null;
  readonly from: CalendarDate;
  readonly last: CalendarDate;
  readonly prices: readonly PriceDraft[];
}

type Language = "fr" | "en";

export const emptyContract: ContractDraft = {
  preset: "",
  supplier: "",
  reference: "",
  currency: "EUR",
  power: "",
  schedule: null,
  from: "",
  last: "",
  prices: [],
};

export function presetsFor(energy: string): readonly ContractPreset[] {
  return contractPresets.filter(({ energies }) => energies.includes(energy));
}

/** Takes over a usual structure; what was typed of the contract stays, its lines are the structure's. */
export function withPreset(draft: ContractDraft, id: string, language: Language): ContractDraft {
  const preset = contractPresets.find((one) => one.id === id);
  if (preset === undefined) return { ...draft, preset: "" };
  const prices = preset.lines.map((line) => draftOfLine(line, language));
  return { ...draft, preset: id, schedule: preset.schedule, prices };
}

export function emptyLine(language: Language): PriceDraft {
  const line: PriceLine = { label: "", kind: "per_kwh", tariffClass: null, isTax: false, vatPercent: 20 };
  return draftOfLine(line, language);
}

export function draftOf(contract: SupplyContract, language: Language): ContractDraft {
  return {
    preset: contract.preset ?? "",
    supplier: contract.supplier,
    reference: contract.reference ?? "",
    currency: contract.currency,
    power: writeDecimal(contract.subscribedPowerKva, language),
    schedule: contract.schedule,
    from: contract.from,
    last: lastOf(contract.to),
    prices: contract.prices.map(({ amount, from, to, ...line }) => ({
      ...draftOfLine(line, language),
      amount: writeDecimal(amount, language),
      from: from ?? "",
      last: lastOf(to),
    })),
  };
}

/** New prices from a day on: those that hold without end do until the day before, and stand again with no amount yet. */
export function withNewPrices(draft: ContractDraft, from: CalendarDate): ContractDraft {
  const prices = draft.prices.flatMap((price) =>
    price.last !== "" || price.from >= from
      ? [price]
      : [
          { ...price, last: addDays(from, -1) },
          { ...price, key: newKey(), from, amount: "" },
        ],
  );
  return { ...draft, prices };
}

/** What is sent; undefined while a number is none, or lacking. */
export function termsOf(draft: ContractDraft): ContractTermsWish | undefined {
  const power = readOptionalDecimal(draft.power);
  const prices = draft.prices.flatMap(({ key: _, last, from, tariffClass, amount, vatPercent, ...line }) => {
    const numbers = { amount: readDecimal(amount), vatPercent: readDecimal(vatPercent) };
    if (numbers.amount === undefined || numbers.vatPercent === undefined) return [];
    const range = { from: from || null, to: endOf(last) };
    const said = { ...line, label: line.label.trim(), tariffClass: tariffClass.trim() || null };
    return [{ ...said, ...range, amount: numbers.amount, vatPercent: numbers.vatPercent }];
  });
  if (power === undefined || prices.length < draft.prices.length) return undefined;
  return {
    supplier: draft.supplier.trim(),
    reference: draft.reference.trim() || null,
    preset: draft.preset || null,
    currency: draft.currency,
    subscribedPowerKva: power,
    schedule: draft.schedule,
    from: draft.from,
    to: endOf(draft.last),
    prices,
  };
}

function draftOfLine({ vatPercent, tariffClass, ...line }: PriceLine, language: Language): PriceDraft {
  const numbers = { amount: "", vatPercent: writeDecimal(vatPercent, language) };
  return { ...line, key: newKey(), tariffClass: tariffClass ?? "", ...numbers, from: "", last: "" };
}

let keys = 0;
/** Names a line while the form is open. */
function newKey(): string {
  keys += 1;
  return `line-${keys}`;
}

function lastOf(to: CalendarDate | null): CalendarDate {
  return to === null ? "" : addDays(to, -1);
}

function endOf(last: CalendarDate): CalendarDate | null {
  return last === "" ? null : addDays(last, 1);
}
