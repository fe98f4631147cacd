import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  expectSentence,
  expectValid,
  imported,
  importing,
  refusal,
} from '../../../tests/fixtures/import-for-test';
import { tm7Text } from '../../../tests/fixtures/models/write-tm7';
import { formats } from './formats';
import type { ImportResult } from './import-result';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/models/${name}`));
const shopTm7 = fixture('corner-shop.tm7');
const shopDragon = fixture('corner-shop-dragon.json');
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const dragon = (inside: string) => `{"summary":{"title":"x"},"detail":{"diagrams":[{"cells":[${inside}]}]}}`;
const tm7With = (inside: string) =>
  `<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model"><DrawingSurfaceList/>${inside}</ThreatModel>`;

describe('the shop of this project', () => {
  test.each([
    ['corner-shop.tm7', shopTm7, { elements: 5, flows: 6, boundaries: 2, threats: 11, mitigations: 7 }],
    [
      'corner-shop-dragon.json',
      shopDragon,
      { elements: 5, flows: 6, boundaries: 2, threats: 10, mitigations: 6 },
    ],
  ])('%s is imported whole', (fileName, bytes, counts) => {
    const { model } = imported(bytes, { fileName });
    expect(model.info.name).toBe('Corner shop');
    expect(model.info.imported).toMatchObject({ file: fileName, counts });
    expect([...model.flow.values()].every(({ source, target }) => source !== null && target !== null)).toBe(
      true,
    );
    expect(new Set([...model.boundary.values()].map(({ drawing }) => drawing.shape))).toEqual(
      new Set(['box', 'line']),
    );
  });

  test('the same file gives the same keys again', () => {
    const keys = (result: ImportResult) =>
      result.kind === 'imported'
        ? [...result.model.threat.values(), ...result.model.mitigation.values()].map(({ origin }) => origin)
        : [];
    expect(keys(importing(shopTm7))).toEqual(keys(importing(shopTm7)));
    expect(keys(importing(shopTm7))).toHaveLength(18);
  });

  test('the content decides, not the name', () => {
    expect(imported(shopTm7, { fileName: 'plan.json' }).model.info.imported?.format).toBe('tm7');
    expect(imported(shopDragon, { fileName: 'plan.tm7' }).model.info.imported?.format).toBe('threat-dragon');
  });

  test('a byte order mark is no hindrance', () => {
    expect(imported(Uint8Array.from([0xef, 0xbb, 0xbf, ...shopDragon])).model.element.size).toBe(5);
  });
});

