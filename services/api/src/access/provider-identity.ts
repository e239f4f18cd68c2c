import { Email } from "@gtb/contracts/access";
import type { OidcSettings } from "./oidc-settings.ts";

/** Who somebody is, as the provider says. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Undefined: none that is known to be theirs. */
  readonly verifiedEmail: string | undefined;
  readonly name: string | undefined;
  /** What the claim that decides on roles holds. */
  readonly values: readonly string[];
}

/** Reads the provider's claims. An address that is not known to be theirs counts as none. */
export function toProviderIdentity(
  claims: Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string },
  { claim, trustsEmail }: Pick<OidcSettings, "claim" | "trustsEmail">,
): ProviderIdentity {
  const email = Email.safeParse(claims["email"]);
  const told = claims["email_verified"];
  const verified = told === true || (told === undefined && trustsEmail);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    verifiedEmail: verified && email.success ? email.data : undefined,
    name: nameIn(claims),
    values: [claims[claim]].flat().filter((value) => typeof value === "string"),
  };
}

/** `usual_name` is ProConnect's word for the family name. */
function nameIn(claims: Readonly<Record<string, unknown>>): string | undefined {
  const parts = [claims["given_name"], claims["family_name"] ?? claims["usual_name"]];
  const joined = parts.filter((part) => typeof part === "string").join(" ");
  const name = [claims["name"], joined].find((text) => typeof text === "string" && text.trim() !== "");
  return typeof name === "string" ? name.trim().slice(0, 200) : undefined;
}
