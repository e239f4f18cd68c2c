export interface SandboxMount {
  readonly host: string;
  readonly inside: string;
  readonly writable?: boolean;
}

export interface SandboxOptions {
  readonly prefix: string;
  readonly mounts: readonly SandboxMount[];
}

/**
 * The command that runs `command` with the prefix as its whole system, as user 999 (PostgreSQL refuses root) and as
 * process 1 of its own: when it is killed, all its children are gone at once and a restart finds nothing in its way.
 * The network is the host's.
 */
export function sandboxCommand({ prefix, mounts }: SandboxOptions, command: readonly string[]): readonly string[] {
  return [
    "bwrap",
    ...["--unshare-user", "--uid", "999", "--gid", "999", "--unshare-pid", "--as-pid-1", "--die-with-parent"],
    ...["--ro-bind", `${prefix}/usr`, "/usr", "--ro-bind", `${prefix}/etc`, "/etc"],
    ...["--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"],
    ...["--symlink", "usr/bin", "/bin", "--symlink", "usr/sbin", "/sbin"],
    ...["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"],
    ...mounts.flatMap(({ host, inside, writable }) => [writable ? "--bind" : "--ro-bind", host, inside]),
    "--",
    ...command,
  ];
}
