/** A question of a package in a form: what is asked, where, and what each answer makes true; kept in the draft. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { entryIn } from '../../core/kb/knowledge-draft';
import { parseRuleText } from '../../core/kb/rule-text/parse-rule';
import { fileVocabulary } from '../../core/kb/rule-text/vocabulary';
import { Choice } from '../../ui/Choice';
import { Field, Labelled } from '../../ui/Field';
import { SidePanel } from '../../ui/Layers';
import { AnswerRows } from './AnswerRows';
import { anchorOptions, levelOptions, StrideBoxes } from './EntryFields';
import type { Work } from './PackageScreen';
import { previewDraft } from './preview';
import { ProblemList } from './ProblemList';
import { emptyQuestion, factsProblem, questionForm, questionOperations } from './question-form';
import type { QuestionForm } from './question-form';
import { RuleField } from './RuleField';
import { idFrom } from './threat-form';
import { useSettled } from './use-knowledge';

interface PartProps {
  readonly form: QuestionForm;
  readonly onChange: (change: Partial<QuestionForm>) => void;
}

function Texts({ form, onChange }: PartProps) {
  return (
    <>
      <Field
        label="Question"
        value={form.text}
        rows={2}
        help="Placeholders: {element.name} {source.name} {target.name} {flow.name}"
        onChange={(text) => onChange({ text })}
      />
      <Field
        label="Why it is asked"
        value={form.rationale}
        rows={2}
        onChange={(rationale) => onChange({ rationale })}
      />
      <Field
        label="What a good answer looks like"
        value={form.goodAnswer}
        rows={2}
        onChange={(goodAnswer) => onChange({ goodAnswer })}
      />
      <Field
        label="Warning signs"
        value={form.warningSigns}
        rows={3}
        help="One per line"
        onChange={(warningSigns) => onChange({ warningSigns })}
      />
      <StrideBoxes stride={form.stride} onChange={(stride) => onChange({ stride })} />
      <div className="wo-form-row">
        <Labelled label="Asked of">
          <Choice
            label="Asked of"
            value={form.anchor}
            options={anchorOptions}
            onChange={(anchor) => onChange({ anchor })}
          />
        </Labelled>
        <Labelled label="Level">
          <Choice
            label="Level"
            value={form.level}
            options={levelOptions}
            onChange={(level) => onChange({ level })}
          />
        </Labelled>
      </div>
      <label className="wo-mark-line">
        <input type="checkbox" checked={form.top} onChange={() => onChange({ top: !form.top })} /> TOP:
        matters on a small system too
      </label>
    </>
  );
}

function useQuestion(work: Work, id: string) {
  const [before] = React.useState(() => {
    const entry = entryIn(work.package.file, 'questions', id);
    return entry ? questionForm(entry) : emptyQuestion;
  });
  const [form, setForm] = React.useState(before);
  const [because, setBecause] = React.useState('');
  const isNew = id === '';
  const target = isNew ? idFrom(form.text, new Set(work.package.questions.map((each) => each.id))) : id;
  const operations = (after: QuestionForm) => questionOperations(target, { isNew, before, after, because });
  const settled = useSettled(form);
  const preview = React.useMemo(
    () =>
      previewDraft(work.known.own, {
        target: work.id,
        ops: [...work.drafts.of(work.id), ...operations(settled)],
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- everything else follows from these
    [settled, work.known, work.id, target],
  );
  const vocabulary = React.useMemo(
    () => fileVocabulary(work.package, work.preview.packages),
    [work.package, work.preview],
  );
  const rule = parseRuleText(form.when, vocabulary);
  return {
    form,
    setForm,
    because,
    setBecause,
    target,
    operations,
    preview,
    vocabulary,
    error: rule.kind === 'error' ? rule.error : undefined,
    differs: JSON.stringify(form) !== JSON.stringify(before),
  };
}

export function QuestionPanel(props: {
  readonly work: Work;
  readonly id: string;
  readonly onClose: () => void;
}): React.ReactElement {
  const { work, id, onClose } = props;
  const { form, because, preview, vocabulary, error, differs, ...state } = useQuestion(work, id);
  const change = (part: Partial<QuestionForm>) => state.setForm((was) => ({ ...was, ...part }));
  const factsHold = form.answers.every(({ sets }) => !factsProblem(sets, vocabulary.properties));
  const sound =
    !error &&
    factsHold &&
    preview.problems.length === 0 &&
    form.text.trim() !== '' &&
    form.answers.every(({ label }) => label.trim() !== '');
  const keep = () => {
    work.change(state.operations(form));
    onClose();
  };
  const disable = () => {
    work.change([{ op: 'disable', type: 'question', id, ...(because === '' ? {} : { because }) }]);
    onClose();
  };
  return (
    <SidePanel
      title={id === '' ? 'New question' : 'Question'}
      subtitle={state.target}
      wide="yes"
      holds={differs ? 'unsaved' : 'nothing'}
      onClose={onClose}
      footer={
        <>
          {id !== '' && <Button text="Disable" onClick={disable} />}
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Keep in the draft" disabled={!differs || !sound} onClick={keep} />
        </>
      }
    >
      <Texts form={form} onChange={change} />
      <RuleField
        label="Asked when"
        help="For example: element is process and element.audience is unknown"
        value={form.when}
        error={error}
        onChange={(when) => change({ when })}
      />
      {preview.problems.length > 0 && !error && factsHold && (
        <div className="wo-error-text" role="alert">
          It does not hold together yet:
          <ProblemList problems={preview.problems} />
        </div>
      )}
      <AnswerRows
        answers={form.answers}
        properties={vocabulary.properties}
        onChange={(answers) => change({ answers })}
      />
      <Field
        label="Why you change it"
        value={because}
        onChange={state.setBecause}
        help="Everybody who meets the change reads it"
      />
    </SidePanel>
  );
}
