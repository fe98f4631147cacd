/** How the rules of a board colour a card, and which fields its settings ask for. */
import type { CSSProperties } from 'react';
import type { CardSetup, CardRule } from '../../rest/board';
import { identityOf, tagsOf, type WorkItem } from '../../rest/work-item';

/** Who looks and when, for @Me and @Today. */
export interface Looker {
  readonly uniqueName: string;
  readonly now: Date;
}

export interface CardLook {
  readonly card: CSSProperties;
  readonly title: CSSProperties;
}

/** Everything that rules and settings look at, so that it is read with the cards. */
export function fieldsAskedFor({ fills, cards }: CardSetup): readonly string[] {
  const named = fills.flatMap((rule) => (rule.clauses ?? []).map((clause) => clause.fieldName));
  const shown = Object.values(cards).flatMap((fields) =>
    fields.flatMap((one) => one['fieldIdentifier'] ?? []),
  );
  return [...new Set([...named, ...shown])].filter((name) => name !== '');
}

/** The first rule that fits, as their order is their priority; undefined where none does. */
export function lookOf(item: WorkItem, setup: CardSetup, looker: Looker): CardLook | undefined {
  const rule = setup.fills.find((one) => fitsAll(item, one, looker));
  if (!rule) return undefined;
  const { settings } = rule;
  const title: CSSProperties = {
    ...(isOn(settings['title-font-weight'], 'bold') ? { fontWeight: 700 } : {}),
    ...(isOn(settings['title-font-style'], 'italic') ? { fontStyle: 'italic' } : {}),
    ...(isOn(settings['title-text-decoration'], 'underline') ? { textDecoration: 'underline' } : {}),
  };
  const [fill, ink] = [colourIn(settings['background-color']), colourIn(settings['title-color'])];
  return { card: fill === undefined ? {} : filled(fill), title: ink ? { ...title, color: ink } : title };
}

/** Texts of a filled card are black or white, whatever the theme: its own colours belong to its own background. */
function filled(fill: string): CSSProperties {
  const ink = inkOn(fill);
  const inks = {
    '--text-primary-color': ink,
    '--text-secondary-color': ink,
    // Behind tags and numbers: away from the ink, so that they stand out no less than the other texts.
    '--component-label-default-color': ink === '#000000' ? 'rgba(255, 255, 255, 0.6)' : 'rgba(0, 0, 0, 0.45)',
  };
  return { background: fill, color: ink, ...inks };
}

/** The colours of tags by the tag in lower case. */
export function tagLooks({ tagStyles }: CardSetup): ReadonlyMap<string, CSSProperties> {
  return new Map(
    tagStyles.flatMap(({ name, settings }) => {
      const background = colourIn(settings['background-color']);
      if (background === undefined) return [];
      return [
        [
          name.toLowerCase(),
          { background, color: colourIn(settings['color']) ?? inkOn(background) },
        ] as const,
      ];
    }),
  );
}

function isOn(value: string | undefined, word: string): boolean {
  return value?.toLowerCase() === word;
}

/** Settings are texts that anybody may have written: only a colour is taken for one. */
function colourIn(value: string | undefined): string | undefined {
  return value !== undefined && /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
}

/** Black or white, whichever stands out more (WCAG 2.2, relative luminance). */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

function fitsAll(item: WorkItem, { clauses = [] }: CardRule, looker: Looker): boolean {
  return clauses.length > 0 && clauses.every((clause) => fits(item, clause, looker));
}

type Clause = NonNullable<CardRule['clauses']>[number];

function fits(item: WorkItem, { fieldName, operator, value }: Clause, looker: Looker): boolean {
  if (operator.startsWith('NOT '))
    return !fits(item, { fieldName, operator: operator.slice(4), value }, looker);
  if (operator === '<>') return !fits(item, { fieldName, operator: '=', value }, looker);
  const raw = item.fields[fieldName];
  const person = typeof raw === 'object' ? identityOf(item, fieldName) : undefined;
  const own = typeof raw === 'object' ? (person?.displayName ?? '') : String(raw ?? '');
  const wanted = valueOf(value, looker);
  const [has, asks] = [own.toLowerCase(), wanted.toLowerCase()];
  if (operator === 'UNDER') return `${has}\\`.startsWith(`${asks}\\`);
  if (operator === 'CONTAINS' && fieldName === 'System.Tags')
    return tagsOf(item).some((tag) => tag.toLowerCase() === asks);
  if (operator === 'CONTAINS') return has.includes(asks);
  if (operator === 'CONTAINS WORDS') return asks.split(/\s+/).every((word) => has.includes(word));
  if (operator === '=' && person) return [has, person.uniqueName.toLowerCase()].includes(asks);
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

/** What a card of this type shows beside its title; every type that nobody set shows all of these. */
export interface CardFields {
  readonly has: (identifier: string) => boolean;
  /** Fields that have no place of their own on the card, in the order of the settings. */
  readonly more: readonly string[];
  readonly showEmpty: boolean;
}

export function cardFieldsOf(setup: CardSetup, type: string, ownPlaces: readonly string[]): CardFields {
  const settings = setup.cards[type];
  if (!settings) return { has: () => true, more: [], showEmpty: false };
  const named = settings.flatMap((one) => one['fieldIdentifier'] ?? []).filter((name) => name !== '');
  return {
    has: (identifier) => named.some((name) => name.toLowerCase() === identifier.toLowerCase()),
    more: named.filter((name) => !ownPlaces.includes(name)),
    showEmpty: settings.some((one) => one['showEmptyFields']?.toLowerCase() === 'true'),
  };
}
