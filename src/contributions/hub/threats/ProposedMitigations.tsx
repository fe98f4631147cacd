/** What the knowledge base proposes against one threat: looked up when asked for, taken one by one. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { KnowledgeMitigation, KnowledgePackage } from '../../../core/kb/package';
import { proposeMitigations } from '../../../core/kb/propose-mitigations';
import type { Proposal } from '../../../core/kb/propose-mitigations';
import { implementText, takeProposal, verifyText } from '../../../core/kb/take-proposal';
import type { Threat } from '../../../core/model/threat';
import { Pill } from '../../../ui/Marks';
import { strengthWords } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';
import { whyProposed } from './proposal-words';

const controlWords: Readonly<Record<KnowledgeMitigation['controlType'], string>> = {
  preventive: 'Preventive',
  detective: 'Detective',
  corrective: 'Corrective',
  recovery: 'Recovery',
  deterrent: 'Deterrent',
};

interface ItemProps {
  readonly proposal: Proposal;
  readonly threat: Threat;
  readonly onUsed: () => void;
}

function Item({ proposal, threat, onUsed }: ItemProps): React.ReactElement {
  const { app } = useHub();
  const { model, applyLoudly, readOnly } = useModelView();
  const { mitigation, strength, reason, requires } = proposal;
  const verify = verifyText(mitigation);
  const use = () => {
    const edit = takeProposal(model, { proposal, threat: threat.id, newId: app.newId });
    applyLoudly(edit, `“${mitigation.name}” now treats this threat.`);
    onUsed();
  };
  return (
    <li className="wo-item">
      <div className="wo-item-head">
        <span className="wo-story">
          <strong>{mitigation.name}</strong>
          <Pill>{strengthWords[strength]}</Pill>
          <Pill>{controlWords[mitigation.controlType]}</Pill>
        </span>
        {!readOnly && <Button text="Use" ariaLabel={`Use ${mitigation.name}`} onClick={use} />}
      </div>
      {reason && <p>{reason}</p>}
      <p className="wo-quiet">{whyProposed(proposal, model, threat)}</p>
      {requires.length > 0 && (
        <p className="wo-quiet">Needs as well: {requires.map(({ name }) => name).join(', ')}.</p>
      )}
      <details>
        <summary>How to implement and verify</summary>
        <h4>How to implement</h4>
        <p className="wo-prose">{implementText(mitigation)}</p>
        {verify && <h4>How to verify</h4>}
        {verify && <p className="wo-prose">{verify}</p>}
      </details>
    </li>
  );
}

interface ListProps {
  readonly packages: readonly KnowledgePackage[];
  readonly threat: Threat;
}

function List({ packages, threat }: ListProps): React.ReactElement {
  const { model } = useModelView();
  const top = React.useRef<HTMLParagraphElement>(null);
  const proposals = React.useMemo(
    () => proposeMitigations(packages, model, threat),
    [packages, model, threat],
  );
  const summary =
    proposals.length === 0
      ? 'The knowledge base has nothing more against a threat like this.'
      : 'From the knowledge base. The strength of what you use counts as assumed until somebody judges it here.';
  return (
    <>
      {/* The button that was pressed goes away with its proposal: the focus comes here rather than nowhere. */}
      <p className="wo-quiet" role="status" ref={top} tabIndex={-1}>
        {summary}
      </p>
      <ul className="wo-items">
        {proposals.map((proposal) => (
          <Item
            key={proposal.mitigation.id}
            proposal={proposal}
            threat={threat}
            onUsed={() => top.current?.focus()}
          />
        ))}
      </ul>
    </>
  );
}

function Opened({ threat }: { readonly threat: Threat }): React.ReactElement {
  const { app } = useHub();
  const [load, again] = useLoad(app.knowledge);
  if (load.kind === 'loading') return <Waiting label="Looking in the knowledge base" />;
  if (load.kind === 'failed') return <Failed reason={load.reason} onRetry={again} />;
  return <List packages={load.value} threat={threat} />;
}

export function ProposedMitigations({ threat }: { readonly threat: Threat }): React.ReactElement {
  const [open, setOpen] = React.useState(false);
  return (
    <div className="wo-proposals">
      <h4>
        <button
          type="button"
          className="wo-link"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          Proposed mitigations
        </button>
      </h4>
      {open && <Opened threat={threat} />}
    </div>
  );
}
