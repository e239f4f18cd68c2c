import { z } from "zod";

/** Any origin: a path of ours stays on it, a path that leads elsewhere does not. */
const somewhere = "http://ours.invalid";

/** A path of our own pages, with query and fragment. Nothing that a browser takes for another site. */
export const OwnPath = z
  .string()
  .max(1_000)
  .refine((path) => isOwnPath(path), { error: "a path of our own expected, such as /buildings" });

function isOwnPath(path: string): boolean {
  // Browsers read a backslash as a slash and drop tabs and line ends.
  if (!/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path)) return false;
  return URL.canParse(path, somewhere) && new URL(path, somewhere).origin === somewhere;
}
