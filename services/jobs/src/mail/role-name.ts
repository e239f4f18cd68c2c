import type { Role } from "@gtb/domain/access/permission";
import type { Locale } from "./mail-content.ts";

const names: Readonly<Record<Role, Readonly<Record<Locale, string>>>> = {
  agency_admin: { fr: "administrateur de l’agence", en: "agency administrator" },
  smo_engineer: { fr: "ingénieur réseau", en: "network engineer" },
  organisation_admin: { fr: "administrateur de l’organisation", en: "organisation administrator" },
  building_manager: { fr: "gestionnaire de bâtiments", en: "building manager" },
  technician: { fr: "technicien", en: "technician" },
  reader: { fr: "lecteur", en: "reader" },
};

/** What people call a role; undefined for a code that is no role of ours. */
export function roleName(locale: Locale, code: string): string | undefined {
  return Object.entries(names).find(([role]) => role === code)?.[1][locale];
}
