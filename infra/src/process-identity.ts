import { readFileSync } from "node:fs";

/** A process that can be recognised later: the kernel gives its number again, but not with the same start. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks since boot at which it started, and the boot it belongs to. */
  readonly startedAt: string;
}

/** Undefined when no such process is alive. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold spaces: count from its end.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return { pid, startedAt: `${fields[19]}@${boot}` };
  } catch {
    return undefined;
  }
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.startedAt === startedAt;
}
