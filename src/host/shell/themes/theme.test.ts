import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { themeNames, themes } from './theme';

/** Every variable that the components' own style sheets read. */
function variablesOfComponents(): string[] {
  const root = join(__dirname, '../../../../node_modules/azure-devops-ui');
  const sheets = readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => /\.s?css$/.test(name));
  const used = sheets.flatMap(
    (name) => readFileSync(join(root, name), 'utf8').match(/var\(--[a-z0-9-]+/g) ?? [],
  );
  return [...new Set(used.map((match) => match.slice('var(--'.length)))].sort();
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function colourOf(value: string): Colour {
  const [red = NaN, green = NaN, blue = NaN, alpha = 1] = (value.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function over([r, g, b, a]: Colour, [br, bg, bb]: Colour): Colour {
  return [r * a + br * (1 - a), g * a + bg * (1 - a), b * a + bb * (1 - a), 1];
}

/** Relative luminance and contrast ratio as defined by WCAG 2.2. */
function luminance([r, g, b]: Colour): number {
  const [lr = 0, lg = 0, lb = 0] = [r, g, b].map((v) =>
    v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
}

function contrast(text: string, surface: string): number {
  const back = colourOf(surface);
  const [high = 0, low = 0] = [luminance(over(colourOf(text), back)), luminance(back)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const used = variablesOfComponents();

test('the components are really read', () => expect(used.length).toBeGreaterThan(60));

test('all themes define the same names', () => {
  const [first, ...others] = themeNames.map((name) => Object.keys(themes[name].data).sort());
  for (const other of others) expect(other).toEqual(first);
});

describe.each(themeNames)('theme %s', (name) => {
  const { data } = themes[name];
  const value = (variable: string): string => data[variable] ?? 'missing';

  test('gives a value to every variable of azure-devops-ui', () => {
    expect(used.filter((variable) => !data[variable])).toEqual([]);
  });

  test('palette neutrals, primaries and accents are bare triplets, and nothing else is', () => {
    const bare = Object.keys(data).filter((variable) => /^\d+, \d+, \d+$/.test(value(variable)));
    expect(bare).toEqual(
      Object.keys(data).filter((variable) => /^palette-(neutral|primary|accent)/.test(variable)),
    );
  });

  test.each([
    ['text-primary-color', 'background-color', 7],
    ['text-primary-color', 'callout-background-color', 7],
    ['text-primary-color', 'palette-neutral-2', 7],
    ['text-primary-color', 'component-label-default-color', 4.5],
    ['text-primary-color', 'component-grid-row-hover-color', 4.5],
    ['text-primary-color', 'component-grid-selected-row-color', 4.5],
    ['text-secondary-color', 'background-color', 4.5],
    ['text-secondary-color', 'palette-neutral-2', 4.5],
    ['text-secondary-color', 'component-grid-row-hover-color', 4.5],
    ['text-on-communication-background', 'communication-background', 4.5],
    ['text-on-communication-background', 'palette-primary-darkened-6', 4.5],
    ['text-on-communication-background', 'palette-primary-darkened-10', 4.5],
    ['communication-foreground', 'background-color', 4.5],
    ['communication-foreground', 'component-grid-row-hover-color', 4.5],
    ['status-error-text', 'status-error-background', 4.5],
    ['status-warning-text', 'status-warning-background', 4.5],
    ['status-success-text', 'status-success-background', 4.5],
    ['status-info-text', 'status-info-background', 4.5],
    ['status-error-text', 'background-color', 4.5],
    ['component-status-error', 'background-color', 3],
    ['component-status-warning', 'background-color', 3],
    ['component-status-success', 'background-color', 3],
    ['component-status-info', 'background-color', 3],
    ['component-status-neutral', 'background-color', 3],
    ['focus-border-color', 'background-color', 3],
    ['nav-header-color', 'nav-background-color', 4.5],
    ['palette-neutral-0', 'palette-neutral-80', 4.5],
  ])('%s on %s has a contrast of at least %d', (text, surface, least) => {
    expect(contrast(value(text), value(surface))).toBeGreaterThanOrEqual(least);
  });
});
