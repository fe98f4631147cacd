/** Days as people choose them, without a clock. */

/** `2026-01-31` and 1 make `2026-02-01`. */
export function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
