import { useSearch } from "@tanstack/react-router";
import { useMe } from "../session/me-context.ts";

/** The organisation that a page is about which needs one: that of the header, else the first that one sees. */
export function useOrganisation(): { readonly id: string; readonly name: string } | undefined {
  const { organisation } = useSearch({ from: "__root__" });
  const { organisations } = useMe();
  return organisations.find(({ id }) => id === organisation) ?? organisations[0];
}
