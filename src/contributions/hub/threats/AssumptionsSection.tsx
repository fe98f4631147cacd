/** What is taken for granted about this threat: when one of these proves wrong, the threat is to be judged again. */
import * as React from 'react';
import { assumptionsUnder } from '../../../core/model/edits/requirements';
import type { Threat } from '../../../core/model/threat';
import { Pill } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { stateTones, stateWords } from '../requirements/requirement-words';

export function AssumptionsSection({ threat }: { readonly threat: Threat }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const assumptions = assumptionsUnder(model, threat.id);
  const page = { model: model.info.id, tab: 'requirements', show: 'assumptions' };
  return (
    <section className="wo-section" aria-label="Assumptions">
      <h3>Rests on</h3>
      {assumptions.length === 0 && (
        <p className="wo-quiet">
          No assumption: it counts as it is judged, whatever is taken for granted.{' '}
          <button type="button" className="wo-link" onClick={() => go(page)}>
            Open the assumptions
          </button>
        </p>
      )}
      <ul className="wo-items">
        {assumptions.map(({ id, text, state }) => (
          <li key={id} className="wo-item wo-item-head">
            <button
              type="button"
              className="wo-link wo-row-title"
              onClick={() => go({ ...page, assumption: id })}
            >
              {text || 'An assumption without words'}
            </button>
            <Pill tone={stateTones[state]}>{stateWords[state]}</Pill>
          </li>
        ))}
      </ul>
    </section>
  );
}
