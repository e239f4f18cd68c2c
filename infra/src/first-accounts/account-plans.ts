import { agencyCode } from "@gtb/database/load-organisations";
import type { FirstAccount } from "@gtb/database/queries/insert-first-account";

const agency = ["agency", agencyCode] as const;
const louviers = ["commune", "27375"] as const;
const lyons = ["commune", "27377"] as const;
const seineEure = ["epci", "200089456"] as const;

/** Whose buildings the demonstrator shows. */
export const demonstratorCollectivities = [louviers, lyons, seineEure];

// A domain that is nobody's (RFC 2606): no mail of the demonstrator reaches a stranger.
const at = (name: string): string => `${name}@demonstrateur.example`;

/** The demonstrator's people: each role once, and what each must not see. */
export const demonstratorAccounts: readonly FirstAccount[] = [
  { name: "Agnès Agence", email: at("agence"), role: "agency_admin", organisation: agency, demonstrator: true },
  { name: "Simon Réseau", email: at("smo"), role: "smo_engineer", organisation: agency, demonstrator: true },
  {
    name: "Louise Mairie",
    email: at("administration.louviers"),
    role: "organisation_admin",
    organisation: louviers,
    demonstrator: true,
  },
  {
    name: "Marc Bâtiments",
    email: at("gestion.louviers"),
    role: "building_manager",
    organisation: louviers,
    demonstrator: true,
  },
  {
    name: "Lina Village",
    email: at("gestion.lyons"),
    role: "building_manager",
    organisation: lyons,
    demonstrator: true,
  },
  {
    name: "Théo Chaufferie",
    email: at("technique.louviers"),
    role: "technician",
    organisation: louviers,
    buildingCount: 2,
    demonstrator: true,
  },
  { name: "Élise Élue", email: at("lecture.seine-eure"), role: "reader", organisation: seineEure, demonstrator: true },
];

/** Who administers a platform that has nobody yet; invites all others. */
export function firstAdministrator(email: string): FirstAccount {
  return {
    name: "Administration de l'agence",
    email,
    role: "agency_admin",
    organisation: agency,
    demonstrator: false,
  };
}
