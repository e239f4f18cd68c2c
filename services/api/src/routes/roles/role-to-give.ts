import type { RoleBody } from "@gtb/contracts/users";
import type { Queryable } from "@gtb/database/pool";
import { findRoleTarget } from "@gtb/database/queries/find-role-target";
import { agencyRoles, rolesByBuilding } from "@gtb/domain/access/permission";
import type { z } from "zod";
import { ProblemError, referred } from "../../problem-error.ts";

export interface RoleToGive {
  readonly organisationId: number;
  /** Its name */
  readonly organisation: string;
  readonly buildingIds: readonly number[] | null;
}

/** What a body asks to give, once it is sure that the caller may: the database's policies ask again when it is written. */
export async function roleToGive(db: Queryable, body: z.output<typeof RoleBody>): Promise<RoleToGive> {
  const { role, buildings } = body;
  const target = referred(await findRoleTarget(db, body), "The organisation");
  if (!target.mayGive) throw new ProblemError("forbidden", `This takes every permission of the role ${role} there.`);
  if (agencyRoles.includes(role) && target.kind !== "agency")
    throw invalid("role", `${role} is a role in the agency only`);
  if (buildings === null) return { ...target, buildingIds: null };
  if (!rolesByBuilding.includes(role)) throw invalid("buildings", `${role} cannot be limited to buildings`);
  if (target.buildingIds.length < new Set(buildings).size)
    throw new ProblemError("unknown_reference", "A building of `buildings` does not exist in the organisation.", [
      { path: "body.buildings", message: "unknown building" },
    ]);
  return target;
}

function invalid(field: string, message: string): ProblemError {
  return new ProblemError("invalid_request", `body.${field}: ${message}`, [{ path: `body.${field}`, message }]);
}
