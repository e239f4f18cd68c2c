/** What the exit code of every command means. */
export const exitCode = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  linesRefused: 3,
} as const;

/** The work is done, but for lines of a file that were refused. Ends with `exitCode.linesRefused`. */
export class LinesRefused extends Error {
  override readonly name = "LinesRefused";
}

/** The command line names what does not exist or does not make sense: nothing was done. Ends with `exitCode.wrongUse`. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}
