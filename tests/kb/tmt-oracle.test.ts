/** The rules of the Microsoft Threat Modeling Tool, run by our engine, find what that tool finds. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/main';
import { defaultLimits } from '../../src/core/formats/import-file';
import { importKnowledge } from '../../src/core/formats/import-knowledge';
import { findThreats } from '../../src/core/kb/engine';
import { KnowledgeEngine } from '../../src/core/kb/knowledge-engine';
import { askQuestions } from '../../src/core/kb/questions/ask';
import type { KnowledgePackage } from '../../src/core/kb/package';
import { readPackage } from '../../src/core/kb/read-package';
import type { Model } from '../../src/core/model/model';
import { runs } from '../fixtures/runs';
import { bytesOf, imported } from '../fixtures/import-for-test';
import type { Tm7Attribute, Tm7Shape } from '../fixtures/models/write-tm7';
import { named, tm7Text } from '../fixtures/models/write-tm7';
import type { TmtStencil, TmtThreat } from '../fixtures/models/write-tmt-knowledge';
import { tmtKnowledgeXml } from '../fixtures/models/write-tmt-knowledge';

function knowledgeIn(bytes: Uint8Array): KnowledgePackage | undefined {
  const limits = defaultLimits(() => false);
  const found = importKnowledge({ fileName: 'x', bytes, limits, newId: () => '', now: '' });
  if (found.kind === 'none') return undefined;
  if (found.kind === 'refused') throw new Error(found.reason);
  const reading = readPackage(found.file);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.package;
}

const flowKey = (model: Model, id: string): string => {
  const flow = [...model.flow.values()].find((each) => each.id === id);
  return flow?.origin.kind === 'import' ? flow.origin.key : '?';
};

/** "type flow", sorted; each is certain. */
function found(known: KnowledgePackage, model: Model): readonly string[] {
  return findThreats([known], model)
    .map(({ threat, place, answer }) => {
      const flow = place.kind === 'flow' ? flowKey(model, place.id) : place.kind;
      return `${threat.tmtId ?? '?'} ${flow}${answer === 'yes' ? '' : ' (tentative)'}`;
    })
    .sort();
}

const box = (x: number, y = 0) => ({ Left: x, Top: y, Width: 100, Height: 100 });
const shape = (guid: string, part: Partial<Tm7Shape>): Tm7Shape => ({
  type: 'StencilEllipse',
  guid,
  generic: 'GE.P',
  typeId: 'GE.P',
  attributes: [named(guid)],
  ...part,
});
const flow = (guid: string, [source, target]: readonly [string, string], part: Partial<Tm7Shape> = {}) =>
  shape(guid, {
    type: 'Connector',
    generic: 'GE.DF',
    typeId: 'GE.DF',
    ...part,
    fields: {
      SourceGuid: source,
      TargetGuid: target,
      SourceX: 100,
      SourceY: 50,
      TargetX: 300,
      TargetY: 50,
      HandleX: 200,
      HandleY: 50,
      ...part.fields,
    },
  });
const user = shape('user', { type: 'StencilRectangle', generic: 'GE.EI', typeId: 'GE.EI', fields: box(0) });
const api = shape('api', { typeId: 'SE.P.Api', fields: box(300) });

const choice: NonNullable<TmtStencil['attributes']>[number] = {
  name: '11aa-guid',
  label: 'Checks input',
  values: ['Not Selected', 'Yes', 'No'],
};
const stencils: readonly TmtStencil[] = [
  { id: 'SE.P.Web', name: 'Web thing', parent: 'GE.P' },
  { id: 'SE.P.Api', name: 'API', parent: 'SE.P.Web', attributes: [choice] },
  { id: 'SE.TB.Net', name: 'Internet', parent: 'GE.TB.L' },
];
const checks = (selected: number): Tm7Attribute => ({
  type: 'List',
  label: choice.label,
  name: choice.name,
  choices: choice.values,
  selected,
});

