/** How the rules of a board colour a card, and which fields its settings ask for. */
import type { CSSProperties } from 'react';
import { fitsAll, type Looker, type RuleSubject } from '../../../boards/clause-fits';
import type { BoardSetup, CardSetup } from '../../rest/board';
import { identityOf, tagsOf, type WorkItem } from '../../rest/work-item';

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
  const subject = subjectOf(item);
  const rule = setup.fills.find((one) => fitsAll(one.clauses ?? [], subject, looker));
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
export function colourIn(value: string | undefined): string | undefined {
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

function subjectOf(item: WorkItem): RuleSubject {
  return {
    text: (name) => {
      const raw = item.fields[name];
      return typeof raw === 'object' ? (identityOf(item, name)?.displayName ?? '') : String(raw ?? '');
    },
    uniqueName: (name) =>
      typeof item.fields[name] === 'object' ? identityOf(item, name)?.uniqueName : undefined,
    tags: tagsOf(item),
  };
}

/** Child types whose annotation the team switched off; all others are annotated. */
export function isAnnotated({ annotations }: Pick<BoardSetup, 'annotations'>, type: string): boolean {
  const own = annotations.find(({ name }) => name.toLowerCase() === type.toLowerCase());
  return own === undefined || isOn(own.isEnabled, 'true');
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
