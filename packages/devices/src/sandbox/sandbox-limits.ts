/** What one codec may use. CPU time, not time on the clock: a busy machine must not change what a payload means. */
export interface SandboxLimits {
  /** CPU milliseconds to decode one uplink. */
  readonly decodeCpuMs: number;
  /** CPU milliseconds to read the script and run its top level, once a script. */
  readonly loadCpuMs: number;
  /** Memory of the script and its values, bytes. */
  readonly memoryBytes: number;
  /** Depth of calls, bytes of the engine's own stack. */
  readonly stackBytes: number;
}

/** Published codecs take 0.05 to 5 ms an uplink, 1 to 30 ms to load, and 1 to 4 MB. */
export const defaultLimits: SandboxLimits = {
  decodeCpuMs: 250,
  loadCpuMs: 2000,
  memoryBytes: 32 * 1024 * 1024,
  stackBytes: 256 * 1024,
};
