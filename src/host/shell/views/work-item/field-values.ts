/** Field values in the form that extensions get them: dates as Date, people as "Name <unique name>". */
import type { Identity } from '../../rest/work-item';
import type { FormStore } from './form-store';

export type WhichValue = 'unsaved' | 'original';

function isIdentity(value: unknown): value is Identity {
  return typeof value === 'object' && value !== null && 'displayName' in value && 'uniqueName' in value;
}

function canonical(form: FormStore, name: string): string {
  return form.source.rules.get(name.toLowerCase())?.definition.referenceName ?? name;
}

export function rawFieldValue(form: FormStore, name: string, which: WhichValue): unknown {
  const known = canonical(form, name);
  return which === 'unsaved' ? form.value(known) : form.original(known);
}

/** What getFieldValue answers; null for an empty field. */
export function shownFieldValue(form: FormStore, name: string, which: WhichValue): unknown {
  const value = rawFieldValue(form, name, which) ?? null;
  if (isIdentity(value)) return `${value.displayName} <${value.uniqueName}>`;
  const type = form.source.rules.get(name.toLowerCase())?.definition.type;
  return type === 'dateTime' && typeof value === 'string' && value !== '' ? new Date(value) : value;
}
