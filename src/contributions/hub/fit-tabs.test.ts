import fc from 'fast-check';
import { fitTabs } from './fit-tabs';

const all = ['one', 'two', 'three', 'four'];
const widths: Record<string, number> = { one: 50, two: 60, three: 100, four: 40 };
const fit = (room: number, selected: string, known: Record<string, number | undefined> = widths) =>
  fitTabs({ ids: all, selected, widthOf: (id) => known[id], room, button: 30 }).join();

test.each([
  ['everything has room', 250, 'one', 'one,two,three,four'],
  ['one pixel less needs the button, too', 249, 'one', 'one,two,three'],
  ['the selected one stays, and costs a place', 249, 'four', 'one,two,four'],
  ['no later one jumps over the first without room', 160, 'one', 'one,two'],
  ['only the selected one', 20, 'three', 'three'],
  ['nothing is laid out', 0, 'one', 'one,two,three,four'],
])('%s', (_, room, selected, expected) => {
  expect(fit(room, selected)).toBe(expected);
});

test('all are drawn once to be measured', () => {
  expect(fit(100, 'one', { ...widths, three: undefined })).toBe(all.join());
});

test('the row keeps the order, holds the selected one, and is not wider than its room', () => {
  const cases = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 }),
    at: fc.nat(),
    room: fc.integer({ min: 1, max: 2000 }),
  });
  fc.assert(
    fc.property(cases, ({ sizes, at, room }) => {
      const ids = sizes.map((_, i) => String(i));
      const selected = String(at % sizes.length);
      const widthOf = (id: string) => sizes[Number(id)];
      const shown = fitTabs({ ids, selected, widthOf, room, button: 30 });
      expect(shown).toContain(selected);
      expect(shown).toEqual(ids.filter((id) => shown.includes(id)));
      const used = shown.reduce((sum, id) => sum + (widthOf(id) ?? 0), 0);
      if (shown.length === ids.length) expect(used <= room || ids.length === 1).toBe(true);
      else if (shown.length > 1) expect(used + 30).toBeLessThanOrEqual(room);
    }),
  );
});