describe('what is refused, and the words for it', () => {
  const page = '<!DOCTYPE html>\n<html lang="en"><head><title>model.tm7</title></head></html>';
  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /is empty/],
    ['white space', ' \n ', /is empty/],
    ['a ZIP archive', latin1('PK\u0003\u0004 rest'), /ZIP archive/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['a web page', page, /web page/],
    ['a web page without a document type', '<html><body>Sign in</body></html>', /web page/],
    ['Latin 1', latin1('caf\u00e9'), /not UTF-8/],
    ['prose', 'Dear all, attached is the model', /neither XML nor JSON/],
    ['a number', '42', /neither XML nor JSON/],
    ['other XML', '<invoice/>', /root element "invoice"/],
    ['XML with a hostile name', `<${'a'.repeat(64)} b="\u0001"/>`, /root element "a{50,59}…"/],
    ['XML cut in its first tag', '<ThreatMo', /cut off/],
    ['XML cut in a comment', '<!-- hello', /cut off/],
    [
      'a model of that name from another tool',
      '<ThreatModel><Threats/></ThreatModel>',
      /root element "ThreatModel"/,
    ],
    [
      'a TMT file without drawings',
      '<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model"/>',
      /holds no drawing/,
    ],
    [
      'a TMT template',
      '<?xml version="1.0"?><KnowledgeBase><Manifest/></KnowledgeBase>',
      /template .*\(\.tb7\): knowledge, no model.* Threat knowledge/,
    ],
    ['draw.io', '<mxfile><diagram/></mxfile>', /draw\.io diagram, which cannot be imported yet/],
    ['other JSON', '{"name":"x"}', /JSON, but not a threat model/],
    ['a JSON list', '[1,2]', /JSON, but not a threat model/],
    ['cut JSON', '{"name":', /cut off/],
    ['OTM without a project', '{"otmVersion":"0.2.0"}', /OTM file, but its part "project" is missing/],
    ['OTM in YAML without a project', 'otmVersion: 0.2.0\nproject:\n', /OTM file, but its part "project"/],
    ['SARIF', '{"version":"2.1.0","runs":[]}', /SARIF/],
    ['CycloneDX', '{"bomFormat":"CycloneDX"}', /CycloneDX/],
    [
      'Threagile without assets',
      'threagile_version: 1.0.0\n',
      /Threagile file, but it holds no technical assets/,
    ],
    ['threatcl', '\n threatmodel "x" {\n}', /threatcl/],
    [
      'Threat Dragon without a summary',
      '{"summarize":{},"detail":{}}',
      /Threat Dragon.*"summary" is missing/,
    ],
    ['Threat Dragon without details', '{"summary":{},"details":{}}', /Threat Dragon.*"detail" is missing/],
    [
      'Threat Dragon without diagrams',
      '{"summary":{},"detail":{"diagramming":[]}}',
      /Threat Dragon.*"detail\.diagrams" is missing/,
    ],
    ['cut Threat Dragon', dragon('').slice(0, -2), /cut off or damaged/],
    ['forged keys', dragon('{"__proto__":{"a":1}}'), /__proto__/],
    ['forged prototypes', dragon('{"constructor":{"prototype":{}}}'), /__proto__/],
    ['deep JSON', dragon('['.repeat(100_000)), /nested too deeply/],
    ['deep XML', tm7With('<a>'.repeat(300) + '</a>'.repeat(300)), /nested too deeply/],
    ['a billion laughs', billionLaughs(), /declares entities/],
    ['an external entity', `<!DOCTYPE r SYSTEM "file:///etc/passwd">${tm7With('')}`, /declares entities/],
    ['an undeclared entity', tm7With('&lol;'), /declares entities/],
  ])('%s', (_, content, sentence) => {
    expect(refusal(content)).toMatch(sentence);
  });

  function billionLaughs(): string {
    const lines = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY l${String(i + 1)} "${`&l${String(i)};`.repeat(10)}">`,
    );
    return `<?xml version="1.0"?><!DOCTYPE ThreatModel [<!ENTITY l0 "lol">${lines.join('')}]>${tm7With('&l9;')}`;
  }

  test('50 MB, before a byte is read', () => {
    expect(refusal(new Uint8Array(50 * 1_048_576))).toBe(
      'Files up to 20 MB can be imported; this one is larger.',
    );
  });

  test('a file at the limit of the size is not too large', () => {
    expect(importing(shopTm7, { limits: { maxBytes: shopTm7.length } }).kind).toBe('imported');
    expect(importing(shopTm7, { limits: { maxBytes: shopTm7.length - 1 } }).kind).toBe('refused');
  });

  test.each([
    ['.tm7', shopTm7],
    ['Threat Dragon', shopDragon],
  ])('a %s file for which there is no time', (_, bytes) => {
    expect(refusal(bytes, { limits: { expired: () => true } })).toMatch(/takes too long/);
  });

  test('a failure that nobody foresaw is a sentence too', () => {
    const limits = {
      expired: () => {
        throw new RangeError('not for people');
      },
    };
    expect(refusal(shopTm7, { limits })).toMatch(/could not be read/);
  });

  test('every cut of a file is refused, never half read', () => {
    for (const whole of [shopTm7, shopDragon]) {
      const lengths = Array.from({ length: 60 }, (_, i) => Math.floor((whole.length - 3) * (i / 60)));
      for (const length of lengths) refusal(whole.slice(0, length));
    }
  });
});

describe('hostile files never throw and never give an invalid model', () => {
  const check = (result: ImportResult) => {
    if (result.kind === 'imported') expectValid(result.model);
    else expectSentence(result.reason);
  };

  test('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        check(importing(bytes));
      }),
    );
  });

  test('random texts in place of texts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 60 }),
        (wild, tame) => {
          const threat = {
            id: wild,
            title: wild,
            status: wild,
            severity: tame,
            type: wild,
            description: wild,
            mitigation: wild,
          };
          check(
            importing(
              dragon(
                JSON.stringify({
                  shape: 'process',
                  id: wild,
                  data: { name: wild, [wild]: tame, threats: [threat, threat] },
                }),
              ),
              { fileName: wild },
            ),
          );
          check(
            importing(
              tm7Text({
                surfaces: [],
                about: { ThreatModelName: tame },
                threats: [{ properties: { Title: tame, PossibleMitigations: tame } }],
              }),
              { fileName: wild },
            ),
          );
        },
      ),
    );
  });

  test('random values in place of parts', () => {
    const part = fc.jsonValue({ maxDepth: 3 });
    const shape = fc.constantFrom('process', 'flow', 'trust-boundary-box', 'trust-boundary-curve', 'tm.Flow');
    const cell = fc.record(
      {
        shape,
        id: part,
        position: part,
        size: part,
        source: part,
        target: part,
        vertices: part,
        data: part,
        labels: part,
        threats: part,
      },
      { requiredKeys: ['shape'] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(cell, part), { maxLength: 4 }), (cells) => {
        check(importing(dragon(cells.map((one) => JSON.stringify(one)).join(','))));
      }),
    );
  });

  test('valid files with bytes changed, removed and repeated', () => {
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat(40),
      put: fc.uint8Array({ maxLength: 8 }),
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(shopTm7, shopDragon),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (whole, changes) => {
          check(importing(changes.reduce(mutated, whole)));
        },
      ),
      { numRuns: 150 },
    );
  });

  interface Change {
    readonly at: number;
    readonly length: number;
    readonly put: Uint8Array;
    readonly twice: boolean;
  }
  function mutated(bytes: Uint8Array, { at, length, put, twice }: Change): Uint8Array {
    const start = at % Math.max(bytes.length, 1);
    const middle = twice ? bytes.slice(start, start + length) : put;
    return Uint8Array.from([
      ...bytes.slice(0, start),
      ...middle,
      ...bytes.slice(twice ? start : start + length),
    ]);
  }

  test('lines of a valid file left out', () => {
    const lines = new TextDecoder().decode(shopDragon).split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 30 }), (from, count) => {
        check(importing(lines.filter((_, i) => i < from || i >= from + count).join('\n')));
      }),
      { numRuns: 60 },
    );
  });
});

test('formats have ids and names of their own, and never throw when asked', () => {
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const format of formats) expect(format.recognises(text)).toBe(false);
    }),
  );
});
