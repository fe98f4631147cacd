/** What somebody changes in tags and references is what a patch says, and what is wrong is said in a sentence. */
import { mergePatch } from '../../core/kb/merge-patch';
import { labelChanges, labelForm, referenceProblem } from './label-form';
import type { LabelForm, ReferenceForm } from './label-form';

const entry = {
  tags: ['pci', 'web'],
  refs: {
    attack: ['T1190'],
    cwe: [79, 352],
    other: [{ label: 'Article 14', url: 'https://example.org/14' }],
  },
};
const form = labelForm(entry);

test('the form shows what the file has, a line for each kind', () => {
  expect(form).toEqual({
    tags: 'pci, web',
    references: [
      { kind: 'cwe', ids: '79, 352', link: '' },
      { kind: 'attack', ids: 'T1190', link: '' },
      { kind: 'other', ids: 'Article 14', link: 'https://example.org/14' },
    ],
  });
  expect(labelChanges(form, form)).toEqual({});
});

const without = (kind: string) => form.references.filter((each) => each.kind !== kind);
test.each<[string, Partial<LabelForm>, object]>([
  ['a tag less, each once', { tags: 'web, web' }, { tags: ['web'] }],
  ['a kind less', { references: without('attack') }, { refs: { attack: null } }],
  ['a kind more', { references: [...form.references, { kind: 'owasp', ids: 'A03:2021', link: '' }] }, { refs: { owasp: ['A03:2021'] } }], // prettier-ignore
  ['another number, as people write it', { references: [{ kind: 'cwe', ids: 'CWE-79, 20', link: '' }, ...without('cwe')] }, { refs: { cwe: [79, 20] } }], // prettier-ignore
  ['a name without a link', { references: [...without('other'), { kind: 'other', ids: ' Our policy ', link: '' }] }, { refs: { other: [{ label: 'Our policy' }] } }], // prettier-ignore
])('%s', (_, change, set) => {
  const after = { ...form, ...change };
  expect(labelChanges(form, after)).toEqual(set);
  expect(labelChanges(labelForm(mergePatch(entry, labelChanges(form, after))), after)).toEqual(
    'tags' in change ? { tags: ['web'] } : {},
  );
});

test('a new entry says only what it has', () => {
  const none = labelForm({});
  expect(labelChanges(none, none)).toEqual({});
  const some: LabelForm = { tags: 'a', references: [{ kind: 'capec', ids: '66', link: '' }] };
  expect(labelChanges(none, some)).toEqual({ tags: ['a'], refs: { capec: [66] } });
});

test.each<[Partial<ReferenceForm>, string | undefined]>([
  [{ kind: 'cwe', ids: '79, CWE-20' }, undefined],
  [{ kind: 'cwe', ids: 'XSS' }, '"XSS" is no number of CWE, such as 79.'],
  [{ kind: 'attack', ids: 'T1110.003' }, undefined],
  [{ kind: 'attack', ids: '1110' }, '"1110" is no technique of MITRE ATT&CK, such as T1110.003.'],
  [{ kind: 'owasp', ids: ' , ' }, 'Name at least one, or remove the line.'],
  [{ kind: 'other', ids: ' ' }, 'Say what it is called.'],
  [{ kind: 'other', ids: 'x', link: 'javascript:alert(1)' }, 'A link begins with https://'],
  [{ kind: 'other', ids: 'x', link: 'https://example.org' }, undefined],
])('%o', (given, sentence) =>
  expect(referenceProblem({ kind: 'cwe', ids: '', link: '', ...given })).toBe(sentence),
);
