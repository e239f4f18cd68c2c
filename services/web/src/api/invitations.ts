import { Done } from "@gtb/contracts/session";
import {
  Invitation,
  type InvitationAcceptBody,
  type InvitationBody,
  InvitationList,
  InvitationPreview,
} from "@gtb/contracts/users";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, post, remove } from "./request.ts";

export type ListedInvitation = z.output<typeof InvitationList>["items"][number];

export function invitationsQuery(organisation: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["invitations", organisation],
    queryFn: ({ pageParam, signal }) =>
      get(InvitationList, apiUrl("/invitations", { organisation, cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export async function invite(body: z.input<typeof InvitationBody>): Promise<void> {
  await post(Invitation, apiUrl("/invitations"), body);
}

export function withdrawInvitation(id: string): Promise<void> {
  return remove(apiUrl(`/invitations/${id}`));
}

/** What the link of a mail opens. A POST, so that the token stands in no address and no log. */
export function invitationPreviewQuery(token: string) {
  return queryOptions({
    queryKey: ["invitation", token],
    queryFn: () => post(InvitationPreview, apiUrl("/invitations/preview"), { token }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export async function acceptInvitation(body: z.input<typeof InvitationAcceptBody>): Promise<void> {
  await post(Done, apiUrl("/invitations/accept"), body);
}
