import { QueryVariableBuilder, VariableRefresh } from "@grafana/grafana-foundation-sdk/dashboard";
import { dataSource } from "../sql-query.ts";
import { inFrench } from "../sql-words.ts";

const energyNames = {
  electricity: "Électricité",
  gas: "Gaz",
  heat: "Chaleur",
  fuel_oil: "Fioul",
  wood: "Bois",
};

/** Public ids, not names: two organisations may have an « École Jean Moulin », and a renamed building keeps its links. */
export const organisationVariable = new QueryVariableBuilder("organisation")
  .label("Organisation")
  .datasource(dataSource)
  .refresh(VariableRefresh.OnDashboardLoad)
  .query(
    `select organisation as __text, organisation_uuid as __value
  from reporting.building group by organisation, organisation_uuid order by organisation`,
  );

export const buildingVariable = new QueryVariableBuilder("building")
  .label("Bâtiment")
  .datasource(dataSource)
  .refresh(VariableRefresh.OnDashboardLoad)
  .query(
    `select building as __text, building_uuid as __value
  from reporting.building where organisation_uuid::text = '$organisation' order by building`,
  );

/** Water is no energy: it has no kWh. */
export const energyVariable = new QueryVariableBuilder("energy")
  .label("Énergie")
  .datasource(dataSource)
  .refresh(VariableRefresh.OnDashboardLoad)
  .multi(true)
  .includeAll(true)
  .current({ selected: true, text: ["All"], value: ["$__all"] })
  .query(
    `select ${inFrench("energy", energyNames)} as __text, energy as __value
  from reporting.register join reporting.building using (building_id)
 where building_uuid::text = '$building' and energy <> 'water' group by energy order by 1`,
  );

/** The chosen building's id. Compared as text: with no building at all the variable is empty, which is no uuid. */
export const chosenBuilding = "(select building_id from reporting.building where building_uuid::text = '$building')";

/**
 * What the building draws, once: sub-meters are within their parents, what is exported is no consumption. An array,
 * because All of no energies would leave `in ()`, an error.
 */
export const chosenMains = `c.building_id = ${chosenBuilding} and c.energy = any(array[$energy]::text[])
   and c.parent_meter_id is null and c.direction = 'import'`;
