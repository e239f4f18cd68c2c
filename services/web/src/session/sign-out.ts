import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { signOut } from "../api/session.ts";

/** Ends the session and forgets what it showed. `before` runs first: what must be done while still signed in. */
export function useSignOut(before: () => Promise<unknown> = async () => undefined) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      await before();
      await signOut();
      await navigate({ to: "/connexion", search: { organisation: undefined } });
      client.removeQueries();
    },
  });
}
