/**
 * Noise without a state: the same numbers give the same value whatever was asked before, so a simulation can be entered
 * at any time. The mixing function is MurmurHash3's (Austin Appleby, public domain).
 */
export function uniform(seed: number, a: number, b = 0): number {
  return mix(mix(mix(seed | 0) ^ (a | 0)) ^ (b | 0)) / 4_294_967_296;
}

/** Noise with mean 0 and standard deviation 1, by the sum of three uniform values: never beyond ±3. */
export function bell(seed: number, a: number, b = 0): number {
  const sum = uniform(seed, a, b) + uniform(seed ^ 0x5bd1e995, a, b) + uniform(seed ^ 0x1b873593, a, b);
  return (sum - 1.5) * 2;
}

/** A seed of its own for whatever `name` names. */
export function seedOf(seed: number, name: string): number {
  let hash = seed | 0;
  for (let i = 0; i < name.length; i++) hash = mix(hash ^ name.charCodeAt(i)) | 0;
  return hash;
}

function mix(value: number): number {
  let h = value + 0x9e3779b9;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
