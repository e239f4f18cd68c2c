import { useTranslation } from "react-i18next";
import type { ReconciledInvoice } from "../../api/invoices.ts";
import { useFormat } from "../../format/use-format.ts";

/** What comes of holding a bill against what was measured and against the contract, in sentences. */
export function useVerdictText() {
  const { t } = useTranslation();
  const format = useFormat();
  const unitOf = ({ unit }: ReconciledInvoice) => (unit === "kWh" ? "kWh" : "m³");
  return {
    quantity: (item: ReconciledInvoice): string => {
      const { billed, measured, difference, parts, completeness, quantityVerdict } = item;
      if (billed === null) return t("quantityVerdict.notBilled");
      const unit = unitOf(item);
      const values = {
        billed: `${format.number(billed)} ${unit}`,
        measured: `${format.number(measured)} ${unit}`,
        difference: `${format.numberChange(difference ?? 0)} ${unit}`,
        share: format.share(completeness),
      };
      const unexplained = parts.find(({ cause }) => cause === "unexplained")?.quantity ?? 0;
      return t(`quantityVerdict.${quantityVerdict}`, {
        ...values,
        unexplained: `${format.numberChange(unexplained)} ${unit}`,
      });
    },
    price: ({ invoice, expectedExclTax, priceDifference, priceVerdict }: ReconciledInvoice): string => {
      if (invoice.amountExclTax === null) return t("priceVerdict.notBilled");
      const difference = priceDifference ?? 0;
      const verdict = priceVerdict === "differs" ? (difference > 0 ? "dearer" : "cheaper") : priceVerdict;
      return t(`priceVerdict.${verdict}`, {
        expected: format.money(expectedExclTax, invoice.currency),
        difference: format.money(Math.abs(difference), invoice.currency),
      });
    },
    part: (item: ReconciledInvoice, { cause, quantity }: ReconciledInvoice["parts"][number]): string =>
      `${t(`differenceCause.${cause}`)} : ${format.numberChange(quantity)} ${unitOf(item)}`,
  };
}