/** The threats of the given filters at a drawing, once from the model's own rules and once from the template. */
function threatsOf(shapes: readonly Tm7Shape[], threats: readonly TmtThreat[]): readonly string[] {
  const knowledge = { stencils, threats };
  const text = tm7Text({
    surfaces: [{ guid: 'd', shapes }],
    knowledgeBase: tmtKnowledgeXml(knowledge, true),
  });
  const { model } = imported(text);
  const embedded = knowledgeIn(bytesOf(text));
  const template = knowledgeIn(bytesOf(tmtKnowledgeXml(knowledge, false)));
  if (!embedded || !template) throw new Error('no rules');
  const answer = found(embedded, model);
  expect(found(template, model)).toEqual(answer);
  return answer;
}
const one = (include: string, exclude = ''): readonly TmtThreat[] => [{ id: 'TH1', include, exclude }];
const simple = [user, api, flow('f', ['user', 'api'])];

test.each<[string, string, string, boolean]>([
  ['the type', "target is 'SE.P.Api'", '', true],
  ['an ancestor', "target is 'SE.P.Web'", '', true],
  ['the generic kind', "target is 'GE.P'", '', true],
  ['not a descendant of it', "source is 'SE.P.Api'", '', false],
  ['not another kind', "target is 'GE.DS'", '', false],
  ['ROOT stands for nothing', "target is 'ROOT'", '', false],
  ['not even for anything', "target is 'ROOT' or source is 'ROOT' or flow is 'ROOT'", '', false],
  ['a stencil that nobody declared', "target is 'SE.P.Gone'", '', false],
  ['excluded', "target is 'GE.P'", "source is 'GE.EI'", false],
  ['not excluded', "target is 'GE.P'", "source is 'GE.DS'", true],
  ['and, or: left to right', "target is 'GE.P' or source is 'GE.DS' and source is 'GE.DS'", '', false],
  ['the same with parentheses', "target is 'GE.P' or (source is 'GE.DS' and source is 'GE.DS')", '', true],
  ['not binds to the next', "not source is 'GE.DS' and target is 'GE.P'", '', true],
  ['capitals and blanks', "\n ( TARGET is 'GE.P'  AND flow is 'GE.DF' ) ", '', true],
  ['nothing included', '', '', false],
  ['half a filter', "target is 'GE.P' and", '', false],
])('%s', (_, include, exclude, expected) => {
  expect(threatsOf(simple, one(include, exclude))).toEqual(expected ? ['TH1 f'] : []);
});

test.each<[string, number, string, boolean]>([
  ['the selected value', 2, "target.11aa-guid is 'No'", true],
  ['another value', 1, "target.11aa-guid is 'No'", false],
  ['nothing selected is no value', 0, "target.11aa-guid is 'No'", false],
  ['nothing selected, negated', 0, "not target.11aa-guid is 'No'", true],
  ['nothing selected, asked for', 0, "target.11aa-guid is 'Not Selected'", true],
  ['something selected, asked for nothing', 1, "target.11aa-guid is 'Not Selected'", false],
  ['the source has no such attribute', 0, "source.11aa-guid is 'Not Selected'", false],
  ['an attribute is known by its id, not its label', 2, "target.Checks is 'No'", false],
])('attributes: %s', (_, selected, include, expected) => {
  const drawn = [user, { ...api, attributes: [named('api'), checks(selected)] }, flow('f', ['user', 'api'])];
  expect(threatsOf(drawn, one(include))).toEqual(expected ? ['TH1 f'] : []);
});

test('attributes that share a label are told apart by their ids', () => {
  const twin = { name: '22bb-guid', label: choice.label, values: choice.values };
  const knowledge = {
    stencils: [{ id: 'SE.P.Api', parent: 'GE.P', attributes: [choice, twin] }],
    threats: one("target.22bb-guid is 'Yes' and target.11aa-guid is 'No'"),
  };
  const attributes = [named('api'), checks(2), { ...checks(1), name: twin.name }];
  const text = tm7Text({
    surfaces: [{ guid: 'd', shapes: [user, { ...api, attributes }, flow('f', ['user', 'api'])] }],
    knowledgeBase: tmtKnowledgeXml(knowledge, true),
  });
  const known = knowledgeIn(bytesOf(text));
  expect(known && found(known, imported(text).model)).toEqual(['TH1 f']);
});

