import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { bicepRules, problemFinder } from '../../../tests/fixtures/artefact-problems';
import type { Problems } from '../../../tests/fixtures/artefact-problems';
import { nodesOf, parserOf, shapeOf } from '../../../tests/fixtures/grammars';
import type { ParseText } from '../../../tests/fixtures/grammars';
import { anEvent, filesOf, thresholds } from '../../../tests/fixtures/operations-files';
import { runs } from '../../../tests/fixtures/runs';

let problems: Problems;
let parseBicep: ParseText;
let parseCsharp: ParseText;
beforeAll(async () => {
  problems = await problemFinder();
  parseBicep = await parserOf('bicep');
  parseCsharp = await parserOf('csharp');
});

describe('hostile texts', () => {
  const breaking = [
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\r',
    '\u2028',
    '\u0085',
    '\u0000',
    '\ud800',
    '${',
    '}',
    '*/',
    '//',
    '/*',
    '|',
    '||',
    '# ',
    '- ',
    ': ',
    '&',
    '<script>',
    ']]',
    '{{',
    '[',
    '](javascript:x)',
    '---',
    '...',
    '!!js',
    '%YAML',
    '| take 1',
    ';',
    'é😀',
    '@',
    "[parameters('workspace')]",
    ']',
    'search *',
    'union *',
    "'''",
    '@"',
    '\\u0022',
    '" | union AppTraces //',
  ];
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...breaking), fc.string({ maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join(''));
  const line = hostile.filter((text) => text.length < 1000);
  const shape = (files: Map<string, string>) => JSON.parse(files.get('sentinel/azuredeploy.json') ?? '{}');

  test('stay texts in every language, by its own parser and schema', () => {
    fc.assert(
      fc.property(line, line, fc.constantFrom(...thresholds), (title, other, [, threshold]) => {
        const events = [
          anEvent({
            title,
            meaning: other,
            raisedWhen: title,
            firstResponse: [other],
            falsePositives: [title, other],
            threshold,
          }),
        ];
        const files = filesOf(events, title, other || 'x');
        for (const [path, content] of files) expect([path, problems(path, content)]).toEqual([path, []]);
        // As many resources, of the same shape, as with plain words: nothing got out of its string.
        const plain = filesOf([anEvent({ threshold })]);
        expect(Object.keys(shape(files).resources[0].properties)).toEqual(
          Object.keys(shape(plain).resources[0].properties),
        );
        expect([...files.keys()]).toEqual([...plain.keys()]);
      }),
      { numRuns: runs(60) },
    );
  });

  test('make no heading, link, image, table or HTML in Markdown', () => {
    const markdown = new MarkdownIt({ html: true, linkify: true });
    const tokens = (text: string) =>
      markdown
        .parse(text, {})
        .flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)])
        .filter((type) => !['text', 'text_special', 'softbreak'].includes(type));
    fc.assert(
      fc.property(line, (title) => {
        const worded = (text: string) =>
          filesOf(
            [
              anEvent({
                title: `a${text}`,
                meaning: `a${text}`,
                raisedWhen: `a${text}`,
                firstResponse: [`a${text}`],
              }),
            ],
            `a${text}`,
            `a${text}`,
          );
        const [files, plain] = [worded(title), worded('')];
        for (const path of ['runbook.md', 'audit-requirements.md'])
          expect(tokens(files.get(path) ?? '')).toEqual(tokens(plain.get(path) ?? ''));
      }),
      { numRuns: runs(60) },
    );
  });

  test('ordinary sentences stay as they are', () => {
    const plain = 'Ask the well-known owner (by phone): who was it? Then wait.';
    expect(filesOf([anEvent({ meaning: plain })]).get('runbook.md')).toContain(plain);
  });

  test('cannot end a string of Bicep or begin an expression: the parser reads the very texts back', () => {
    const plain = filesOf([anEvent()]).get('monitor/alerts.bicep') ?? '';
    const shape = shapeOf(parseBicep(plain));
    fc.assert(
      fc.property(line, (title) => {
        const files = filesOf([anEvent({ title, meaning: title })], title || 'x');
        const bicep = files.get('monitor/alerts.bicep') ?? '';
        expect(shapeOf(parseBicep(bicep))).toBe(shape);
        const [rule] = bicepRules(parseBicep, bicep);
        const shown = Buffer.from(title.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))
          .toString()
          .trim();
        expect(rule).toMatchObject({ properties: { displayName: shown || 'authn_login_fail' } });
      }),
      { numRuns: runs(60) },
    );
  });

  test('cannot leave a comment or a string of C#', () => {
    const plain = filesOf([anEvent()]).get('log-contract/SecurityEvents.cs') ?? '';
    const shape = shapeOf(parseCsharp(plain));
    fc.assert(
      fc.property(line, (title) => {
        const files = filesOf([anEvent({ raisedWhen: title })], 'x', title || 'x');
        const code = files.get('log-contract/SecurityEvents.cs') ?? '';
        expect(shapeOf(parseCsharp(code))).toBe(shape);
        expect(nodesOf(parseCsharp(code), 'string_literal').map(({ text }) => text)).toEqual([
          '"authn_login_fail"',
        ]);
      }),
      { numRuns: runs(40) },
    );
  });

  test('are an expression of an ARM template never', () => {
    const arm = (title: string) => {
      const text = filesOf([anEvent({ title })]).get('sentinel/azuredeploy.json') ?? '{}';
      const { resources } = JSON.parse(text) as { resources: { properties: { displayName: string } }[] };
      return resources[0]?.properties.displayName;
    };
    expect(arm("[parameters('workspace')]")).toBe("[[parameters('workspace')]");
    // What only begins with a bracket is shown as it stands, so it must stand there once.
    expect(arm('[test] value')).toBe('[test] value');
  });
});

describe('names', () => {
  const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,6}$/);
  const words = fc.uniqueArray(fc.oneof(word, fc.constantFrom('security_events', 'a_b', 'aB', 'aB2', '_1')), {
    minLength: 1,
    maxLength: 6,
  });
  test('of events become constants that differ from one another and from their class', () => {
    fc.assert(
      fc.property(words, (names) => {
        const events = names.map((logName, n) =>
          anEvent({ logName, id: `0000000e-0000-4000-8000-00000000001${n}` }),
        );
        const files = filesOf(events);
        const code = files.get('log-contract/SecurityEvents.cs') ?? '';
        expect(problems('x.cs', code)).toEqual([]);
        const constants = nodesOf(parseCsharp(code), 'variable_declarator').map(
          (node) => node.childForFieldName('name')?.text,
        );
        expect(constants).toHaveLength(names.length);
        expect(new Set([...constants, 'SecurityEvents']).size).toBe(names.length + 1);
        expect(problems('x.ts', files.get('log-contract/security-events.ts') ?? '')).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });
});
