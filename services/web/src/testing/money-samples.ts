import type { SupplyContract } from "../api/contracts.ts";
import type { ListedDeliveryPoint } from "../api/delivery-points.ts";
import type { ReconciledInvoice } from "../api/invoices.ts";
import { louviers, school } from "./samples.ts";

const uuid = (digits: number) => `00000000-0000-4000-8000-${String(digits).padStart(12, "0")}`;

const contractId = uuid(701);
export const placeOfSchool: ListedDeliveryPoint = {
  id: uuid(700),
  organisation: louviers,
  building: school,
  energy: "electricity",
  number: "12345678901234",
  simulated: false,
  meters: [{ id: uuid(102), name: "Général" }],
  contract: { id: contractId, supplier: "Régie", from: "2025-01-01", to: null, priceCount: 3 },
  invoiceCount: 1,
};
export const placeWithoutContract: ListedDeliveryPoint = {
  ...placeOfSchool,
  id: uuid(710),
  energy: "water",
  contract: null,
  invoiceCount: 0,
};

const energyPrice = { label: "Énergie HP", kind: "per_kwh", tariffClass: "HP", isTax: false, vatPercent: 20 } as const;
export const contractOfSchool: SupplyContract = {
  id: contractId,
  organisation: louviers,
  building: school,
  deliveryPoint: { id: placeOfSchool.id, energy: "electricity", number: placeOfSchool.number },
  supplier: "Régie",
  reference: "M-12",
  preset: "hp_hc",
  currency: "EUR",
  subscribedPowerKva: 36,
  schedule: { rules: [{ tariffClass: "HC", hours: [{ from: "22:00", to: "06:00" }] }], otherwise: "HP" },
  from: "2025-01-01",
  to: null,
  prices: [
    {
      label: "Abonnement",
      kind: "per_month",
      tariffClass: null,
      amount: 38.5,
      isTax: false,
      vatPercent: 20,
      from: null,
      to: null,
    },
    { ...energyPrice, amount: 0.165, from: null, to: "2026-01-01" },
    { ...energyPrice, amount: 0.152, from: "2026-01-01", to: null },
  ],
  versionCount: 2,
  simulated: false,
};

export const rightInvoice: ReconciledInvoice = {
  invoice: {
    id: uuid(720),
    building: school,
    deliveryPoint: contractOfSchool.deliveryPoint,
    number: "F-1",
    issuedOn: "2026-10-05",
    from: "2026-09-01",
    to: "2026-10-01",
    kind: "actual",
    energyKwh: 1200,
    native: null,
    currency: "EUR",
    amountExclTax: 260,
    amountInclTax: 312,
    lines: [],
    document: null,
    source: "typed",
  },
  unit: "kWh",
  billed: 1200,
  measured: 1199,
  completeness: 1,
  difference: 1,
  parts: [],
  quantityVerdict: "agrees",
  expectedExclTax: 260.4,
  priceDifference: -0.4,
  priceVerdict: "agrees",
};
