import { readFile } from "node:fs/promises";
import type { Pool } from "./pool.ts";
import { insertOrganisationLinks, type OrganisationLink } from "./queries/insert-organisation-links.ts";
import { type OfficialOrganisation, upsertOrganisations } from "./queries/upsert-organisations.ts";
import { inTransaction } from "./transaction.ts";

/** Its SIREN is not public yet: a code of our own until then. */
export const agencyCode = "agence-27";

export interface LoadedOrganisations {
  readonly communes: number;
  readonly epcis: number;
}

/**
 * Loads a département with its communes and every EPCI that has one of them as a member, from
 * `@etalab/decoupage-administratif` (INSEE and DGCL, licence ouverte): an EPCI may reach into other départements, of
 * whose communes nothing is loaded. Safe to repeat: names and populations are brought up to date, links added once.
 */
export async function loadOrganisations(pool: Pool, departementCode = "27"): Promise<LoadedOrganisations> {
  const [departements, communes, epcis] = await Promise.all([
    readData<OfficialDepartement>("departements"),
    readData<OfficialCommune>("communes"),
    readData<OfficialEpci>("epci"),
  ]);
  const own = communes.filter(
    ({ departement, type }) => departement === departementCode && type === "commune-actuelle",
  );
  const ownCodes = new Set(own.map(({ code }) => code));
  const near = epcis.filter(({ membres }) => membres.some(({ code }) => ownCodes.has(code)));
  const departement = departements.find(({ code }) => code === departementCode);
  if (departement === undefined) throw new Error(`No département ${departementCode}`);
  const population = own.reduce((sum, commune) => sum + (commune.population ?? 0), 0);
  const organisations: OfficialOrganisation[] = [
    { kind: "agency", code: agencyCode, name: `Agence de la donnée — ${departement.nom}`, population: null },
    { kind: "departement", code: departementCode, name: departement.nom, population },
    ...near.map(({ code, nom, populationMunicipale }) => ({
      kind: "epci" as const,
      code,
      name: nom,
      population: populationMunicipale,
    })),
    ...own.map(({ code, nom, population: people }) => ({
      kind: "commune" as const,
      code,
      name: nom,
      population: people ?? null,
    })),
  ];
  await inTransaction(pool, async (connection) => {
    await upsertOrganisations(connection, organisations);
    await insertOrganisationLinks(connection, linksOf(departementCode, near, ownCodes));
  });
  return { communes: own.length, epcis: near.length };
}

function linksOf(
  departement: string,
  epcis: readonly OfficialEpci[],
  communes: ReadonlySet<string>,
): OrganisationLink[] {
  const under = ["departement", departement] as const;
  return [
    { parent: ["agency", agencyCode], child: under, kind: "service" },
    ...epcis.map(({ code }) => ({ parent: under, child: ["epci", code], kind: "territory" }) as const),
    ...[...communes].map((code) => ({ parent: under, child: ["commune", code], kind: "territory" }) as const),
    ...epcis.flatMap(({ code: epci, membres }) =>
      membres
        .filter(({ code }) => communes.has(code))
        .map(({ code }) => ({ parent: ["epci", epci], child: ["commune", code], kind: "membership" }) as const),
    ),
  ];
}

interface OfficialDepartement {
  readonly code: string;
  readonly nom: string;
}

interface OfficialCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly population?: number;
}

interface OfficialEpci {
  readonly code: string;
  readonly nom: string;
  readonly populationMunicipale: number;
  readonly membres: readonly { readonly code: string }[];
}

async function readData<T>(name: string): Promise<readonly T[]> {
  const file = new URL(import.meta.resolve(`@etalab/decoupage-administratif/data/${name}.json`));
  return JSON.parse(await readFile(file, "utf8")) as readonly T[];
}
