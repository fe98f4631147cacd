import { mitigationTag } from '../sync/identity';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flagIds, flagOf, flagOfTag, flags, flagsAmong } from './flag';

const tags = [...flags.map(({ tag }) => tag), mitigationTag];

test('no tag is part of another, so that a filter by one never meets another', () => {
  for (const one of tags)
    for (const other of tags) if (one !== other) expect(other.includes(one)).toBe(false);
});

test('tags are what Azure DevOps takes, and say nothing of a weakness', () => {
  for (const tag of tags) {
    expect(tag).toMatch(/^[a-z-]{1,30}$/);
    expect(tag).not.toMatch(/threat|risk|vuln|weak|open|attack|missing|unsafe|insecure|high|critical/);
  }
  for (const { means } of flags) expect(means).not.toMatch(/threat|risk|attack|vulnerab/i);
});

test('text can be read on the colour of each tag', () => {
  const light = (hex: string) =>
    [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, at) => sum + c * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  for (const { colours } of flags) {
    const [a, b] = [light(colours.background), light(colours.text)].sort((x, y) => y - x) as [number, number];
    expect((a + 0.05) / (b + 0.05)).toBeGreaterThan(4.5);
  }
});

test('the set is closed and found again in any letter case', () => {
  expect(flags.map(({ id }) => id)).toEqual(flagIds);
  for (const id of flagIds) expect(flagOfTag(` ${flagOf(id).tag.toUpperCase()} `)).toBe(id);
  expect(flagsAmong(['x', 'security-settled', 'SECURITY-DECIDE', 'security', mitigationTag])).toEqual([
    'decide',
    'settled',
  ]);
});

test('the documentation names every flag', () => {
  const page = readFileSync(join(__dirname, '../../../docs/flags.md'), 'utf8');
  for (const { tag, means } of flags)
    expect([tag, page.includes(tag), page.includes(means)]).toEqual([tag, true, true]);
});
