/** What projects learnt from their incidents: taken into the draft of a package, or declined with a reason. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { LessonList, StoredLesson } from '../../app/lessons';
import { lessonFate, lessonOperations } from '../../core/kb/lesson-proposal';
import type { Operation } from '../../core/kb/overlay-schema';
import { Banner } from '../../ui/Banner';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { ModalDialog } from '../../ui/Layers';
import { Pill } from '../../ui/Marks';
import { counted, sentenceOf } from '../../ui/words';
import type { HubPartProps } from './PackageList';

type Props = HubPartProps & { readonly onOpen: (id: string) => void };
interface Answering extends Props {
  readonly lesson: StoredLesson;
  readonly onAnswered: () => Promise<void>;
}

/** The words of the lesson: the one mitigation that it adds. */
function wordsOf({ overlay }: StoredLesson) {
  const [first] = overlay.ops;
  const value = first?.op === 'add' ? first.value : {};
  const text = (name: string) => (typeof value[name] === 'string' ? String(value[name]) : '');
  return { name: text('name'), description: text('description'), because: first?.because ?? '' };
}

const count = (ops: readonly Operation[], wanted: (op: Operation) => boolean): number =>
  ops.filter(wanted).length;

function DeclineDialog({ lesson, app, onAnswered, onClose }: Answering & { readonly onClose: () => void }) {
  const [reason, setReason] = React.useState('');
  const [problem, setProblem] = React.useState<string | undefined>(undefined);
  const decline = async () => {
    try {
      await app.answerLesson(lesson, reason);
      await onAnswered();
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <ModalDialog
      title="Decline this lesson?"
      onClose={onClose}
      holds={reason.trim() ? 'unsaved' : 'nothing'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Decline" disabled={!reason.trim()} onClick={() => void decline()} />
        </>
      }
    >
      {problem !== undefined && <Banner tone="error">{problem}</Banner>}
      <Field
        label="Reason"
        value={reason}
        onChange={setReason}
        rows={3}
        focusFirst="yes"
        help="Those who proposed it read it at their incident."
      />
    </ModalDialog>
  );
}

function useTarget({ lesson, known }: Pick<Answering, 'lesson' | 'known'>) {
  const { packages } = known.own.resolved;
  const wanted = lesson.overlay.targets.find(({ id }) => packages.some((each) => each.id === id))?.id;
  const [target, setTarget] = React.useState(wanted ?? packages[0]?.id ?? '');
  const options = packages.map(({ id, name }) => ({ value: id, label: name }));
  return { target, setTarget, options };
}

function Adds({ ops, left }: ReturnType<typeof lessonOperations>): React.ReactElement {
  const links = count(ops, ({ op }) => op === 'link');
  const events = count(ops, (op) => op.op === 'add' && op.type === 'event');
  const also = [
    ...(links > 0 ? [`${counted(links, 'link')} to threats`] : []),
    ...(events > 0 ? [counted(events, 'event')] : []),
  ];
  return (
    <p className="wo-quiet">
      Adds {['a mitigation', ...also].join(also.length === 2 ? ', ' : ' and ')}.
      {left > 0 &&
        ` ${counted(left, 'link')} to threats of other packages ${left === 1 ? 'stays' : 'stay'} out.`}
    </p>
  );
}

function Open(props: Answering): React.ReactElement {
  const { lesson, drafts, onOpen } = props;
  const { target, setTarget, options } = useTarget(props);
  const [declining, setDeclining] = React.useState(false);
  const { name, description, because } = wordsOf(lesson);
  const taken = lessonOperations(lesson.overlay, target);
  const isInDraft = drafts.of(target).ops.some((op) => op.op === 'add' && op.value['id'] === lesson.lesson);
  const take = () => {
    if (!isInDraft) drafts.add(target, { ops: taken.ops });
    onOpen(target);
  };
  return (
    <li className="wo-own-file" aria-label={name}>
      <strong>{name}</strong>
      {description !== name && <p className="wo-prose">{description}</p>}
      <p className="wo-prose wo-quote">{because}</p>
      <p className="wo-quiet">
        From the model “{lesson.model}”, proposed by {lesson.by} on {lesson.at.slice(0, 10)}.
      </p>
      <Adds {...taken} />
      <div className="wo-buttons">
        <Choice label={`Package for ${name}`} value={target} options={options} onChange={setTarget} />
        <Button
          primary={true}
          text={isInDraft ? 'Open the draft' : 'Take into a draft'}
          disabled={target === ''}
          onClick={take}
        />
        <Button text="Decline…" onClick={() => setDeclining(true)} />
      </div>
      {declining && <DeclineDialog {...props} onClose={() => setDeclining(false)} />}
    </li>
  );
}

function Answered({ lesson, app, known, onAnswered }: Answering): React.ReactElement {
  const [problem, setProblem] = React.useState<string | undefined>(undefined);
  const isAccepted = lessonFate(lesson, known.own.resolved.packages) === 'accepted';
  const again = () =>
    app.answerLesson(lesson, undefined).then(onAnswered, (error: unknown) => setProblem(sentenceOf(error)));
  return (
    <li className="wo-own-file">
      {problem !== undefined && <Banner tone="error">{problem}</Banner>}
      <strong>{wordsOf(lesson).name}</strong>{' '}
      <Pill tone={isAccepted ? 'success' : 'neutral'}>
        {isAccepted ? 'In the knowledge base' : 'Declined'}
      </Pill>
      {!isAccepted && lesson.declined && (
        <div className="wo-own-head">
          <p className="wo-prose">
            {lesson.declined.by}, {lesson.declined.at.slice(0, 10)}: {lesson.declined.reason}
          </p>
          <Button text="Think again" onClick={() => void again()} />
        </div>
      )}
    </li>
  );
}

function useLessons({ app }: Pick<Props, 'app'>) {
  const [list, setList] = React.useState<LessonList | { readonly problem: string } | undefined>(undefined);
  const read = React.useCallback(async () => {
    try {
      setList(await app.lessons());
    } catch (error) {
      setList({ problem: sentenceOf(error) });
    }
  }, [app]);
  React.useEffect(() => void read(), [read]);
  return [list, read] as const;
}

/** Nothing where no project has proposed anything. */
export function Lessons(props: Props): React.ReactElement | null {
  const [list, read] = useLessons(props);
  if (!list) return null;
  if ('problem' in list) return <Banner tone="warning">Lessons could not be read: {list.problem}</Banner>;
  const { lessons, unreadable } = list;
  if (lessons.length + unreadable === 0) return null;
  const { packages } = props.known.own.resolved;
  const isOpen = (lesson: StoredLesson) => lessonFate(lesson, packages) === 'proposed';
  const open = lessons.filter(isOpen);
  const answered = lessons.filter((lesson) => !isOpen(lesson));
  return (
    <section className="wo-card" aria-labelledby="wo-lessons">
      <h2 id="wo-lessons">Lessons that projects propose</h2>
      {open.length === 0 && <p className="wo-quiet">All are answered.</p>}
      <ul className="wo-own-files">
        {open.map((lesson) => (
          <Open key={lesson.document.id} {...props} lesson={lesson} onAnswered={read} />
        ))}
      </ul>
      {answered.length > 0 && (
        <details>
          <summary>{counted(answered.length, 'lesson')} answered</summary>
          <ul className="wo-own-files">
            {answered.map((lesson) => (
              <Answered key={lesson.document.id} {...props} lesson={lesson} onAnswered={read} />
            ))}
          </ul>
        </details>
      )}
      {unreadable > 0 && (
        <p className="wo-quiet">{counted(unreadable, 'document')} beside them could not be read.</p>
      )}
    </section>
  );
}
