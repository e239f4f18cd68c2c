import type { ContractList } from "@gtb/contracts/supply-contracts";
import type { z } from "zod";
import { day, number, text, word } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";
import { energyWords } from "../../tables/words.ts";

/** A row for each price; a contract without one has a row all the same. */
export const contractsTable = table(
  {
    title: { fr: "Contrats", en: "Contracts" },
    rows: ({ items }: z.output<typeof ContractList>) =>
      items.flatMap((contract) =>
        (contract.prices.length > 0 ? contract.prices : [undefined]).map((price) => ({ contract, price })),
      ),
  },
  [
    text("Collectivité", "Organisation", ({ contract }) => contract.organisation.name),
    text("Bâtiment", "Building", ({ contract }) => contract.building.name),
    word("Énergie", "Energy", energyWords, ({ contract }) => contract.deliveryPoint.energy),
    text("Point de livraison", "Delivery point", ({ contract }) => contract.deliveryPoint.number),
    text("Fournisseur", "Supplier", ({ contract }) => contract.supplier),
    text("Référence", "Reference", ({ contract }) => contract.reference),
    number("Puissance souscrite", "Subscribed power", ({ contract }) => contract.subscribedPowerKva, { unit: "kVA" }),
    day("Début du contrat", "Contract from", ({ contract }) => contract.from),
    day("Fin du contrat (non comprise)", "Contract to (not included)", ({ contract }) => contract.to),
    text("Prix", "Price", ({ price }) => price?.label),
    text("Nature du prix", "Kind of price", ({ price }) => price?.kind),
    text("Classe tarifaire", "Tariff class", ({ price }) => price?.tariffClass),
    number("Montant hors TVA", "Amount without VAT", ({ price }) => price?.amount),
    text("Devise", "Currency", ({ contract }) => contract.currency),
    number("TVA", "VAT", ({ price }) => price?.vatPercent, { unit: "%" }),
    day("Prix du", "Price from", ({ price }) => price?.from),
    day("Prix au (non compris)", "Price to (not included)", ({ price }) => price?.to),
  ],
);
