import * as fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { aMitigation, aModel, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import { indexModel } from '../model/model-index';
import { escapeHtml } from './blocks';
import { taskSection, taskTitle } from './task-text';

function describeTask(texts: {
  title?: string;
  implement?: string;
  verify?: string;
  threat?: string;
  url?: string;
  threats?: number;
}) {
  const mitigation = {
    ...aMitigation(1),
    title: texts.title ?? 'Pin certificates',
    implement: texts.implement ?? '',
    verify: texts.verify ?? '',
  };
  const numbers = Array.from({ length: texts.threats ?? 1 }, (_, i) => i + 1);
  const model = aModel({
    threats: numbers.map((n) => aThreat(n, { title: texts.threat ?? `Threat ${n}` })),
    mitigations: [mitigation],
    treatments: numbers.map((n) => aTreatment(n, { threat: n, mitigation: 1 })),
  });
  return taskSection(model, indexModel(model), {
    mitigation,
    url: texts.url ?? 'https://dev.example/hub?model=1',
  }).html();
}

test('begins with the link, says why, how to implement, how to verify, ends at the rule line', () => {
  expect(
    describeTask({
      implement: 'Pin the leaf.\nRotate yearly.\n\nAlert on failures.',
      verify: 'Connect with another certificate.',
    }),
  ).toBe(
    '<p><a href="https://dev.example/hub?model=1">Mitigation in the threat model “Corner shop”</a></p>' +
      '<h3>Why</h3><p>It protects against:</p><ul><li><b>Threat 1</b>, at The whole model (high severity, average protection)</li></ul>' +
      '<h3>How to implement</h3><p>Pin the leaf.<br>Rotate yearly.</p><p>Alert on failures.</p>' +
      '<h3>How to verify</h3><p>Connect with another certificate.</p><hr>',
  );
});

test('many threats are cut, with a count', () => {
  const html = describeTask({ threats: 30 });
  expect(html.match(/<li>/g)).toHaveLength(26);
  expect(html).toContain('and 5 more');
});

test('what is not written yet says so', () => {
  expect(describeTask({}).match(/Not described yet/g)).toHaveLength(2);
});

test('a long title is cut at the field’s limit', () => {
  expect(taskTitle({ ...aMitigation(1), title: `${'word '.repeat(80)}end` })).toHaveLength(255);
  expect(taskTitle({ ...aMitigation(1), title: ' two\nlines ' })).toBe('two lines');
});

test.each<[string, readonly string[], string]>([
  ['one place', ['Web shop'], 'Mitigation 1 – Web shop'],
  [
    'a flow, whose name has brackets',
    ['Orders (Web shop → Orders API)'],
    'Mitigation 1 – Orders (Web shop → Orders API)',
  ],
  ['several', ['One', 'Two', 'Three', 'Four'], 'Mitigation 1 – One, Two and 2 more'],
])('S55 a part’s title names its places: %s', (_what, places, title) => {
  expect(taskTitle(aMitigation(1), places)).toBe(title);
});

test('no text of a model makes a tag, an attribute or a link of its own', () => {
  const allowed = new Set(['p', 'a', 'h3', 'ul', 'li', 'b', 'br', 'hr']);
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('<img src=x onerror=alert(1)>', '"><script>', "' onclick='x", '</p><iframe>'),
      (text, bait) => {
        const hostile = text + bait;
        const seen: string[] = [];
        const parser = new Parser({
          onopentag: (name, attributes) => {
            if (!allowed.has(name)) seen.push(name);
            for (const attribute of Object.keys(attributes)) if (attribute !== 'href') seen.push(attribute);
          },
        });
        parser.end(
          describeTask({
            title: hostile,
            implement: hostile,
            verify: hostile,
            threat: hostile,
            url: `https://x/?${hostile}`,
          }),
        );
        expect(seen).toEqual([]);
      },
    ),
  );
});

test('escaping covers text and attributes', () => {
  expect(escapeHtml(`<a href="x" b='y'>&`)).toBe('&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;');
});
