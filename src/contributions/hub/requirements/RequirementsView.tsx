/** Requirements and whether they are realised, and the assumptions that threats rest on. */
import * as React from 'react';
import { asId, assumptionId, requirementId } from '../../../core/model/ids';
import { GoneNotice } from '../GoneNotice';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { AssumptionPanel } from './AssumptionPanel';
import { Assumptions } from './Assumptions';
import { RequirementMatrix } from './RequirementMatrix';
import { RequirementPanel } from './RequirementPanel';
import './requirements.css';

const parts = [
  { id: 'requirements', name: 'Requirements' },
  { id: 'assumptions', name: 'Assumptions' },
] as const;

function Parts({ shown }: { readonly shown: string }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  return (
    <nav className="wo-views" aria-label="Requirements and assumptions">
      {parts.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="wo-view"
          aria-pressed={id === shown}
          onClick={() => go({ model: model.info.id, tab: 'requirements', show: id })}
        >
          {name} ({id === 'requirements' ? model.requirement.size : model.assumption.size})
        </button>
      ))}
    </nav>
  );
}

export default function RequirementsView(): React.ReactElement {
  const { query, go } = useHub();
  const { model } = useModelView();
  const shown =
    query['show'] === 'assumptions' || query['assumption'] !== undefined ? 'assumptions' : 'requirements';
  const close = () => go({ model: model.info.id, tab: 'requirements', show: shown });
  const requirement = model.requirement.get(asId(requirementId, query['requirement'] ?? '') ?? never);
  const assumption = model.assumption.get(asId(assumptionId, query['assumption'] ?? '') ?? never);
  const wanted = query['requirement'] ?? query['assumption'];
  return (
    <>
      <Parts shown={shown} />
      {shown === 'requirements' ? <RequirementMatrix /> : <Assumptions />}
      {requirement && <RequirementPanel key={requirement.id} requirement={requirement} onClose={close} />}
      {assumption && <AssumptionPanel key={assumption.id} assumption={assumption} onClose={close} />}
      {wanted !== undefined && !requirement && !assumption && (
        <GoneNotice
          what={query['requirement'] === undefined ? 'assumption' : 'requirement'}
          onClose={close}
        />
      )}
    </>
  );
}

/** An id that no map holds. */
const never = '' as never;
