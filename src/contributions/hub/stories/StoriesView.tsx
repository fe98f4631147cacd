/** From the backlog to the model: what changed in stories, and the partners that threats and clauses miss. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { answersEdit } from '../../../core/alignment/backlog-questions';
import type { BacklogAnswer, BacklogQuestion, QuestionKind } from '../../../core/alignment/backlog-questions';
import { Banner } from '../../../ui/Banner';
import { SelectionBar } from '../../../ui/SelectionBar';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { QueryLink } from '../QueryLink';
import { Failed, Waiting } from '../Waiting';
import { MappedElements } from './MappedElements';
import { QuestionGroup } from './QuestionGroup';
import type { Ticked } from './QuestionGroup';
import { useReadStories, useStoryQuestions } from './use-stories';
import type { ReadStories } from './use-stories';

const kinds: readonly QuestionKind[] = ['changed', 'gone', 'clause', 'threat'];

function Since({ read, onSeen }: { readonly read: ReadStories; readonly onSeen: () => void }) {
  const { app } = useHub();
  const { session, readOnly } = useModelView();
  const { since, changed, person } = read.news;
  const [busy, setBusy] = React.useState(false);
  const stories = [...changed].filter((id) => read.picture.stories.has(id));
  const seen = async () => {
    setBusy(true);
    await session.idle();
    session.takeIn(await app.keepStoryLook(session.current.opened, read.news));
    setBusy(false);
    onSeen();
  };
  return (
    <>
      <p className="wo-quiet">
        {since === undefined
          ? 'Press “All seen” to have changes marked from now on.'
          : `Since you saw them all on ${new Date(since).toLocaleString()}: ${counted(stories.length, 'story', 'stories')} changed.`}{' '}
        {since !== undefined && <QueryLink ids={stories} of="stories that changed since then" />}
      </p>
      {person && !readOnly && <Button text="All seen" disabled={busy} onClick={() => void seen()} />}
    </>
  );
}

function summaryOf(questions: readonly BacklogQuestion[]): string {
  const count = (kind: QuestionKind) => questions.filter((each) => each.kind === kind).length;
  const parts = [
    [count('changed') + count('gone'), 'link to look at again', 'links to look at again'],
    [count('clause'), 'clause without a threat', 'clauses without a threat'],
    [count('threat'), 'threat without a story', 'threats without a story'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, one, many]) => counted(n, one, many));
  return said.length === 0
    ? 'Every clause has its threat, and every threat its story.'
    : `${said.join(', ')}.`;
}

function Read({
  read,
  again,
}: {
  readonly read: ReadStories;
  readonly again: () => void;
}): React.ReactElement {
  const { app } = useHub();
  const { model, readOnly, applyLoudly } = useModelView();
  const work = useStoryQuestions(read);
  const { picture, questions } = work;
  const [ticked, setTicked] = React.useState<Ticked>(new Map());
  const [only, setOnly] = React.useState(false);
  const isNew = ({ finding }: BacklogQuestion) => read.news.changed.has(finding.subject.story ?? 0);
  const wanted = only ? questions.filter(isNew) : questions;
  const open = new Set(questions.map(({ finding }) => finding.key));
  // An answer may settle another question along with its own.
  const accepting = [...ticked].filter(([key]) => open.has(key)).map(([, { answer }]) => answer);
  const accept = (answers: readonly BacklogAnswer[]) =>
    applyLoudly(
      answersEdit(picture, model.info.id, answers, app.newId),
      answers.length === 1 ? 'Accepted.' : `${answers.length} answers accepted.`,
    );
  return (
    <>
      <div className="wo-card-head">
        <p role="status">
          <strong>{summaryOf(questions)}</strong>
        </p>
        <Button text="Look again" onClick={again} />
      </div>
      <div className="wo-card-head">
        <Since read={read} onSeen={again} />
      </div>
      {read.problems.length > 0 && <Banner tone="warning">{read.problems.slice(0, 5).join(' ')}</Banner>}
      {read.news.changed.size > 0 && (
        <label className="wo-check">
          <input type="checkbox" checked={only} onChange={() => setOnly(!only)} /> Only what changed since
          then
        </label>
      )}
      {kinds.map((kind) => (
        <QuestionGroup
          {...work}
          key={kind}
          kind={kind}
          questions={wanted.filter((each) => each.kind === kind)}
          news={read.news}
          ticked={ticked}
          onTicked={setTicked}
          onAccept={(_question, { answer }) => accept([answer])}
          readOnly={readOnly}
        />
      ))}
      <MappedElements picture={picture} />
      {accepting.length > 0 && (
        <SelectionBar
          summary={`${counted(accepting.length, 'answer')} ticked`}
          onClear={() => setTicked(new Map())}
        >
          <Button
            primary={true}
            text={`Accept ${counted(accepting.length, 'answer')}`}
            onClick={() => {
              accept(accepting);
              setTicked(new Map());
            }}
          />
        </SelectionBar>
      )}
    </>
  );
}

export default function StoriesView(): React.ReactElement {
  const [load, again] = useReadStories();
  return (
    <div className="wo-stack">
      {load.kind === 'loading' && <Waiting label="Reading the stories…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && <Read read={load.value} again={again} />}
    </div>
  );
}
