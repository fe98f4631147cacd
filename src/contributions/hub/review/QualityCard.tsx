/** What is weak in the model, why it matters, and the way to each place where it is mended. */
import * as React from 'react';
import { diagramsShowing } from '../../../core/diagram/part-picture';
import { checkQuality } from '../../../core/quality/check-quality';
import type { QualityGroup } from '../../../core/quality/check-quality';
import type { Place } from '../../../core/quality/rule';
import type { Model } from '../../../core/model/model';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import './quality.css';

const shown = 20;

/** The diagram on which the thing is drawn; the list of the system where it is on none. */
function drawnAt(model: Model, id: string): Record<string, string> {
  const [diagram] = diagramsShowing(model, id);
  return diagram === undefined ? { tab: 'system' } : { diagram, show: id };
}

/** Where the hub goes to mend it. */
export function addressOf(model: Model, place: Place): Record<string, string> {
  const address = { model: model.info.id };
  switch (place.kind) {
    case 'threat':
      return { ...address, threat: place.id };
    case 'mitigation':
      return { ...address, mitigation: place.id };
    case 'diagram':
      return { ...address, diagram: place.id };
    case 'questions':
    case 'stories':
    case 'threats':
      return { ...address, tab: place.kind };
    case 'model':
      return { ...address, tab: 'diagram' };
    case 'element':
    case 'flow':
    case 'boundary':
      return { ...address, ...drawnAt(model, place.id) };
  }
}

function Group({ group }: { readonly group: QualityGroup }): React.ReactElement {
  const { model } = useModelView();
  const { go } = useHub();
  const { rule, findings } = group;
  return (
    <details className="wo-quality-rule">
      <summary>
        <strong>{rule.title}</strong> <span className="wo-quiet">{findings.length}</span>
      </summary>
      <p className="wo-quiet">
        {rule.why} {rule.mend} {rule.fine}
      </p>
      <ul className="wo-plain-list">
        {findings.slice(0, shown).map(({ key, message, place }) => (
          <li key={key}>
            <button type="button" className="wo-link" onClick={() => go(addressOf(model, place))}>
              {message}
            </button>
          </li>
        ))}
      </ul>
      {findings.length > shown && <p className="wo-quiet">{counted(findings.length - shown, 'more')}</p>}
    </details>
  );
}

export function QualityCard(): React.ReactElement {
  const { model, index, assessment } = useModelView();
  const groups = React.useMemo(() => checkQuality({ model, index, assessment }), [model, index, assessment]);
  const of = (weight: 'gap' | 'hint') => groups.filter(({ rule }) => rule.weight === weight);
  const count = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <section className="wo-card wo-quality" aria-labelledby="wo-quality">
      <h2 id="wo-quality">What is weak</h2>
      <p role="status">
        {count === 0
          ? 'Nothing is weak: everything that the rules ask for is said.'
          : `${counted(count, 'place')} where the model says too little to be relied on.`}
      </p>
      {of('gap').length > 0 && (
        <>
          <h3>Gaps: something may be missed</h3>
          {of('gap').map((group) => (
            <Group key={group.rule.id} group={group} />
          ))}
        </>
      )}
      {of('hint').length > 0 && (
        <>
          <h3>Hints: it would read and decide better</h3>
          {of('hint').map((group) => (
            <Group key={group.rule.id} group={group} />
          ))}
        </>
      )}
    </section>
  );
}
