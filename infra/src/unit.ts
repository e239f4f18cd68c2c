/** Something the supervisor starts, watches and stops: a server, a service, or servers that an engine runs for us. */
export interface Unit {
  readonly name: string;
  /** The process; undefined while not running, or where it is not ours. */
  readonly pid: number | undefined;
  /** Settles when the present run ends; undefined where something else keeps it running. */
  readonly exited: Promise<unknown> | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  waitUntilHealthy(timeLimitMs?: number): Promise<void>;
}