describe('crossing', () => {
  const around = (x: number, width: number) =>
    shape('b', {
      type: 'BorderBoundary',
      generic: 'GE.TB.B',
      typeId: 'GE.TB.B',
      fields: { Left: x, Top: -50, Width: width, Height: 200 },
    });
  const line = (x: number, handle = x) =>
    shape('l', {
      type: 'LineBoundary',
      generic: 'GE.TB.L',
      typeId: 'SE.TB.Net',
      fields: { SourceX: x, SourceY: -200, TargetX: x, TargetY: 300, HandleX: handle, HandleY: 50 },
    });
  const any = "flow crosses 'GE.TB.B' or flow crosses 'GE.TB.L'";
  test.each<[string, readonly Tm7Shape[], string, boolean]>([
    ['a box around one end', [around(250, 300)], "flow crosses 'GE.TB.B'", true],
    ['a box around both ends', [around(-50, 600)], any, false],
    ['a box around neither', [around(600, 100)], any, false],
    ['a box whose edge runs through the shape, beyond the end', [around(320, 300)], any, false],
    ['a line between', [line(200)], "flow crosses 'GE.TB.L'", true],
    ['a line type counts as its kind', [line(200)], "flow crosses 'SE.TB.Net'", true],
    ['but is no box', [line(200)], "flow crosses 'GE.TB.B'", false],
    ['a line beside', [line(400)], any, false],
    ['a line beside that bends through its handle', [line(400, 250)], any, true],
    ['nothing drawn', [], any, false],
    ['ROOT', [line(200)], "flow crosses 'ROOT'", false],
  ])('%s', (_, boundaries, include, expected) => {
    expect(threatsOf([...simple, ...boundaries], one(include))).toEqual(expected ? ['TH1 f'] : []);
  });

  test('a boundary of another diagram is not crossed', () => {
    const knowledge = { stencils, threats: one(any) };
    const text = tm7Text({
      surfaces: [
        { guid: 'd1', shapes: simple },
        { guid: 'd2', shapes: [line(200)] },
      ],
      knowledgeBase: tmtKnowledgeXml(knowledge, true),
    });
    const known = knowledgeIn(bytesOf(text));
    expect(known && found(known, imported(text).model)).toEqual([]);
  });
});

describe('which flows are asked', () => {
  const always = one("flow is 'GE.DF'");
  test('every connected flow in scope, once', () => {
    const out: Tm7Attribute = { type: 'Boolean', label: 'Out Of Scope', value: 'true' };
    const drawn = [
      ...simple,
      flow('back', ['api', 'user']),
      flow('loose', ['user', '00000000-0000-0000-0000-000000000000']),
      flow('out', ['user', 'api'], { attributes: [named('out'), out] }),
    ];
    expect(threatsOf(drawn, always)).toEqual(['TH1 back', 'TH1 f']);
  });
  test('a flow to a note is connected', () => {
    const note = shape('note', { type: 'StencilRectangle', generic: 'GE.A', typeId: 'GE.A', fields: box(0) });
    expect(threatsOf([note, api, flow('f', ['note', 'api'])], always)).toEqual(['TH1 f']);
  });
});

test('a template of the Microsoft tool asks nothing: what is not selected decides, as it does there', () => {
  const threats = one(`target.${choice.name} is '${choice.values[1] ?? ''}'`);
  const text = tmtKnowledgeXml({ stencils, threats }, false);
  const template = knowledgeIn(bytesOf(text));
  const { model } = imported(tm7Text({ surfaces: [{ guid: 'd', shapes: simple }] }));
  if (!template) throw new Error('no rules');
  expect(template.questions).toEqual([]);
  const engine = new KnowledgeEngine([template], model);
  expect(engine.hits().filter(({ answer }) => answer === 'unknown')).toEqual([]);
  expect(askQuestions(engine)).toEqual([]);
});

test('a template comes in whole: texts, severity, categories, mitigations', () => {
  const known = knowledgeIn(
    bytesOf(
      tmtKnowledgeXml(
        {
          stencils,
          threats: [
            {
              id: 'TH7',
              include: "target is 'GE.P'",
              title: '{source.Name} floods {target.Name}',
              priority: 'High',
              mitigation: 'Limit requests. See <a href="https://example.org">limits</a>',
            },
            {
              id: 'TH8',
              include: "target is 'GE.P'",
              category: 'C',
              mitigation: 'limit requests. see limits',
            },
          ],
        },
        false,
      ),
    ),
  );
  expect(known).toMatchObject({ id: 'tmt.test-template', version: '1.2.3-4', name: 'Test template' });
  expect(known?.threats).toMatchObject([
    {
      name: '{source.name} floods {target.name}',
      impact: 'major',
      stride: ['tampering'],
      treatments: [{ strength: 'average', mitigation: { name: 'Limit requests' } }],
    },
    { stride: [], categories: ['Compliance'] },
  ]);
});

