/** Lines for whoever waits, on standard error, each with the seconds since the start. */
export function progressOnStandardError(startedAt: number): (line: string) => void {
  return (line) => {
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
    process.stderr.write(`[${seconds} s] ${line}\n`);
  };
}
