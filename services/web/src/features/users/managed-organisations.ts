import type { HeldRole } from "@gtb/contracts/access";
import { permissions } from "@gtb/domain/access/permission";

/** Organisations in which one gives roles: those of one's own administration, or all. The API decides in the end. */
export function managedOrganisations<T extends { readonly id: string }>(
  all: readonly T[],
  held: readonly Pick<HeldRole, "role" | "organisation">[],
): T[] {
  const managing = held.filter(({ role }) => permissions[role]["user:manage"] !== undefined);
  if (managing.some(({ role }) => permissions[role]["user:manage"] === "platform")) return [...all];
  const own = new Set(managing.map(({ organisation }) => organisation.id));
  return all.filter(({ id }) => own.has(id));
}
