/** What the knowledge base would like to know about the system. An answer is a fact, and the threats follow it. */
import * as React from 'react';
import { answerQuestion, withThreats } from '../../../core/kb/questions/answer';
import { askQuestions, isAnswered } from '../../../core/kb/questions/ask';
import type { Asked } from '../../../core/kb/questions/ask';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { KnowledgePackage } from '../../../core/kb/package';
import { sameValue } from '../../../core/model/same-value';
import { usePortion } from '../../../ui/TableParts';
import { useSteadyOrder } from '../../../ui/use-steady-order';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useEngine } from '../knowledge/use-engine';
import { useModelView } from '../model-view';
import { addressedState, useAddressed } from '../table/address-state';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';
import { effectWords } from './effect-words';
import { QuestionCard } from './QuestionCard';
import type { GivenAnswer } from './QuestionCard';
import { QuestionFilters } from './QuestionFilters';
import { filterQuestions, groupQuestions, openQuestions, readQuestionFilter } from './question-groups';
import type { QuestionGroup } from './question-groups';
import { WayOn, WayToThreats } from '../WayOn';

interface GroupProps {
  readonly group: QuestionGroup;
  readonly effects: ReadonlyMap<string, string>;
  readonly onAnswer: (asked: Asked, given: GivenAnswer) => void;
}

function Group({ group, effects, onAnswer }: GroupProps): React.ReactElement {
  const { query } = useHub();
  const { readOnly } = useModelView();
  const id = `wo-place-${group.key}`;
  return (
    <section className="wo-card" aria-labelledby={id}>
      <h2 id={id}>
        {group.title} <span className="wo-quiet">{group.open} open</span>
      </h2>
      <ul className="wo-plain-list wo-questions">
        {group.questions.map((asked) => (
          <QuestionCard
            key={asked.key}
            asked={asked}
            effect={effects.get(asked.key)}
            focused={query['question'] === asked.key}
            readOnly={readOnly}
            onAnswer={onAnswer}
          />
        ))}
      </ul>
    </section>
  );
}

const keyOf = ({ key }: Asked): string => key;
const asTheyCome = (questions: readonly Asked[]): readonly Asked[] => questions;

/** The packages of the model; all of them while nobody chose. */
function inUse(packages: readonly KnowledgePackage[], chosen: ReadonlySet<string> | undefined) {
  return chosen ? packages.filter(({ id }) => chosen.has(id)) : packages;
}

function useAnswers(engine: KnowledgeEngine) {
  const { app } = useHub();
  const { apply, session } = useModelView();
  const [effects, setEffects] = React.useState<ReadonlyMap<string, string>>(new Map());
  const answer = React.useCallback(
    (asked: Asked, given: GivenAnswer) => {
      engine.follow(session.current.model);
      const edit = answerQuestion(engine, asked, { ...given, at: app.now(), newId: app.newId });
      const following = withThreats(engine, edit, app.newId);
      apply(following.edit);
      const words = effectWords(following.threats.changes);
      setEffects((before) => new Map(before).set(asked.key, words));
    },
    [engine, session, app, apply],
  );
  return { effects, answer };
}

function Progress({ questions }: { readonly questions: readonly Asked[] }): React.ReactElement {
  const answered = questions.filter(isAnswered).length;
  const waiting = questions.filter((asked) => !isAnswered(asked) && asked.settles > 0).length;
  return (
    <div className="wo-question-progress">
      <p className="wo-quiet" role="status">
        {answered} of {counted(questions.length, 'question')} answered
        {waiting > 0 && `; ${waiting} of the open ones settle whether a threat is real`}.
      </p>
      <progress aria-label="Questions answered" max={Math.max(questions.length, 1)} value={answered} />
    </div>
  );
}

function NoQuestions(): React.ReactElement {
  const { model } = useModelView();
  return (
    <section className="wo-card wo-empty">
      <h2>No questions</h2>
      <p>
        {model.element.size + model.flow.size === 0
          ? 'Questions are about what is drawn. Draw the system or import a model, and they will be here.'
          : 'The chosen packages have nothing to ask about this drawing.'}
      </p>
      <WayToThreats />
    </section>
  );
}

/** At the end of the page, where who answered the last one stands. */
function AllAnswered(): React.ReactElement {
  return (
    <section className="wo-card wo-empty">
      <h2>Every question is answered</h2>
      <p>Threats and mitigations follow the answers. Next, decide which mitigations are worth doing.</p>
      <WayOn to="mitigations" />
    </section>
  );
}

function Opened({ packages }: { readonly packages: readonly KnowledgePackage[] }): React.ReactElement {
  const { model } = useModelView();
  const { query } = useHub();
  const { knowledge } = model.info;
  const key = knowledge?.packages.map(({ id }) => id).join(' ');
  const chosen = React.useMemo(
    () => inUse(packages, key === undefined ? undefined : new Set(key.split(' '))),
    [packages, key],
  );
  const engine = useEngine(chosen, model);
  const [filter, setFilter] = React.useState(() => readQuestionFilter(addressedState(query['list'])));
  useAddressed(sameValue(filter, openQuestions) ? undefined : JSON.stringify(filter));
  const { effects, answer } = useAnswers(engine);
  const urgent = React.useMemo(() => {
    engine.follow(model);
    return askQuestions(engine);
  }, [engine, model]);
  // By urgency when the page opens; then an answer moves nothing, else its card would leap away with the focus in it.
  const questions = useSteadyOrder(urgent, keyOf, asTheyCome, 'last');
  const linked = query['question'];
  const kept = new Set([...effects.keys(), ...(linked === undefined ? [] : [linked])]);
  const groups = groupQuestions(model, filterQuestions(questions, filter, kept));
  const goal = groups.findIndex((group) => group.questions.some(({ key: each }) => each === linked));
  const { shown, more } = usePortion(groups, goal + 1);
  if (questions.length === 0) return <NoQuestions />;
  const done = questions.every(isAnswered);
  return (
    <>
      <Progress questions={questions} />
      <QuestionFilters questions={questions} filter={filter} onFilter={setFilter} />
      {groups.length === 0 && !(done && filter.state === 'open') && (
        <section className="wo-card wo-empty">
          <h2>{filter.state === 'open' ? 'Nothing is open' : 'No such question'}</h2>
          <p>Choose other filters to see what was asked and answered.</p>
        </section>
      )}
      {shown.map((group) => (
        <Group key={group.key} group={group} effects={effects} onAnswer={answer} />
      ))}
      {more}
      {done && <AllAnswered />}
    </>
  );
}

export default function QuestionsView(): React.ReactElement {
  const { app } = useHub();
  const [load, again] = useLoad(app.knowledge);
  return (
    <div className="wo-stack">
      {load.kind === 'loading' && <Waiting label="Opening the knowledge base…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && <Opened packages={load.value} />}
    </div>
  );
}
