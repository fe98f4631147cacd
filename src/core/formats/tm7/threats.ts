/** The threat list of a .tm7 file. TMT finds threats per flow, so that is where they are placed. */
import type { Place } from '../../model/threat';
import { addThreat } from '../found-threat';
import { htmlToText } from '../html-text';
import { titleOf } from '../mitigation-text';
import type { ModelDraft } from '../model-draft';
import type { XmlElement } from '../xml-tree';
import { child, childText, childrenOf } from '../xml-tree';
import type { KnowledgeBaseNames } from './knowledge-base';
import type { Places } from './shapes';
import { guidIn } from './shapes';

/** Properties that every TMT threat may have; anything else was added by a template. */
const ownProperties: ReadonlySet<string> = new Set([
  'Title',
  'UserThreatCategory',
  'UserThreatShortDescription',
  'UserThreatDescription',
  'StateInformation',
  'InteractionString',
  'Priority',
  'SDLPhase',
  'PossibleMitigations',
]);

interface Context {
  readonly draft: ModelDraft;
  readonly names: KnowledgeBaseNames;
  readonly places: Places;
}

/** Adds every threat below the model's root to the draft. */
export function readThreats(model: XmlElement, context: Context): void {
  for (const entry of child(model, 'ThreatInstances')?.children ?? []) {
    const value = child(entry, 'Value');
    if (value) readThreat(context, childText(entry, 'Key'), value);
  }
}

function readThreat({ draft, names, places }: Context, key: string, value: XmlElement): void {
  const properties = propertiesOf(value);
  // TMT keeps what a person may edit in Properties and leaves the field of the same name nil; other writers do not.
  const field = (name: string) => (properties.get(name) ?? '') || childText(value, name);
  const plain = (name: string) => htmlToText(field(name));
  const short = plain('UserThreatShortDescription');
  const description = plain('UserThreatDescription') || short;
  const type = childText(value, 'TypeId');
  const place = placeOf(value, places);
  if (place.kind !== 'flow') draft.report.add('places of threats', 'their flow is not in the file');
  addThreat(draft, {
    key: key || type + ['SourceGuid', 'FlowGuid', 'TargetGuid'].map((name) => guidIn(value, name)).join(''),
    title: plain('Title') || titleOf(description) || (type === '' ? '' : `Threat of type ${type}`),
    description,
    category: plain('UserThreatCategory') || (names.categories.get(type) ?? ''),
    state: field('State'),
    justification: plain('StateInformation'),
    mitigation: plain('PossibleMitigations'),
    rating: { called: 'Priority', word: plain('Priority') },
    place,
  });
  reportRest(draft, value, properties);
}

function propertiesOf(value: XmlElement): ReadonlyMap<string, string> {
  const pairs = child(value, 'Properties')?.children ?? [];
  return new Map(pairs.map((pair) => [childText(pair, 'Key'), childText(pair, 'Value')]));
}

/** The flow; else an end of it; else the model, so that no threat is lost for a missing line. */
function placeOf(value: XmlElement, places: Places): Place {
  const [source = '', flow = '', target = ''] = childText(value, 'InteractionKey').toLowerCase().split(':');
  const candidates = [
    guidIn(value, 'FlowGuid'),
    flow,
    guidIn(value, 'TargetGuid'),
    target,
    guidIn(value, 'SourceGuid'),
    source,
  ];
  for (const guid of candidates) {
    const place = places.get(guid.trim());
    if (place) return place;
  }
  return { kind: 'model' };
}

function reportRest(
  { report }: ModelDraft,
  value: XmlElement,
  properties: ReadonlyMap<string, string>,
): void {
  const told = (name: string) => (properties.get(name) ?? '') || childText(value, name);
  if (told('SDLPhase') !== '') report.add('SDL phases', 'threats have no phase here');
  const [short, full] = [told('UserThreatShortDescription'), told('UserThreatDescription')];
  if (short !== '' && full !== '' && short !== full) {
    report.add('short descriptions of threats', 'the full description is taken');
  }
  if (childText(value, 'ChangedBy') !== '')
    report.add('names and dates of changes', 'they belong to the other tool');
  const custom = [...properties].filter(([name, text]) => !ownProperties.has(name) && text !== '');
  report.add('custom threat properties', 'they are defined by the template of the file', custom.length);
}

/** Rows of the report for the parts of the file beside its drawings and threats. */
export function reportOtherParts({ report }: ModelDraft, model: XmlElement, names: KnowledgeBaseNames): void {
  const about = child(model, 'MetaInformation');
  for (const name of ['Owner', 'Contributors', 'Reviewer', 'Assumptions', 'ExternalDependencies']) {
    const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    if (childText(about, name) !== '') report.add(words, 'a model has no such field here');
  }
  report.add('notes', 'they are not imported yet', child(model, 'Notes')?.children.length ?? 0);
  const validations = childrenOf(child(model, 'Validations'), 'Validation').length;
  report.add('validation messages', 'they are the other tool’s findings about the drawing', validations);
  if (names.present) report.add('knowledge base', 'its rules come in as a package, under Threat knowledge');
}
