/**
 * The address as one of this portal, or "/" for any other: a link that somebody was sent must not lead out of here after
 * they have signed in.
 */
export function localPath(address: string | undefined): string {
  if (address === undefined || !address.startsWith("/")) return "/";
  const here = "http://portal.invalid";
  // Browsers read "//" and "/\" as the start of another host; of "/.//" parsing leaves "//".
  const url = URL.parse(address, here);
  return url?.origin === here && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : "/";
}
