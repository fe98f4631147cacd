/** Whether the conditions of a card rule hold for an item: the one reading of them, for boards that draw and for saves. */

/** Who looks and when, for @Me and @Today. */
export interface Looker {
  readonly uniqueName: string;
  readonly now: Date;
}

export interface RuleClause {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: string;
}

/** An item as rules see it, whoever holds it. */
export interface RuleSubject {
  /** The value of a field as text, of a person the displayed name; "" where it is empty. */
  readonly text: (field: string) => string;
  /** The unique name, where the field names a person. */
  readonly uniqueName: (field: string) => string | undefined;
  readonly tags: readonly string[];
}

/** All conditions together; a rule without any fits nothing. */
export function fitsAll(clauses: readonly RuleClause[], subject: RuleSubject, looker: Looker): boolean {
  return clauses.length > 0 && clauses.every((clause) => fits(clause, subject, looker));
}

function fits({ fieldName, operator, value }: RuleClause, subject: RuleSubject, looker: Looker): boolean {
  if (operator.startsWith('NOT '))
    return !fits({ fieldName, operator: operator.slice(4), value }, subject, looker);
  if (operator === '<>') return !fits({ fieldName, operator: '=', value }, subject, looker);
  const own = subject.text(fieldName);
  const wanted = valueOf(value, looker);
  const [has, asks] = [own.toLowerCase(), wanted.toLowerCase()];
  if (operator === 'UNDER') return `${has}\\`.startsWith(`${asks}\\`);
  if (operator === 'CONTAINS' && fieldName === 'System.Tags')
    return subject.tags.some((tag) => tag.toLowerCase() === asks);
  if (operator === 'CONTAINS') return has.includes(asks);
  if (operator === 'CONTAINS WORDS') return asks.split(/\s+/).every((word) => has.includes(word));
  const person = subject.uniqueName(fieldName);
  if (operator === '=' && person !== undefined) return [has, person.toLowerCase()].includes(asks);
  return compares(operator, compare(own, wanted));
}

function compares(operator: string, order: number | null): boolean {
  if (order === null) return false;
  if (operator === '=') return order === 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  if (operator === '>') return order > 0;
  return operator === '>=' && order >= 0;
}

/** Numbers as numbers, dates by their day, all else as text without case. Nothing is before or after an empty value. */
function compare(own: string, wanted: string): number | null {
  if (own === '' && wanted !== '') return null;
  if (own !== '' && !Number.isNaN(Number(own)) && !Number.isNaN(Number(wanted)))
    return Number(own) - Number(wanted);
  const day = /^\d{4}-\d{2}-\d{2}/;
  if (day.test(own) && day.test(wanted)) return Math.sign(dayOf(own) - dayOf(wanted));
  return own.toLowerCase() === wanted.toLowerCase() ? 0 : own.toLowerCase() < wanted.toLowerCase() ? -1 : 1;
}

function dayOf(text: string): number {
  return Date.parse(text.slice(0, 10));
}

function valueOf(value: string, { uniqueName, now }: Looker): string {
  if (/^@me$/i.test(value)) return uniqueName;
  const today = /^@today\s*([+-]\s*\d+)?$/i.exec(value);
  if (!today) return value;
  const days = Number((today[1] ?? '0').replace(/\s/g, ''));
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
