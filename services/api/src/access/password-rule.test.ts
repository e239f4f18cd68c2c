import { expect, test } from "vitest";
import type { ProblemError } from "../problem-error.ts";
import { refuseWeakPassword } from "./password-rule.ts";

const owner = { name: "Hélène Lefèvre", email: "h.martin@mairie-evreux.fr" };

function isRefused(password: string): boolean {
  try {
    refuseWeakPassword(password, owner);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: "weak_password" });
    expect((error as ProblemError).message).not.toContain(password);
    return true;
  }
}

test("short, monotonous and common passwords are refused", () => {
  expect(
    ["courte-11-c", "aaaaaaaaaaaaaaaa", "121212121212", "MotDePasse2026!", "Password123456", "azertyuiop123"].map(
      isRefused,
    ),
  ).toEqual(Array.from({ length: 6 }, () => true));
});

test("name and address do not go into it, with accents or without", () => {
  expect(
    ["helene aime la pluie", "la pluie de LEFEVRE", "martin sous la pluie", "pluie sur Évreux"].map(isRefused),
  ).toEqual(Array.from({ length: 4 }, () => true));
});

test("a long sentence passes, also one that holds a common word, and signs count as characters", () => {
  expect(
    ["quatre chevaux verts dorment", "bienvenue aux quatre chevaux", "t7#kQ!x9_Lm2", "été à la ferme"].map(isRefused),
  ).toEqual(Array.from({ length: 4 }, () => false));
});
