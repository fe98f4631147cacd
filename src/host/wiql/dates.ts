/** Dates as queries write and shift them. All in UTC: this server knows no other time zone. */

const DATE = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2}))/;
const TIME = /^[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?\s*(AM|PM)?/i;
const ZONE = /^\s*(?:(Z|GMT|UTC)|([+-])(\d{2}):?(\d{2}))?$/i;

/**
 * Milliseconds since 1970 of an ISO date or an American one (`02-11-2020`, `3/16/19 12:30`), with or without time and
 * zone; undefined for anything else. Without a time it is midnight, without a zone UTC.
 */
export function readDate(text: string): number | undefined {
  const date = DATE.exec(text.trim());
  if (!date) return undefined;
  const afterDate = text.trim().slice(date[0].length);
  const time = TIME.exec(afterDate);
  const zone = ZONE.exec(afterDate.slice(time?.[0].length ?? 0));
  if (!zone) return undefined;
  const day = dayOf(date);
  const clock = time ? clockOf(time) : 0;
  if (day === undefined || clock === undefined) return undefined;
  const ahead = (Number(zone[3] ?? 0) * 60 + Number(zone[4] ?? 0)) * MINUTE;
  return day + clock + (zone[2] === '-' ? ahead : -ahead);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Undefined for a day that no calendar has. */
function dayOf([, isoYear, isoMonth, isoDay, month, day, year = '']: readonly (string | undefined)[]):
  number | undefined {
  const [y, m, d] =
    isoYear === undefined
      ? [Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day)]
      : [Number(isoYear), Number(isoMonth), Number(isoDay)];
  const time = Date.UTC(y, m - 1, d);
  return new Date(time).getUTCMonth() === m - 1 ? time : undefined;
}

function clockOf([, hours, minutes, seconds, fraction, half]: readonly (string | undefined)[]):
  number | undefined {
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/pm/i.test(half) ? 12 : 0);
  const [minute, second] = [Number(minutes), Number(seconds ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return hour * HOUR + minute * MINUTE + second * 1000 + Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
}

/** Year, month, week, day, hour, minute, as the macros write them. */
export type Unit = 'y' | 'M' | 'w' | 'd' | 'h' | 'm';

const FIXED: Readonly<Partial<Record<Unit, number>>> = { w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE };

/** A month later than the 31st is the last day of a shorter month. */
export function shiftDate(time: number, amount: number, unit: Unit): number {
  const fixed = FIXED[unit];
  if (fixed !== undefined) return time + amount * fixed;
  const date = new Date(time);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + amount * (unit === 'y' ? 12 : 1);
  const lastDay = new Date(Date.UTC(0, months + 1, 0)).getUTCDate();
  const day = Date.UTC(Math.floor(months / 12), months % 12, Math.min(date.getUTCDate(), lastDay));
  return day + (time - Math.floor(time / DAY) * DAY);
}

/** Midnight at the beginning of the day, week (its Sunday), month or year. */
export function startOf(now: Date, unit: Unit): number {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (unit === 'y') return Date.UTC(year, 0, 1);
  if (unit === 'M') return Date.UTC(year, month, 1);
  return Date.UTC(year, month, unit === 'w' ? day - now.getUTCDay() : day);
}

/** `+1w`, `-3`, `2M`: an amount and its unit, the natural one when none is said; undefined for anything else. */
export function readShift(
  text: string,
  natural: Unit,
): { readonly amount: number; readonly unit: Unit } | undefined {
  const [, sign, digits, unit] = /^\s*([+-]?)\s*(\d{1,5})\s*([yMwdhm]?)\s*$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const isUnit = (one: string | undefined): one is Unit => one !== undefined && one !== '';
  return { amount: Number(digits) * (sign === '-' ? -1 : 1), unit: isUnit(unit) ? unit : natural };
}
