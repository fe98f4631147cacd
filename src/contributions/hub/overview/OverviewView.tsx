/** The one comprehensive view: how much risk there was, is, and will be, and what would lower it most. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { countModel } from '../../../core/model/model';
import { counted } from '../../../ui/words';
import { CountsLine, NotTakenList } from '../home/ImportReport';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import type { Role } from '../roles/roles';
import { WhatWaits } from '../roles/WhatWaits';
import { WayOn, WayToThreats } from '../WayOn';
import { BiggestHelp } from './BiggestHelp';
import { FirstSteps } from './FirstSteps';
import { NumbersExplained } from './NumbersExplained';
import { RiskFigures } from './RiskFigures';
import { SeverityBars } from './SeverityBars';

function AssumedNote(): React.ReactElement | null {
  const { assessment, model } = useModelView();
  const { go } = useHub();
  const applicable = [...assessment.threats.values()].filter((risk) => risk.applies).length;
  if (assessment.assumedThreats === 0) return null;
  return (
    <div className="wo-note">
      <span>
        <strong>
          {assessment.assumedThreats} of {counted(applicable, 'threat')}
        </strong>{' '}
        {assessment.assumedThreats === 1 ? 'rests' : 'rest'} on assumptions that nobody has judged yet.
      </span>
      <Button
        text="Show them"
        onClick={() => go({ model: model.info.id, tab: 'threats', show: 'assumed' })}
      />
    </div>
  );
}

function ImportedFrom(): React.ReactElement | null {
  const { model } = useModelView();
  const { imported } = model.info;
  if (!imported) return null;
  const at = new Date(imported.at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <details className="wo-card">
      <summary>
        Imported from {imported.file} <span className="wo-quiet">({at})</span>
      </summary>
      <CountsLine counts={imported.counts} />
      <NotTakenList rows={imported.notTaken} />
    </details>
  );
}

function NothingYet(): React.ReactElement {
  return (
    <section className="wo-card wo-empty">
      <h2>No threats yet</h2>
      <p>
        Write down what could go wrong, where, how likely it is and how bad it would be; or let the knowledge
        base find in the drawing what usually does.
      </p>
      <div className="wo-buttons wo-buttons-middle">
        <WayToThreats />
        <WayOn to="threats" />
      </div>
    </section>
  );
}

/** What this role decides by; the rest is a press away, at "Show every page". */
function Figures({ role }: { readonly role: Role }): React.ReactElement {
  const has = (figures: Role['figures'][number]) => role.figures.includes(figures);
  const besides = [
    has('severity') && <SeverityBars key="severity" />,
    has('help') && <BiggestHelp key="help" />,
  ];
  return (
    <>
      {has('risk') && <RiskFigures />}
      {has('risk') && <AssumedNote />}
      {besides.every((each) => each) ? <div className="wo-columns">{besides}</div> : besides}
      {has('risk') && <NumbersExplained />}
    </>
  );
}

export function OverviewView({ role }: { readonly role: Role }): React.ReactElement {
  const { model } = useModelView();
  if (countModel(model).threats === 0) {
    return (
      <>
        <FirstSteps otherwise={<NothingYet />} />
        <ImportedFrom />
      </>
    );
  }
  return (
    <>
      {role.id !== 'everything' && <WhatWaits role={role.id} />}
      <FirstSteps otherwise={null} />
      <Figures role={role} />
      <ImportedFrom />
    </>
  );
}
