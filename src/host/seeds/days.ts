/** Days of a seed are counted from the day of seeding. */

const DAY = 86_400_000;

/** Midnight UTC so many days from the day of seeding. */
export function dayFrom(now: Date, days: number): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY + days * DAY);
}
