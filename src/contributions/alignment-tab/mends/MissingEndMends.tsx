/** Mends where one end of Figure 1 is missing: a threat without a story, a clause without a threat. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ModelPicture, StoryPicture } from '../../../core/alignment/picture';
import { covers } from '../../../core/alignment/scope';
import type { FoundClause } from '../../../core/clauses/clause';
import type { ModelId, ThreatId } from '../../../core/model/ids';
import type { Threat } from '../../../core/model/threat';
import { Choice } from '../../../ui/Choice';
import { Field, Labelled } from '../../../ui/Field';
import { StoryPicker } from '../../../ui/StoryPicker';
import { useReach } from '../../tab-parts/desk-context';
import { clauseAt } from '../../tab-parts/linked-clauses';
import { addThreatForClause, joinThreat, linkNewStory, newStoryFields, proposeThreatTitle } from '../deeds';
import { useCandidates } from './candidates';
import { ChoiceList, Reading, ThreatSearch } from './MendParts';
import type { MendProps } from './MendParts';

function NewStory({
  at,
  threat,
}: {
  readonly at: ModelPicture;
  readonly threat: Threat;
}): React.ReactElement {
  const { app, page, desk, perform, busy } = useReach();
  const write = () =>
    perform(async () => {
      const [type = 'User Story'] = (await app.facts()).storyTypes;
      const story = await page.newWorkItem(type, newStoryFields(at, threat));
      if (story === undefined) return undefined;
      const deed = await linkNewStory(desk, { model: at.model.info.id, threat, story }, app.newId);
      return { message: `#${story} is linked. Undo takes the link away; the story stays.`, deed };
    });
  return (
    <>
      <p>
        Write it in the form of a new story, with a WITHOUT clause proposed. It is linked once it is saved.
      </p>
      <Button text="New story…" disabled={busy} onClick={() => void write()} />
    </>
  );
}

/** Any other story, found by its words; the search waits until somebody wants it. */
function OtherStory({ onPick }: { readonly onPick: (id: number) => void }): React.ReactElement {
  const { app } = useReach();
  const [open, setOpen] = React.useState(false);
  if (!open) return <Button subtle={true} text="Another story…" onClick={() => setOpen(true)} />;
  return (
    <StoryPicker
      label="Another story"
      find={app.findStories}
      focusFirst="yes"
      onPick={({ id }) => onPick(id)}
    />
  );
}

/** R46: missing story, or missing link? */
export function ThreatWithoutStory({ finding }: MendProps): React.ReactElement | null {
  const { app, desk, picture, perform } = useReach();
  const { model, threat: threatId } = finding.subject;
  const at = picture.models.find((each) => each.model.info.id === model);
  const threat = threatId && at?.model.threat.get(threatId);
  const link = (id: number, clause: FoundClause | undefined) =>
    at &&
    threat &&
    perform(async () => ({
      message: clause ? `Linked to the clause of #${id}.` : `Linked to #${id} as a whole.`,
      deed: joinThreat(desk, { model: at.model.info.id, threat: threat.id, story: id, clause }, app.newId),
    }));
  const rows = useCandidates(finding, (chosen) => {
    if (chosen.kind !== 'threat')
      void link(chosen.story, chosen.kind === 'clause' ? chosen.clause : undefined);
  });
  if (!at || !threat) return null;
  /** A story with one clause leaves no doubt which one is meant. */
  const only = (story: StoryPicture | undefined) =>
    story?.clauses.length === 1 ? story.clauses[0] : undefined;
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <NewStory at={at} threat={threat} />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <ChoiceList verb="Link" rows={rows} />
        <OtherStory onPick={(id) => void link(id, only(picture.stories.get(id)))} />
      </Reading>
    </>
  );
}

interface NewThreatProps {
  readonly story: StoryPicture;
  readonly clause: FoundClause;
}

function NewThreat({ story, clause }: NewThreatProps): React.ReactElement {
  const { app, desk, picture, perform, busy } = useReach();
  const [title, setTitle] = React.useState(() => proposeThreatTitle(clause));
  const models = picture.models.filter(({ model }) => covers(model, story.item.areaPath));
  const options = models.map(({ model }) => ({ value: model.info.id as string, label: model.info.name }));
  const [chosen, setChosen] = React.useState(options[0]?.value ?? '');
  const model =
    models.find((each) => each.model.info.id === chosen)?.model.info.id ?? models[0]?.model.info.id;
  const add = () =>
    model &&
    perform(async () => ({
      message:
        'The threat is in the model and linked. Its probability and impact are assumed: judge them in the hub.',
      deed: addThreatForClause(desk, { model, story: story.item.id, clause, title: title.trim() }, app.newId),
    }));
  return (
    <>
      <Field
        label="Threat"
        value={title}
        onChange={setTitle}
        help="Possible and major until somebody judges it."
      />
      {options.length > 1 && (
        <Labelled label="In the model">
          <Choice label="In the model" value={chosen} options={options} onChange={setChosen} />
        </Labelled>
      )}
      <Button text="Add this threat" disabled={busy || title.trim() === ''} onClick={() => void add()} />
    </>
  );
}

/** R47: missing threat, or missing link? */
export function ClauseWithoutThreat({ finding }: MendProps): React.ReactElement | null {
  const { app, desk, picture, perform } = useReach();
  const { story: id, clause: place } = finding.subject;
  const story = id === undefined ? undefined : picture.stories.get(id);
  const clause = clauseAt(story, place);
  const link = (model: ModelId, threat: ThreatId) =>
    story &&
    clause &&
    perform(async () => ({
      message: `The clause of #${story.item.id} has its threat.`,
      deed: joinThreat(desk, { model, threat, story: story.item.id, clause }, app.newId),
    }));
  const rows = useCandidates(finding, (chosen) => {
    if (chosen.kind === 'threat') void link(chosen.model, chosen.threat);
  });
  if (!story || !clause) return null;
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <NewThreat story={story} clause={clause} />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <ChoiceList verb="Link" rows={rows} />
        <ThreatSearch onPick={({ model, threat }) => void link(model, threat.id)} />
      </Reading>
    </>
  );
}
