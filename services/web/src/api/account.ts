import { Done, type MeBody, SecondFactorOffer, SessionList } from "@gtb/contracts/session";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, patch, post, remove } from "./request.ts";

export type OpenSession = z.output<typeof SessionList>["items"][number];

/** Name or language; what it is then is asked with `meQuery`. */
export function changeMe(body: z.input<typeof MeBody>): Promise<void> {
  return patch(apiUrl("/me"), body);
}

export async function changePassword(current: string, next: string): Promise<void> {
  await post(Done, apiUrl("/me/password"), { current, next });
}

/** A new secret, which holds once a code of it was given. */
export function offerSecondFactor() {
  return post(SecondFactorOffer, apiUrl("/me/second-factor"), {});
}

export async function confirmSecondFactor(code: string): Promise<void> {
  await post(Done, apiUrl("/me/second-factor/confirm"), { code });
}

/** Takes a last code: who sits down at an open screen cannot. */
export function removeSecondFactor(code: string): Promise<void> {
  return remove(apiUrl("/me/second-factor"), { code });
}

export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: ({ signal }) => get(SessionList, apiUrl("/me/sessions"), signal),
});

export function endSession(id: string): Promise<void> {
  return remove(apiUrl(`/me/sessions/${id}`));
}
