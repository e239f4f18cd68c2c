import { type RoleBody, User, UserList } from "@gtb/contracts/users";
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, patchAsTagged, post, remove } from "./request.ts";

export type ListedUser = z.output<typeof UserList>["items"][number];
export type ListedRole = ListedUser["roles"][number];
export type RoleWish = z.input<typeof RoleBody>;

export interface UserFilter {
  readonly search?: string | undefined;
  readonly organisation?: string | undefined;
}

export function usersQuery(filter: UserFilter) {
  return infiniteQueryOptions({
    queryKey: ["users", filter],
    queryFn: ({ pageParam, signal }) =>
      get(UserList, apiUrl("/users", { ...filter, cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function setUserDisabled(userId: string, disabled: boolean): Promise<void> {
  return patchAsTagged(apiUrl(`/users/${userId}`), { disabled });
}

export async function giveRole(userId: string, body: RoleWish): Promise<void> {
  await post(User, apiUrl(`/users/${userId}/roles`), body);
}

export function endRole(roleId: string): Promise<void> {
  return remove(apiUrl(`/roles/${roleId}`));
}
