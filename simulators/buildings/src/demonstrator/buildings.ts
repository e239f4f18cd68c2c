import type { RoomPlan } from "../model/building-plan.ts";
import { type BuildingChoice, buildingWith } from "./building-with.ts";
import type { DemonstratorBuilding, OwnerPlan } from "./demonstrator-plan.ts";
import type { AirSensorType } from "./sensor-sets.ts";

const village: OwnerPlan = { kind: "commune", code: "27377", name: "Lyons-la-Forêt" };
const town: OwnerPlan = { kind: "commune", code: "27375", name: "Louviers" };
const intercommunality: OwnerPlan = { kind: "epci", code: "200089456", name: "CA Seine-Eure" };

const lyons = { owner: village, communeCode: "27377", at: [49.399, 1.477] } as const;
const louviers = { owner: town, communeCode: "27375", at: [49.215, 1.166] } as const;
const valDeReuil = { owner: intercommunality, communeCode: "27701", at: [49.273, 1.21] } as const;

const choices: readonly BuildingChoice[] = [
  {
    key: "lyons-mairie",
    ...lyons,
    name: "Mairie de Lyons-la-Forêt",
    use: "town_hall",
    heating: "electricity",
    heatLossWPerM2K: 1.7,
    rooms: [room("accueil", "Accueil", 30, 4, "elsys-ers"), room("conseil", "Salle du conseil", 55, 12, "elsys-ers")],
    restAreaM2: 120,
    largeSupply: false,
  },
  {
    key: "lyons-ecole",
    ...lyons,
    name: "École de Lyons-la-Forêt",
    use: "school",
    heating: "gas",
    heatLossWPerM2K: 1.9,
    rooms: [
      room("cp", "Classe CP-CE1", 58, 24, "milesight-am307"),
      room("cm", "Classe CE2-CM", 60, 26, "milesight-am307"),
      room("garderie", "Garderie", 40, 12, "milesight-em300-th"),
    ],
    restAreaM2: 190,
    largeSupply: false,
  },
  {
    key: "lyons-salle",
    ...lyons,
    name: "Salle des fêtes de Lyons-la-Forêt",
    use: "community_hall",
    heating: "electricity",
    heatLossWPerM2K: 1.5,
    rooms: [room("salle", "Grande salle", 180, 70, "milesight-am319", 5)],
    restAreaM2: 60,
    largeSupply: true,
  },
  {
    key: "louviers-mairie",
    stories: ["electricityExchanged"],
    ...louviers,
    name: "Hôtel de ville de Louviers",
    use: "town_hall",
    heating: "gas",
    heatLossWPerM2K: 1.8,
    rooms: [
      room("accueil", "Accueil", 60, 8, "elsys-ers"),
      room("etat-civil", "État civil", 35, 5, "elsys-ers"),
      room("urbanisme", "Urbanisme", 45, 7, "milesight-em300-th"),
      room("mariages", "Salle des mariages", 110, 25, "milesight-am319", 5),
    ],
    restAreaM2: 1850,
    largeSupply: true,
  },
  {
    key: "louviers-ecole-a",
    ...louviers,
    name: "École élémentaire du Parc",
    use: "school",
    heating: "gas",
    heatLossWPerM2K: 2,
    rooms: [
      room("cp", "Classe CP", 57, 24, "milesight-am307"),
      room("ce1", "Classe CE1", 57, 25, "milesight-am307"),
      room("cm2", "Classe CM2", 60, 27, "milesight-am319"),
      room("cantine", "Restaurant scolaire", 150, 80, "milesight-em300-th"),
    ],
    restAreaM2: 1180,
    largeSupply: true,
  },
  {
    key: "louviers-ecole-b",
    ...louviers,
    name: "École maternelle des Tilleuls",
    use: "school",
    heating: "heat_pump",
    heatLossWPerM2K: 0.9,
    rooms: [
      room("ps", "Petite section", 60, 22, "adeunis-comfort-co2"),
      room("gs", "Grande section", 60, 24, "adeunis-comfort-co2"),
      room("motricite", "Salle de motricité", 90, 20, "milesight-em300-th"),
    ],
    restAreaM2: 540,
    largeSupply: true,
  },
  {
    key: "louviers-gymnase",
    stories: ["gasExchangedUnrecorded"],
    ...louviers,
    name: "Gymnase de la Plaine",
    use: "gymnasium",
    heating: "gas",
    heatLossWPerM2K: 1.4,
    rooms: [
      room("halle", "Aire de jeu", 1100, 30, "milesight-em300-th", 8),
      room("vestiaires", "Vestiaires", 90, 15, "milesight-em300-th"),
      room("dojo", "Dojo", 180, 16, "milesight-am307", 4),
    ],
    restAreaM2: 150,
    largeSupply: true,
  },
  {
    key: "louviers-mediatheque",
    ...louviers,
    name: "Médiathèque de Louviers",
    use: "library",
    heating: "gas",
    heatLossWPerM2K: 1.3,
    rooms: [
      room("adultes", "Espace adultes", 320, 28, "adeunis-comfort-co2", 4),
      room("jeunesse", "Espace jeunesse", 210, 22, "adeunis-comfort-co2"),
      room("etude", "Salle d'étude", 70, 18, "milesight-am307"),
    ],
    restAreaM2: 620,
    largeSupply: true,
  },
  {
    key: "seine-eure-piscine",
    stories: ["waterOfFiveDigits"],
    ...valDeReuil,
    name: "Centre aquatique Seine-Eure",
    use: "pool",
    heating: "gas",
    heatLossWPerM2K: 1.6,
    rooms: [
      { ...room("bassin", "Halle des bassins", 1250, 75, "milesight-em300-th", 7), basinM2: 450 },
      room("vestiaires", "Vestiaires", 280, 40, "milesight-em300-th"),
      room("accueil", "Accueil", 90, 8, "milesight-am319"),
    ],
    restAreaM2: 520,
    largeSupply: true,
  },
  {
    key: "seine-eure-gymnase",
    ...valDeReuil,
    name: "Gymnase intercommunal",
    use: "gymnasium",
    heating: "gas",
    heatLossWPerM2K: 1.1,
    rooms: [
      room("halle", "Aire de jeu", 1300, 36, "milesight-em300-th", 9),
      room("vestiaires", "Vestiaires", 110, 18, "milesight-em300-th"),
    ],
    restAreaM2: 180,
    largeSupply: true,
  },
  {
    key: "seine-eure-mediatheque",
    ...valDeReuil,
    name: "Médiathèque intercommunale",
    use: "library",
    heating: "heat_pump",
    heatLossWPerM2K: 0.8,
    rooms: [
      room("plateau", "Plateau de lecture", 450, 36, "milesight-am319", 4),
      room("ateliers", "Ateliers", 80, 14, "elsys-ers"),
    ],
    restAreaM2: 430,
    largeSupply: true,
  },
  {
    key: "seine-eure-salle",
    ...valDeReuil,
    name: "Salle intercommunale",
    use: "community_hall",
    heating: "gas",
    heatLossWPerM2K: 1.3,
    rooms: [
      room("salle", "Grande salle", 420, 160, "milesight-am319", 6),
      room("foyer", "Foyer", 90, 30, "milesight-em300-th"),
    ],
    restAreaM2: 160,
    largeSupply: true,
  },
];

/** The demonstrator: twelve invented buildings of three real organisations of the Eure. */
export const demonstratorBuildings: readonly DemonstratorBuilding[] = choices.map(buildingWith);

function room(
  key: string,
  name: string,
  areaM2: number,
  people: number,
  sensor: AirSensorType,
  heightM = 3,
): RoomPlan & { readonly sensor: AirSensorType } {
  return { key, name, areaM2, heightM, people, sensor };
}
