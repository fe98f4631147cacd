/** Microsoft Threat Modeling Tool models (.tm7, DataContract XML), whole or not at all. */
import { htmlToText } from '../html-text';
import type { Format } from '../import-result';
import { Refusal } from '../import-result';
import { ModelDraft } from '../model-draft';
import { child, childText, parseXml } from '../xml-tree';
import { rootTagOf } from '../xml-root';
import { knowledgeBaseNames } from './knowledge-base';
import { Surfaces } from './shapes';
import { readThreats, reportOtherParts } from './threats';

const id = 'tm7';

/** The root's name alone is too common; its namespace is TMT's. */
function recognises(text: string): boolean {
  const root = rootTagOf(text);
  if (root?.name !== 'ThreatModel') return false;
  return root.tag.includes('ThreatModeling.Model') || text.includes('DrawingSurfaceList');
}

export const tm7: Format = {
  id,
  name: 'Microsoft Threat Modeling Tool',
  recognises,
  read: (text, input) => {
    const model = parseXml(text, input.limits);
    if (!child(model, 'DrawingSurfaceList')) {
      throw new Refusal('This looks like a Microsoft Threat Modeling Tool file, but it holds no drawing.');
    }
    const draft = new ModelDraft(id, input);
    const names = knowledgeBaseNames(model);
    const places = new Surfaces(draft, names).read(model);
    readThreats(model, { draft, names, places });
    reportOtherParts(draft, model, names);
    const about = child(model, 'MetaInformation');
    return draft.finish({
      name: htmlToText(childText(about, 'ThreatModelName')),
      description: htmlToText(childText(about, 'HighLevelSystemDescription')),
    });
  },
};