const samples = join('..', 'shared', 'samples');
const present = existsSync(join(samples, 'README.md'));
if (!present) process.stdout.write('Samples are not at hand (../shared/samples): the oracle is skipped.\n');

(present ? describe : describe.skip)('the threats that the tool stored', () => {
  const folder = join(samples, 'tm7');
  const read = (...path: string[]) => new Uint8Array(readFileSync(join(samples, ...path)));
  const files = present ? readdirSync(folder).filter((file) => !file.startsWith('NEG-')) : [];
  const templates = new Map(
    (present ? ['ms-azure.tb7', 'ms-default.tb7'] : []).map((file) => {
      const known = knowledgeIn(read('tb7', file));
      return [known?.id, known] as const;
    }),
  );

  /** What the file itself says, read without our importer: the key is type, source, flow and target joined. */
  function stored(text: string): readonly string[] {
    const list = /<ThreatInstances[\s\S]*?<\/ThreatInstances>/.exec(text)?.[0] ?? '';
    const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
    const pattern = new RegExp(`Key>([^<]+?)${guid}(${guid})${guid}<`, 'g');
    return [...new Set([...list.matchAll(pattern)].map(([, type, key]) => `${type} ${key}`))].sort();
  }

  const generated = files.filter((file) => {
    const text = Buffer.from(read('tm7', file)).toString('utf8');
    // Threats that another program wrote have types that no template knows.
    return (
      stored(text).some((each) => /^(TH|[STRIDE])\d/.test(each)) && knowledgeIn(bytesOf(text)) !== undefined
    );
  });

  test('samples with generated threats were found', () => {
    expect(present ? generated.length : 11).toBeGreaterThanOrEqual(11);
  });

  test.each(generated)('%s', (file) => {
    const bytes = read('tm7', file);
    const known = knowledgeIn(bytes);
    if (!known) throw new Error('no rules');
    const { model } = imported(bytes, { fileName: file });
    const expected = stored(Buffer.from(bytes).toString('utf8'));
    expect(found(known, model)).toEqual(expected);
    const template = templates.get(known.id);
    if (template) expect(found(template, model)).toEqual(expected);
  });

  /** The rules are the same as above: a few files show that the command hands them on; `test:deep` asks all. */
  test.each(generated.slice(1, runs(4)))(
    '%s: the command line prints them, and nothing else',
    async (file) => {
      const out: string[] = [];
      const world = { environment: {}, out: (line: string) => out.push(line), err: () => undefined };
      expect(await run(['threats', join(folder, file), '--json'], world)).toBe(0);
      const printed = JSON.parse(out.join('')) as Record<string, unknown> & {
        readonly threats: readonly object[];
      };
      expect(Object.keys(printed)).toEqual(['elements', 'flows', 'boundaries', 'threats']);
      const { model } = imported(read('tm7', file), { fileName: file });
      expect(printed).toMatchObject({
        elements: model.element.size,
        flows: model.flow.size,
        boundaries: model.boundary.size,
      });
      const threats = printed.threats.map((each) => JSON.stringify(each));
      const expected = stored(Buffer.from(read('tm7', file)).toString('utf8')).map((each) => {
        const [, type, at] = /^(.*) (.*)$/.exec(each) ?? [];
        return JSON.stringify({ type, flow: at });
      });
      expect([...new Set(threats)].sort()).toEqual(expected.sort());
      expect(new Set(threats).size).toBe(threats.length);
    },
  );

  test.each(['ms-azure.tb7', 'ms-default.tb7', 'azurearch-v3.tb7', 'tmtool-test.tb7'])(
    '%s: every filter is understood',
    (file) => {
      const limits = defaultLimits(() => false);
      const input = { fileName: file, bytes: read('tb7', file), limits, newId: () => '', now: '' };
      expect(importKnowledge(input)).toMatchObject({ kind: 'knowledge', notTaken: [] });
    },
  );
});
