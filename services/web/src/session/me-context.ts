import type { Action } from "@gtb/domain/access/permission";
import { createContext, useContext } from "react";
import type { SignedInUser } from "../api/session.ts";

/** Set by the layout of every page that takes somebody signed in. */
export const MeContext = createContext<SignedInUser | null>(null);

/** Who is signed in. */
export function useMe(): SignedInUser {
  const me = useContext(MeContext);
  if (me === null) throw new Error("this part of a page needs somebody signed in");
  return me;
}

/** Whether who is signed in may do this somewhere. What they then reach is the database's to say. */
export function useMay(action: Action): boolean {
  return useMe().actions.includes(action);
}
