import type { Station } from "@gtb/contracts/climate";
import type { DeclaredPart } from "../../etag.ts";

/** What an edit of the station may not overwrite unseen; its days come and go beside. */
export const declaredOfStation: DeclaredPart = (reply) => {
  const { id, name, source, latitude, longitude } = reply as Station;
  return { id, name, source, latitude, longitude };
};
