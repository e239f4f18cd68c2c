import { type Action, actions, permissions, type Reach, type Role, roles } from "./permission.ts";

interface Label {
  readonly fr: string;
  readonly en: string;
}

const roleLabels: Readonly<Record<Role, Label>> = {
  agency_admin: { fr: "Administrateur de l’agence", en: "Agency administrator" },
  smo_engineer: { fr: "Ingénieur SMO", en: "SMO engineer" },
  organisation_admin: { fr: "Administrateur de l’organisation", en: "Organisation administrator" },
  building_manager: { fr: "Gestionnaire de bâtiments", en: "Building manager" },
  technician: { fr: "Technicien", en: "Technician" },
  reader: { fr: "Lecteur", en: "Reader" },
};

const actionLabels: Readonly<Record<Action, Label>> = {
  "organisation:read": { fr: "voir le nom et les liens des organisations", en: "see organisations' names and links" },
  "organisation:manage": {
    fr: "ajouter une organisation, enregistrer un consentement",
    en: "add an organisation, record a consent",
  },
  "data:read": {
    fr: "voir bâtiments, points, mesures et consommations",
    en: "see buildings, points, readings and consumption",
  },
  "building:write": {
    fr: "déclarer et modifier sites, bâtiments, zones et points",
    en: "declare and change sites, buildings, zones and points",
  },
  "meter:write": { fr: "déclarer et modifier compteurs et coefficients", en: "declare and change meters and factors" },
  "exchange:write": {
    fr: "noter le remplacement, la remise à zéro ou le passage par zéro d’un compteur",
    en: "note that a meter was exchanged, reset or rolled over",
  },
  "device:write": { fr: "déclarer et modifier les appareils", en: "declare and change devices" },
  "network:read": {
    fr: "voir le réseau : appareils non déclarés, passerelles",
    en: "see the network: undeclared devices, gateways",
  },
  "job:read": { fr: "suivre imports et calculs", en: "follow imports and computations" },
  "user:manage": {
    fr: "inviter, donner et retirer des rôles, consentir pour son organisation",
    en: "invite, give and take roles, consent for one's organisation",
  },
  "audit:read": { fr: "lire le journal d’audit", en: "read the audit" },
};

const reachSigns: Readonly<Record<Reach | "none", string>> = { own: "●", platform: "◆", none: "–" };

/** The table of permissions as a page for people, `docs/permissions.md`, in French and English. */
export function permissionsPage(): string {
  const header = ["Action", ...roles.map((role) => `${roleLabels[role].fr}<br>*${roleLabels[role].en}*`)];
  const rows = actions.map((action) => [
    `\`${action}\`<br>${actionLabels[action].fr}<br>*${actionLabels[action].en}*`,
    ...roles.map((role) => reachSigns[permissions[role][action] ?? "none"]),
  ]);
  const rule = ["---", ...roles.map(() => ":---:")];
  return `# Qui peut faire quoi · *Who may do what*

<!-- Printed from packages/domain/src/access/permission.ts, which a test holds it against. Do not edit: change the table,
     then \`npm run permissions:write -w @gtb/domain\`. -->

${[header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}

- ${reachSigns.own} dans l’organisation du rôle et dans celles qui, rattachées à elle, y ont consenti · *in the role's
  organisation, and in those below it that have agreed*
- ${reachSigns.platform} dans toutes les organisations, consentantes ou non · *in every organisation, agreed or not*
- ${reachSigns.none} refusé · *refused*

Un rôle de gestionnaire, de technicien ou de lecteur peut être limité à certains bâtiments. Nul ne donne un rôle qui peut
plus que le sien. · *A manager's, technician's or reader's role may be limited to some buildings. Nobody gives a role that
may more than their own.*

Ce que dit cette table, la base de données l’impose. · *The database enforces this table:*
[ADR 10](adr/0010-walls-in-the-database.md).
`;
}
