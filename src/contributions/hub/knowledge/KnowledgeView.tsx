/** What the knowledge base says about this model: which packages, how deep, what would change, and why not. */
import * as React from 'react';
import type { KnowledgePackage } from '../../../core/kb/package';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';
import { firstChoice } from './choice';
import { ContextCard } from './ContextCard';
import { LastUpgrade } from './LastUpgrade';
import { NotNeeded } from './NotNeeded';
import { PackagesCard } from './PackagesCard';
import { PlannedChanges } from './PlannedChanges';
import { useEngine } from './use-engine';
import { WhyNot } from './WhyNot';

function Opened({ packages }: { readonly packages: readonly KnowledgePackage[] }): React.ReactElement {
  const { model } = useModelView();
  const engine = useEngine(packages, model);
  const [choice, setChoice] = React.useState(() => firstChoice(model, engine));
  return (
    <>
      <ContextCard />
      <LastUpgrade />
      <PackagesCard engine={engine} choice={choice} onChoice={setChoice} />
      <PlannedChanges engine={engine} choice={choice} onChoice={setChoice} />
      <WhyNot engine={engine} choice={choice} />
    </>
  );
}

export default function KnowledgeView(): React.ReactElement {
  const { app } = useHub();
  const { model } = useModelView();
  const [load, again] = useLoad(app.knowledge);
  const notNeeded = model.info.notNeeded !== undefined;
  return (
    <div className="wo-stack">
      <NotNeeded />
      {load.kind === 'loading' && <Waiting label="Opening the knowledge base…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && !notNeeded && <Opened packages={load.value} />}
    </div>
  );
}
