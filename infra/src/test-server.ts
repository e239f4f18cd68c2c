/** A backing server that a test may stop, kill and start again; it comes back on the same address with its data. */
export interface TestServer {
  start(): Promise<void>;
  /** Asks the server to end, as an operator would. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
  waitUntilHealthy(timeLimitMs?: number): Promise<void>;
}
