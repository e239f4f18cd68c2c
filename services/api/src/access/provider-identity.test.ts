import { expect, test } from "vitest";
import { toProviderIdentity } from "./provider-identity.ts";

const somebody = { iss: "https://pro.example", sub: "1", email: "Une.Personne@Exemple.FR" };
const read = (claims: Readonly<Record<string, unknown>>, trustsEmail = false, claim = "groups") =>
  toProviderIdentity({ ...somebody, ...claims }, { claim, trustsEmail });

test("an address counts where the provider says that it is verified, or is known to verify them all", () => {
  expect(read({ email_verified: true }).verifiedEmail).toBe("une.personne@exemple.fr");
  expect(read({}).verifiedEmail).toBeUndefined();
  expect(read({ email_verified: "true" }).verifiedEmail).toBeUndefined();
  expect(read({}, true).verifiedEmail).toBe("une.personne@exemple.fr");
  expect(read({ email_verified: false }, true).verifiedEmail).toBeUndefined();
  expect(read({ email_verified: true, email: "none" }).verifiedEmail).toBeUndefined();
});

test("the claim that decides holds one text or several; anything else holds nothing", () => {
  expect(read({ siret: "21270229500010" }, false, "siret").values).toEqual(["21270229500010"]);
  expect(read({ groups: ["a", 1, null, "b"] }).values).toEqual(["a", "b"]);
  expect(read({ groups: { a: true } }).values).toEqual([]);
  expect(read({}).values).toEqual([]);
});

test("names, also in ProConnect's words", () => {
  expect(read({ name: " Camille Martin " }).name).toBe("Camille Martin");
  expect(read({ given_name: "Camille", usual_name: "Martin" }).name).toBe("Camille Martin");
  expect(read({}).name).toBeUndefined();
});
