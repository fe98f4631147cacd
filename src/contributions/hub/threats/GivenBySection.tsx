/** Why a threat of the knowledge base is here: its rule and the facts, loaded when somebody asks. */
import * as React from 'react';
import type { KnowledgePackage } from '../../../core/kb/package';
import type { Threat } from '../../../core/model/threat';
import { Banner } from '../../../ui/Banner';
import { BecauseFacts } from '../knowledge/Because';
import { useEngine } from '../knowledge/use-engine';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';

function Facts({
  threat,
  packages,
}: {
  readonly threat: Threat;
  readonly packages: readonly KnowledgePackage[];
}) {
  const { model } = useModelView();
  const { origin } = threat;
  const from = origin.kind === 'rule' ? origin.package : '';
  const own = React.useMemo(() => packages.filter(({ id }) => id === from), [packages, from]);
  const engine = useEngine(own, model);
  const entry = origin.kind === 'rule' ? engine.threat(from, origin.entry) : undefined;
  if (!entry)
    return <p>The knowledge packages that came with the product do not have this threat (any more).</p>;
  return <BecauseFacts engine={engine} threat={entry} place={threat.place} />;
}

function Opened({ threat }: { readonly threat: Threat }): React.ReactElement {
  const { app } = useHub();
  const [load, again] = useLoad(app.knowledge);
  if (load.kind === 'loading') return <Waiting label="Looking in the knowledge base" />;
  if (load.kind === 'failed') return <Failed reason={load.reason} onRetry={again} />;
  return <Facts threat={threat} packages={load.value} />;
}

export default function GivenBySection({ threat }: { readonly threat: Threat }): React.ReactElement {
  return (
    <section className="wo-section">
      <h3>Why it is here</h3>
      {threat.stale !== undefined && (
        <Banner tone="warning">
          Stale: the knowledge base does not give this threat any more. {threat.stale} Keep it, set it to “Not
          applicable”, or delete it.
        </Banner>
      )}
      {threat.tentative !== undefined && <Banner tone="info">Tentative: {threat.tentative}</Banner>}
      <Opened threat={threat} />
    </section>
  );
}
