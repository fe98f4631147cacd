/** Tags and references of an entry as its form holds them, and what a patch says of them. Pure. */
import { asRecord } from '../../core/kb/json-record';
import { listIn, namesIn, text, textsIn } from './form-parts';

type Json = Readonly<Record<string, unknown>>;

/** Where a reference leads, as a package file calls it. `other` has a name and perhaps a link. */
export const referenceKinds = [
  'cwe',
  'capec',
  'attack',
  'atlas',
  'd3fend',
  'asvs5',
  'asvs4',
  'owasp',
  'nist80053',
  'ssdf',
  'mcsb',
  'slsa',
  'other',
] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

export interface ReferenceForm {
  readonly kind: ReferenceKind;
  /** Ids apart by commas; of `other` the name. */
  readonly ids: string;
  /** Of `other` alone. */
  readonly link: string;
}
export interface LabelForm {
  /** Apart by commas. */
  readonly tags: string;
  readonly references: readonly ReferenceForm[];
}

function referenceForms(json: unknown): readonly ReferenceForm[] {
  const refs = asRecord(json) ?? {};
  return referenceKinds.flatMap((kind): readonly ReferenceForm[] => {
    const given = listIn(refs[kind]);
    if (kind === 'other')
      return given.map((each) => {
        const { label, url } = asRecord(each) ?? {};
        return { kind, ids: text(label), link: text(url) };
      });
    return given.length > 0 ? [{ kind, ids: given.map(String).join(', '), link: '' }] : [];
  });
}

export const labelForm = (entry: Json): LabelForm => ({
  tags: textsIn(entry['tags']).join(', '),
  references: referenceForms(entry['refs']),
});

const numbered: ReadonlySet<ReferenceKind> = new Set(['cwe', 'capec']);
/** People write CWE-79 where the file has 79. */
const numberIn = (id: string) => /^(?:CWE-|CAPEC-)?(\d{1,6})$/i.exec(id)?.[1];

/** What is wrong with a reference, as one sentence; undefined when all is well. */
export function referenceProblem({ kind, ids, link }: ReferenceForm): string | undefined {
  if (kind === 'other') {
    if (ids.trim() === '') return 'Say what it is called.';
    return link.trim() === '' || /^https?:\/\/\S+$/.test(link.trim())
      ? undefined
      : 'A link begins with https://';
  }
  const names = namesIn(ids);
  if (names.length === 0) return 'Name at least one, or remove the line.';
  if (numbered.has(kind)) {
    const odd = names.find((id) => numberIn(id) === undefined);
    return odd === undefined ? undefined : `"${odd}" is no number of ${kind.toUpperCase()}, such as 79.`;
  }
  const odd = kind === 'attack' ? names.find((id) => !/^T\d{4}(?:\.\d{3})?$/.test(id)) : undefined;
  return odd === undefined ? undefined : `"${odd}" is no technique of MITRE ATT&CK, such as T1110.003.`;
}

export const labelsHold = ({ references }: LabelForm): boolean =>
  references.every((each) => referenceProblem(each) === undefined);

function referenceData(references: readonly ReferenceForm[]): ReadonlyMap<ReferenceKind, readonly unknown[]> {
  const data = new Map<ReferenceKind, readonly unknown[]>();
  for (const { kind, ids, link } of references) {
    const more =
      kind === 'other'
        ? [{ label: ids.trim(), ...(link.trim() === '' ? {} : { url: link.trim() }) }]
        : namesIn(ids).map((id) => (numbered.has(kind) ? Number(numberIn(id)) : id));
    data.set(kind, [...(data.get(kind) ?? []), ...more]);
  }
  return data;
}

/** Key -> its JSON, only what differs; null = it goes. A patch merges key by key, so each kind that goes is named. */
export function labelChanges(before: LabelForm, after: LabelForm): Json {
  const [was, is] = [referenceData(before.references), referenceData(after.references)];
  const kinds = referenceKinds.filter(
    (kind) => JSON.stringify(was.get(kind)) !== JSON.stringify(is.get(kind)),
  );
  return {
    ...(before.tags === after.tags ? {} : { tags: [...new Set(namesIn(after.tags))] }),
    ...(kinds.length === 0
      ? {}
      : { refs: Object.fromEntries(kinds.map((kind) => [kind, is.get(kind) ?? null])) }),
  };
}
