import { ProblemError } from "../problem-error.ts";

const leastCharacters = 12;
/** Parts of a name or an address that are shorter stand in too many words to be a hint. */
const leastPart = 4;
const leastDifferent = 5;

/** The most common passwords that are long enough, and what they are made of; as `plain` writes them. */
const common = [
  "motdepasse",
  "password",
  "passw0rd",
  "azertyuiop",
  "qwertyuiop",
  "qwerty123456",
  "azerty123456",
  "1q2w3e4r5t6y",
  "1qaz2wsx3edc",
  "123456789",
  "987654321",
  "abcdefghijkl",
  "iloveyou",
  "jetaime",
  "administrateur",
  "administrator",
  "welcome",
  "bienvenue",
  "letmein",
  "changeme",
  "changezmoi",
  "soleil",
  "doudou",
  "marseille",
  "football",
  "trustno1",
  "sunshine",
  "princess",
  "superman",
];

/**
 * Refuses a password that is easy to guess, as `weak_password`: short, made of few characters, of a name or address of
 * its owner, or of nothing but a common password and some digits.
 */
export function refuseWeakPassword(password: string, owner: { readonly name: string; readonly email: string }): void {
  const reason = weaknessOf(password, owner);
  if (reason !== undefined) throw new ProblemError("weak_password", `The password ${reason}.`);
}

function weaknessOf(password: string, { name, email }: { name: string; email: string }): string | undefined {
  if ([...password].length < leastCharacters) return `has less than ${leastCharacters} characters`;
  const text = plain(password);
  if (new Set(text).size < leastDifferent) return "is made of too few different characters";
  // The last label of a domain, such as fr, says nothing; mail.com is too short to matter.
  const parts = `${name} ${email}`.split(/[^\p{L}\p{N}]+/u).map(plain);
  if (parts.some((part) => part.length >= leastPart && text.includes(part))) return "contains a name or an address";
  // What is left of it besides a common password must be enough by itself.
  if (common.some((word) => text.includes(word) && text.length - word.length < leastPart * 2)) return "is a common one";
  return undefined;
}

/** Without case, accents and signs. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
