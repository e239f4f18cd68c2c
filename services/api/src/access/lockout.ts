/** Wrong tries after which each further one must wait, twice as long each time. */
export interface Lockout {
  readonly from: number;
  readonly firstMinutes: number;
  readonly longestMinutes: number;
}

/** Of one account, whether or not it exists. */
export const accountLockout: Lockout = { from: 5, firstMinutes: 1, longestMinutes: 60 };
/** Of one address: a town hall is one, and its people all mistype now and then. */
export const addressLockout: Lockout = { from: 50, firstMinutes: 1, longestMinutes: 60 };

/** Until when nobody may try again after so many wrong tries in a row, the last of them then; undefined: at once. */
export function lockedUntil(failures: number, last: Date | null, lockout: Lockout): Date | undefined {
  if (last === null || failures < lockout.from) return undefined;
  const minutes = Math.min(lockout.longestMinutes, lockout.firstMinutes * 2 ** (failures - lockout.from));
  return new Date(last.getTime() + minutes * 60_000);
}
