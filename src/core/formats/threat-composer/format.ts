/** Threat Composer: threats as sentences, mitigations and assumptions that are linked to them; nothing is drawn. */
import type { ThreatId } from '../../model/ids';
import type { Status } from '../../model/mitigation';
import type { ThreatStatus } from '../../model/threat';
import { impactOf } from '../classification';
import type { Format } from '../import-result';
import type { Json } from '../json-value';
import { asList, asText, member, parseJson, topLevelKeys } from '../json-value';
import { titleOf } from '../mitigation-text';
import { ModelDraft } from '../model-draft';
import { SystemDraft } from '../system-draft';

const id = 'threat-composer';

const letters: Readonly<Record<string, string>> = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information disclosure',
  D: 'Denial of service',
  E: 'Elevation of privilege',
};

/** A list becomes one text: "S, I". */
function metadata(thing: Json, key: string): string {
  const found = asList(member(thing, 'metadata')).find((each) => asText(member(each, 'key')) === key);
  const value = member(found, 'value');
  return asText(value) || asList(value).map(asText).join(', ');
}

function threatStatus(state: string): ThreatStatus {
  return state === 'threatResolvedNotUseful'
    ? { kind: 'not-applicable', justification: 'Marked as not useful in the imported file' }
    : { kind: 'open' };
}

function mitigationStatus(state: string): Status {
  if (state === 'mitigationResolved') return { kind: 'implemented' };
  if (state === 'mitigationInProgress') return { kind: 'in-progress' };
  if (state === 'mitigationResolvedWillNotAction')
    return { kind: 'rejected', reason: 'Marked as "will not action" in the imported file' };
  return { kind: 'open' };
}

class Reader {
  readonly #system: SystemDraft;
  readonly #threats = new Map<string, ThreatId>();

  constructor(
    private readonly draft: ModelDraft,
    private readonly root: Json,
  ) {
    this.#system = new SystemDraft(draft);
  }

  private list(name: string): readonly Json[] {
    return asList(member(this.root, name));
  }

  read(): void {
    for (const threat of this.list('threats')) this.threat(threat);
    for (const mitigation of [...this.list('mitigations'), ...this.list('controls')])
      this.mitigation(mitigation);
    for (const link of [...this.list('mitigationLinks'), ...this.list('controlLinks')]) this.link(link);
    for (const assumption of this.list('assumptions')) this.assumption(assumption);
    for (const name of ['architecture', 'dataflow'])
      if (asText(member(member(this.root, name), 'image')) !== '')
        this.draft.report.add('images', 'a picture cannot be read as a drawing');
  }

  private threat(threat: Json): void {
    const key = asText(member(threat, 'id'));
    const statement = asText(member(threat, 'statement'));
    const stride = metadata(threat, 'STRIDE');
    const priority = metadata(threat, 'Priority');
    const words = [...stride].map((letter) => letters[letter]).filter((word) => word !== undefined);
    const parts = ['prerequisites', 'threatAction', 'threatImpact'].flatMap((name) => {
      const text = asText(member(threat, name));
      return text === '' ? [] : [text];
    });
    const comments = metadata(threat, 'Comments');
    this.#threats.set(
      key,
      this.#system.threat({
        key,
        title: titleOf(asText(member(threat, 'threatAction')) || statement),
        description: [statement || parts.join('\n'), comments].filter((text) => text !== '').join('\n\n'),
        category: words.join(', '),
        place: { kind: 'model' },
        rating: {
          impact: priority === '' ? undefined : impactOf(priority),
          reason:
            priority === ''
              ? 'No priority in the imported file'
              : `Priority ${priority} in the imported file`,
        },
        status: threatStatus(asText(member(threat, 'status'))),
      }),
    );
  }

  private mitigation(mitigation: Json): void {
    const content = asText(member(mitigation, 'content'));
    const comments = metadata(mitigation, 'Comments');
    this.#system.mitigation({
      key: asText(member(mitigation, 'id')),
      title: titleOf(content),
      text: [content, comments].filter((text) => text !== '').join('\n\n'),
      status: mitigationStatus(asText(member(mitigation, 'status'))),
    });
  }

  private link(link: Json): void {
    const threat = this.#threats.get(asText(member(link, 'linkedId')));
    const key = asText(member(link, 'mitigationId')) || asText(member(link, 'controlId'));
    const mitigation = this.#system.mitigationOf(key);
    if (!threat || !mitigation)
      return this.draft.report.add('links of mitigations', 'an end of them is not in the file');
    return this.#system.treat(threat, mitigation, {
      level: 'average',
      reason: 'The imported file does not rate the strength',
    });
  }

  private assumption(assumption: Json): void {
    const key = asText(member(assumption, 'id'));
    const links = this.list('assumptionLinks').filter((link) => asText(member(link, 'assumptionId')) === key);
    const threats = links.flatMap((link) => this.#threats.get(asText(member(link, 'linkedId'))) ?? []);
    this.draft.report.add(
      'links of assumptions',
      'assumptions are linked to threats only',
      links.length - threats.length,
    );
    this.#system.assume(key, asText(member(assumption, 'content')), threats);
  }
}

export const threatComposer: Format = {
  id,
  name: 'Threat Composer',
  recognises: (text) => {
    const keys = topLevelKeys(text);
    return keys.has('schema') && (keys.has('mitigationLinks') || keys.has('assumptionLinks'));
  },
  read: (text, input) => {
    const root = parseJson(text, input.limits);
    const draft = new ModelDraft(id, input);
    new Reader(draft, root).read();
    const info = member(root, 'applicationInfo');
    return draft.finish({
      name: asText(member(info, 'name')),
      description: asText(member(info, 'description')),
    });
  },
};
