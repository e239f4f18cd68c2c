/** The French words of a code, in SQL: a code without one stays as it is. */
export function inFrench(column: string, words: Readonly<Record<string, string>>): string {
  const cases = Object.entries(words).map(([code, word]) => `when ${quoted(code)} then ${quoted(word)}`);
  return `case ${column} ${cases.join(" ")} else ${column} end`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
