import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

test("a password is known again by its digest, another is not", async () => {
  const digest = await hashPassword("pluie de novembre");
  expect(digest).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$=]{22}\$[^$=]{43}$/);
  expect(await verifyPassword(digest, "pluie de novembre")).toBe(true);
  expect(await verifyPassword(digest, "pluie de décembre")).toBe(false);
  expect(await hashPassword("pluie de novembre")).not.toBe(digest);
});

test("composed and decomposed accents are one password", async () => {
  expect(await verifyPassword(await hashPassword("été"), "e\u0301te\u0301")).toBe(true);
});

test("a digest of another program with other costs is read", async () => {
  // argon2 (the reference command): echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
  const reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  expect(await verifyPassword(reference, "password")).toBe(true);
});

test("what is no digest fits no password", async () => {
  expect(await verifyPassword("", "")).toBe(false);
  expect(await verifyPassword("$2b$12$abcdefghijklmnopqrstuv", "x")).toBe(false);
});
