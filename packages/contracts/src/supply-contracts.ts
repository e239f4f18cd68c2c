import { z } from "zod";
import { Energy } from "./energies.ts";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";
import { CalendarDate } from "./time.ts";

const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "a currency of ISO 4217 such as EUR expected")
  .describe("ISO 4217");
const TariffClass = z.string().trim().min(1).max(50);
const ClockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "HH:MM expected");

const endsLater = (range: { readonly from: string | null; readonly to: string | null }): boolean =>
  range.from === null || range.to === null || range.from < range.to;
const endsLaterError = { error: "`to` must be later than `from`", path: ["to"] };

/** When which tariff class holds, by local time; the first rule that fits says it. */
export const TariffSchedule = z
  .strictObject({
    rules: z
      .array(
        z.strictObject({
          tariffClass: TariffClass,
          months: z.array(z.int().min(1).max(12)).min(1).max(12).readonly().optional(),
          weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly().optional().describe("ISO: 1 is Monday"),
          hours: z
            .array(z.strictObject({ from: ClockTime, to: ClockTime.describe("At or before `from`: of the next day") }))
            .min(1)
            .max(10)
            .readonly()
            .optional(),
        }),
      )
      .max(20)
      .readonly(),
    otherwise: TariffClass,
  })
  .meta({ id: "TariffSchedule" });
export type TariffSchedule = z.input<typeof TariffSchedule>;

export const PriceKind = z.enum(["per_kwh", "per_native_unit", "per_kva_year", "per_day", "per_month", "per_year"]);
export type PriceKind = z.input<typeof PriceKind>;

/** One component of what is paid, without VAT, in the contract's currency. Gas per kWh PCS. */
export const ContractPrice = z
  .strictObject({
    label: Name,
    kind: PriceKind.describe("per_native_unit: of the register's own unit, such as m³"),
    tariffClass: TariffClass.nullable().default(null).describe("null: of all classes"),
    amount: z.number().min(-1_000_000).max(1_000_000),
    isTax: z.boolean().default(false).describe("A tax or contribution other than VAT: alone it is no price of energy"),
    vatPercent: z.number().min(0).max(100),
    from: CalendarDate.nullable().default(null).describe("First local day; null: since the contract began"),
    to: CalendarDate.nullable().default(null).describe("The day after the last; null: as long as the contract"),
  })
  .refine(endsLater, endsLaterError)
  .refine(({ kind, tariffClass }) => tariffClass === null || kind === "per_kwh" || kind === "per_native_unit", {
    error: "only a price of what is used has a tariff class",
    path: ["tariffClass"],
  })
  .meta({ id: "ContractPrice" });
export type ContractPrice = z.input<typeof ContractPrice>;

const terms = {
  supplier: Name,
  reference: z.string().trim().min(1).max(100).nullable().default(null),
  preset: z.string().trim().min(1).max(30).nullable().default(null).describe("The structure it was typed into"),
  currency: Currency.default("EUR"),
  subscribedPowerKva: z.number().positive().max(1_000_000).nullable().default(null),
  schedule: TariffSchedule.nullable().default(null).describe("For registers that tell no class (`base`)"),
  from: CalendarDate,
  to: CalendarDate.nullable().default(null).describe("The day after the last; null: without end"),
  prices: z.array(ContractPrice).max(60),
};

const needsPower = (said: {
  readonly subscribedPowerKva: number | null;
  readonly prices: readonly { kind: string }[];
}) => said.subscribedPowerKva !== null || said.prices.every(({ kind }) => kind !== "per_kva_year");
const needsPowerError = { error: "a price per kVA needs the subscribed power", path: ["subscribedPowerKva"] };

export const ContractBody = z
  .strictObject({ deliveryPoint: Uuid, ...terms })
  .refine(endsLater, endsLaterError)
  .refine(needsPower, needsPowerError);
export type ContractBody = z.input<typeof ContractBody>;

/** All that the contract says: it becomes what is believed from now on, and what was believed before is kept. */
export const ContractChangeBody = z
  .strictObject(terms)
  .refine(endsLater, endsLaterError)
  .refine(needsPower, needsPowerError);
export type ContractChangeBody = z.input<typeof ContractChangeBody>;

export const DeliveryPointReference = z
  .object({ id: Uuid, energy: Energy, number: z.string() })
  .meta({ id: "DeliveryPointReference" });

export const Contract = z
  .object({
    id: Uuid,
    organisation: NamedReference,
    building: NamedReference,
    deliveryPoint: DeliveryPointReference,
    ...terms,
    versionCount: z.int().describe("How often it was typed or edited"),
    simulated: z.boolean().describe("Of a simulated building: its prices are invented"),
  })
  .meta({ id: "Contract" });
export type Contract = z.input<typeof Contract>;

export const ContractParams = z.strictObject({ contractId: Uuid });
export const ContractListQuery = z.strictObject({
  organisation: Uuid.optional(),
  deliveryPoint: Uuid.optional(),
  ...pageFields({ usual: 100, most: 500 }),
});
export const ContractList = pageOf(Contract);
export type ContractList = z.input<typeof ContractList>;
