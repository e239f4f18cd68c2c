import type { TableLanguage } from "@gtb/contracts/table-format";
import type { Text } from "./table.ts";

/** Codes of the API as people read them: those of the portal's pages. */
export type Words = Readonly<Record<string, Text>>;

/** A code that has no word stands for itself. */
export function wordOf(words: Words, code: string, language: TableLanguage): string {
  return words[code]?.[language] ?? code;
}

export const energyWords: Words = {
  electricity: {
    fr: "Électricité",
    en: "Electricity",
  },
  gas: {
    fr: "Gaz",
    en: "Gas",
  },
  heat: {
    fr: "Chaleur",
    en: "Heat",
  },
  fuel_oil: {
    fr: "Fioul",
    en: "Fuel oil",
  },
  wood: {
    fr: "Bois",
    en: "Wood",
  },
  water: {
    fr: "Eau",
    en: "Water",
  },
};

export const useWords: Words = {
  school: {
    fr: "École",
    en: "School",
  },
  nursery: {
    fr: "Crèche",
    en: "Nursery",
  },
  town_hall: {
    fr: "Mairie",
    en: "Town hall",
  },
  gymnasium: {
    fr: "Gymnase",
    en: "Gymnasium",
  },
  pool: {
    fr: "Piscine",
    en: "Swimming pool",
  },
  library: {
    fr: "Médiathèque",
    en: "Library",
  },
  community_hall: {
    fr: "Salle des fêtes",
    en: "Community hall",
  },
  office: {
    fr: "Bureaux",
    en: "Offices",
  },
  workshop: {
    fr: "Atelier",
    en: "Workshop",
  },
  other: {
    fr: "Autre usage",
    en: "Other use",
  },
};

export const endUseWords: Words = {
  heating: {
    fr: "Chauffage",
    en: "Heating",
  },
  hot_water: {
    fr: "Eau chaude",
    en: "Hot water",
  },
  cooling: {
    fr: "Climatisation",
    en: "Cooling",
  },
  ventilation: {
    fr: "Ventilation",
    en: "Ventilation",
  },
  lighting: {
    fr: "Éclairage",
    en: "Lighting",
  },
  cooking: {
    fr: "Cuisine",
    en: "Cooking",
  },
  sockets: {
    fr: "Prises",
    en: "Sockets",
  },
  it: {
    fr: "Informatique",
    en: "IT",
  },
  pool: {
    fr: "Piscine",
    en: "Pool",
  },
  charging: {
    fr: "Recharge de véhicules",
    en: "Vehicle charging",
  },
  production: {
    fr: "Production",
    en: "Production",
  },
  other: {
    fr: "Autre",
    en: "Other",
  },
  unknown: {
    fr: "Usage non précisé",
    en: "Use not stated",
  },
};

export const reasonWords: Words = {
  longGap: {
    fr: "relevés trop espacés : total juste, répartition supposée",
    en: "readings too far apart: the total is right, its spread is assumed",
  },
  estimatedAtSource: {
    fr: "estimé par la source",
    en: "estimated at its source",
  },
  nothingHeard: {
    fr: "aucun relevé reçu",
    en: "no reading received",
  },
  counterBreak: {
    fr: "compteur remplacé ou remis à zéro sans index relevé",
    en: "counter exchanged or reset without indexes",
  },
  noParameter: {
    fr: "paramètres du compteur inconnus à cette date",
    en: "the counter’s parameters are not known for that date",
  },
  deviceChanged: {
    fr: "capteur changé",
    en: "sensor changed",
  },
  filled: {
    fr: "complété par une méthode déclarée",
    en: "filled by a stated method",
  },
  partOfVirtual: {
    fr: "un compteur de la formule n’est pas entièrement mesuré",
    en: "a meter of the formula is not wholly measured",
  },
  otherSource: {
    fr: "repris d’une source de secours",
    en: "taken from a source of lower rank",
  },
  negativeRemainder: {
    fr: "les sous-compteurs dépassent le compteur principal",
    en: "sub-meters exceed their parent",
  },
};

export const deviceStateWords: Words = {
  ok: {
    fr: "En service",
    en: "Working",
  },
  silent: {
    fr: "Silencieux",
    en: "Silent",
  },
  never_heard: {
    fr: "Jamais entendu",
    en: "Never heard",
  },
  error: {
    fr: "En erreur",
    en: "Error",
  },
};

export const auditActionWords: Words = {
  created: {
    fr: "Création",
    en: "Created",
  },
  changed: {
    fr: "Modification",
    en: "Changed",
  },
  removed: {
    fr: "Suppression",
    en: "Removed",
  },
  read: {
    fr: "Consultation",
    en: "Read",
  },
  signed_in: {
    fr: "Connexion",
    en: "Signed in",
  },
  sign_in_failed: {
    fr: "Connexion refusée",
    en: "Sign-in refused",
  },
  signed_out: {
    fr: "Déconnexion",
    en: "Signed out",
  },
};
