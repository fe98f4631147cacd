/** Everything about one threat: what it says, how it is judged, why the numbers are so, what treats it, its stories. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { rewriteKnownThreat, whyEdited } from '../../../core/kb/own-texts';
import { placeName } from '../../../core/model/model-index';
import type { Origin } from '../../../core/model/parts';
import type { Threat } from '../../../core/model/threat';
import { Banner } from '../../../ui/Banner';
import { SidePanel } from '../../../ui/Layers';
import { strideWords } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { Waiting } from '../Waiting';
import { WhyOwn } from '../knowledge/WhyOwn';
import { AssumptionsSection } from './AssumptionsSection';
import { EventsSection } from './EventsSection';
import { CommentsSection, useActor } from '../comments/CommentsSection';
import { CalibrationSection } from './CalibrationSection';
import { JudgementSection } from './JudgementSection';
import { SeenSection } from './SeenSection';
import { StatusSection } from './StatusSection';
import { StoriesSection } from './StoriesSection';
import { ThreatTextFields } from './ThreatTextFields';
import type { ThreatTexts } from './ThreatTextFields';
import { TreatmentsSection } from './TreatmentsSection';
import { WhySection } from './WhySection';

// Needs the knowledge engine, which most threats do not.
const GivenBySection = React.lazy(() => import('./GivenBySection'));
// Draws, which most of the hub does not.
const WhereSection = React.lazy(() => import('./WhereSection'));
// Reads every note of the model, when somebody opens it.
const ThingHistory = React.lazy(() => import('../history/ThingHistory'));

function originWords(origin: Origin): string {
  switch (origin.kind) {
    case 'import':
      return `Import (${origin.format})`;
    case 'rule':
      return `Knowledge base (${origin.package} ${origin.version})`;
    case 'person':
      return 'A person';
  }
}

function Texts({
  threat,
  onEdit,
}: {
  readonly threat: Threat;
  readonly onEdit: () => void;
}): React.ReactElement {
  const { model, readOnly } = useModelView();
  const facts: readonly (readonly [string, string])[] = [
    ['Place', placeName(model, threat.place)],
    ['STRIDE', threat.stride.map((category) => strideWords[category]).join(', ')],
    ['Category', threat.category ?? ''],
    ['Comes from', originWords(threat.origin)],
  ];
  return (
    <section className="wo-section" aria-label="Description">
      <p className="wo-prose">
        {threat.description || <span className="wo-quiet">No description yet.</span>}
      </p>
      <dl className="wo-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {threat.notes && (
        <>
          <h4>Notes from the source</h4>
          <p className="wo-prose">{threat.notes}</p>
        </>
      )}
      {!readOnly && <Button text="Edit texts" onClick={onEdit} />}
    </section>
  );
}

function EditTexts({
  threat,
  onDone,
}: {
  readonly threat: Threat;
  readonly onDone: () => void;
}): React.ReactElement {
  const { app } = useHub();
  const { session } = useModelView();
  const actor = useActor();
  const [texts, setTexts] = React.useState<ThreatTexts>(threat);
  const [why, setWhy] = React.useState(whyEdited(threat));
  const save = async () => {
    const { title, description, stride, place } = texts;
    const draft = { title: title.trim(), description: description.trim(), stride, place };
    const said = { by: await actor(), at: app.now(), why };
    session.apply(rewriteKnownThreat(session.current.model, threat.id, draft, said));
    onDone();
  };
  return (
    <section className="wo-section" aria-label="Edit the texts">
      <ThreatTextFields texts={texts} onChange={setTexts} />
      <WhyOwn thing={threat} why={why} onChange={setWhy} />
      <div className="wo-buttons">
        <Button primary={true} text="Save" disabled={!texts.title.trim()} onClick={() => void save()} />
        <Button text="Cancel" onClick={onDone} />
      </div>
    </section>
  );
}

export function ThreatPanel({ threat, onClose }: { readonly threat: Threat; readonly onClose: () => void }) {
  const { assessment, index } = useModelView();
  const hanging = [...index.treatmentsOfThreat(threat.id), ...index.linksOfThreat(threat.id)].map(
    ({ id }) => id,
  );
  const [editing, setEditing] = React.useState(false);
  const risk = assessment.threats.get(threat.id);
  return (
    <SidePanel
      title={threat.title}
      subtitle="Threat"
      onClose={onClose}
      wide="yes"
      holds={editing ? 'unsaved' : 'nothing'}
    >
      {editing ? (
        <EditTexts threat={threat} onDone={() => setEditing(false)} />
      ) : (
        <Texts threat={threat} onEdit={() => setEditing(true)} />
      )}
      {threat.origin.kind === 'import' && threat.stale !== undefined && (
        <Banner tone="warning">Stale: {threat.stale}</Banner>
      )}
      {threat.origin.kind === 'rule' && (
        <React.Suspense fallback={<Waiting label="Looking in the knowledge base" />}>
          <GivenBySection threat={threat} />
        </React.Suspense>
      )}
      <React.Suspense fallback={null}>
        <WhereSection threat={threat} />
      </React.Suspense>
      <StatusSection threat={threat} />
      <JudgementSection threat={threat} />
      <CalibrationSection threat={threat} />
      <SeenSection threat={threat} />
      {risk && <WhySection risk={risk} />}
      <TreatmentsSection threat={threat} />
      <EventsSection threat={threat} />
      <StoriesSection threat={threat} />
      <AssumptionsSection threat={threat} />
      <CommentsSection about={{ kind: 'threat', id: threat.id }} />
      <React.Suspense fallback={<Waiting label="Opening the history" />}>
        <ThingHistory ids={[threat.id, ...hanging]} />
      </React.Suspense>
    </SidePanel>
  );
}
