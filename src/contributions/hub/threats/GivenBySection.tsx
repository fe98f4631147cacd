/** Why a threat of the knowledge base is here: its rule and the facts, loaded when somebody asks. */
import * as React from 'react';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { KnowledgePackage, KnowledgeThreat } from '../../../core/kb/package';
import { settlingQuestion } from '../../../core/kb/questions/settling';
import type { Threat } from '../../../core/model/threat';
import { Banner } from '../../../ui/Banner';
import { BecauseFacts } from '../knowledge/Because';
import { useEngine } from '../knowledge/use-engine';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';
import { OwnWords } from './OwnWords';

interface SettlingProps {
  readonly engine: KnowledgeEngine;
  readonly entry: KnowledgeThreat;
  readonly threat: Threat;
}

/** The way to the question that decides a tentative threat. */
function Settling({ engine, entry, threat }: SettlingProps): React.ReactElement | null {
  const { go } = useHub();
  const { model } = useModelView();
  // The engine is the same object for another model: it followed that one.
  const asked = React.useMemo(
    () => settlingQuestion(engine, entry, threat.place),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the model decides what is open
    [engine, entry, threat.place, model],
  );
  if (!asked) return null;
  const there = { model: model.info.id, tab: 'questions', question: asked.key };
  return (
    <p>
      Whoever answers this settles it:{' '}
      <button type="button" className="wo-link" onClick={() => go(there)}>
        {asked.text}
      </button>
    </p>
  );
}

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
    return (
      <>
        {threat.tentative !== undefined && <p>{threat.tentative}</p>}
        <p>The knowledge packages that came with the product do not have this threat (any more).</p>
      </>
    );
  return (
    <>
      <BecauseFacts engine={engine} threat={entry} place={threat.place} />
      <OwnWords engine={engine} threat={threat} />
      {threat.tentative !== undefined && <Settling engine={engine} entry={entry} threat={threat} />}
    </>
  );
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
      {threat.tentative !== undefined && (
        <Banner tone="info">Tentative: nobody has said yet what decides whether it is real.</Banner>
      )}
      <Opened threat={threat} />
    </section>
  );
}
