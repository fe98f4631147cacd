/** Where the review stands: ask, decide with evidence on the work item, and what became riskier since an approval. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { doubtOf } from '../../../core/model/comment-proof';
import type { Review } from '../../../core/model/review';
import type { RiskyChange } from '../../../core/review/baseline';
import { askReview, decideReview, reviewsOf, reviewState } from '../../../core/review/review-state';
import type { ReviewState } from '../../../core/review/review-state';
import type { Model } from '../../../core/model/model';
import { Banner } from '../../../ui/Banner';
import { counted, sentenceOf } from '../../../ui/words';
import { useActor } from '../comments/CommentsSection';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { ReasonDialog } from '../ReasonDialog';
import { WorkItemLink } from '../WorkItemLinks';
import { riskySentence } from './review-words';

type Decision = NonNullable<Review['decision']>['kind'];
type Asking = { readonly kind: 'ask' } | { readonly kind: Decision; readonly review: Review };

const decisionWords: Record<Decision, string> = {
  approved: 'Approved',
  'changes-wanted': 'Changes wanted',
  withdrawn: 'Withdrawn',
};
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const when = (at: string): string => new Date(at).toLocaleString();

function stateSentence(state: ReviewState): string {
  switch (state.kind) {
    case 'never':
      return 'Nobody has been asked to review this model.';
    case 'asked':
      return `${state.review.asked.by} asked for a review on ${when(state.review.asked.at)}; nobody has decided yet.`;
    case 'reopened':
      return 'It was approved, and something is riskier since: the approval does not cover that.';
    default: {
      const { decision } = state.review;
      return decision ? `${decisionWords[decision.kind]} by ${decision.by} on ${when(decision.at)}.` : '';
    }
  }
}

/** Every member can write an approval into a model; only a comment records its author. */
const isApprovedWithoutEvidence = (state: ReviewState): boolean =>
  (state.kind === 'approved' || state.kind === 'reopened') &&
  state.review.decision !== undefined &&
  doubtOf(state.review.decision, undefined) !== undefined;

/** The verbs of a review; the work item is the only notifier there is. */
function useReview() {
  const { app, navigation } = useHub();
  const { session, assessment, look } = useModelView();
  const actor = useActor();
  const ask = async (note: string) => {
    const { info } = session.current.model;
    const by = await actor();
    const workItem = await app.askPerson({
      text: `Please review the threat model “${info.name}”.`,
      rationale:
        note || 'Is it complete, are the risks judged as they should be, and is what is left acceptable?',
      goodAnswer: '',
      answers: [],
      as: {
        title: `Security review: ${info.name}`,
        tag: 'security-review',
        ask: 'Comment on the model, and decide on its Review page. The decision is written here as a comment.',
        linkText: 'The review in the threat model',
      },
      link: { model: info.id, tab: 'review' },
    });
    session.apply(askReview({ by, at: app.now(), note, workItem }, app.newId));
    // Who is asked is chosen on the form, where the people of the project are known.
    void navigation.openWorkItem(workItem).then(look, look);
  };
  const decide = async (kind: Decision, review: Review, note: string) => {
    const by = await actor();
    const { workItem } = review.asked;
    const text = `${decisionWords[kind]} by ${by}. ${note}`;
    const comment =
      workItem === undefined ? undefined : await app.comment(workItem, `<p>${escaped(text)}</p>`);
    const evidence =
      workItem !== undefined && comment !== undefined ? { evidence: { workItem, comment } } : {};
    const decision = { kind, by, at: app.now(), note, ...evidence };
    session.apply(decideReview(session.current.model, assessment, { review, decision }));
  };
  return { ask, decide };
}

function RiskyList({ model, changes }: { readonly model: Model; readonly changes: readonly RiskyChange[] }) {
  const { go } = useHub();
  return (
    <>
      <h3>Riskier since the approval</h3>
      <ul className="wo-plain-list">
        {changes.slice(0, 100).map((change, at) => (
          <li key={at}>
            {'threat' in change ? (
              <button
                type="button"
                className="wo-link"
                onClick={() => go({ model: model.info.id, threat: change.threat })}
              >
                {riskySentence(model, change)}
              </button>
            ) : (
              riskySentence(model, change)
            )}
          </li>
        ))}
      </ul>
      {changes.length > 100 && <p className="wo-quiet">{counted(changes.length - 100, 'more')}</p>}
      <p>
        <button
          type="button"
          className="wo-link"
          onClick={() => go({ model: model.info.id, tab: 'history' })}
        >
          Every change, with who made it
        </button>
      </p>
    </>
  );
}

function Past({ review }: { readonly review: Review }): React.ReactElement {
  const { asked, decision } = review;
  return (
    <li>
      {when(asked.at)}: asked by {asked.by}
      {asked.note && ` (“${asked.note}”)`}
      {asked.workItem !== undefined && (
        <>
          {' '}
          in <WorkItemLink id={asked.workItem} />
        </>
      )}
      {decision && (
        <>
          . {decisionWords[decision.kind]} by {decision.by}
          {decision.note && `: “${decision.note}”`}
          {decision.evidence ? (
            <>
              , recorded as a comment on <WorkItemLink id={decision.evidence.workItem} />
            </>
          ) : (
            ', without a comment that proves it'
          )}
        </>
      )}
    </li>
  );
}

const dialogWords: Record<
  Asking['kind'],
  { readonly title: string; readonly label: string; readonly action: string }
> = {
  ask: { title: 'Ask the security team', label: 'What should they look at?', action: 'Ask' },
  approved: {
    title: 'Approve the model',
    label: 'What you looked at, and why it is fine',
    action: 'Approve',
  },
  'changes-wanted': { title: 'Want changes', label: 'What has to change', action: 'Want changes' },
  withdrawn: { title: 'Withdraw the review', label: 'Why it is not needed any more', action: 'Withdraw' },
};

function Buttons(props: { readonly state: ReviewState; readonly onAsk: (asking: Asking) => void }) {
  const { state, onAsk } = props;
  if (state.kind !== 'asked')
    return <Button primary={true} text="Ask the security team…" onClick={() => onAsk({ kind: 'ask' })} />;
  const { review } = state;
  return (
    <div className="wo-buttons">
      <Button primary={true} text="Approve…" onClick={() => onAsk({ kind: 'approved', review })} />
      <Button text="Want changes…" onClick={() => onAsk({ kind: 'changes-wanted', review })} />
      <Button subtle={true} text="Withdraw…" onClick={() => onAsk({ kind: 'withdrawn', review })} />
    </div>
  );
}

export function ReviewCard(): React.ReactElement {
  const { model, assessment, readOnly } = useModelView();
  const { ask, decide } = useReview();
  const [asking, setAsking] = React.useState<Asking | undefined>(undefined);
  const [problem, setProblem] = React.useState('');
  const state = React.useMemo(() => reviewState(model, assessment), [model, assessment]);
  const past = reviewsOf(model);
  const save = (note: string) => {
    if (!asking) return;
    setAsking(undefined);
    setProblem('');
    const done = asking.kind === 'ask' ? ask(note) : decide(asking.kind, asking.review, note);
    done.catch((error: unknown) => setProblem(sentenceOf(error)));
  };
  return (
    <section className="wo-card" aria-labelledby="wo-review">
      <h2 id="wo-review">Review</h2>
      <p role="status">
        <strong>{stateSentence(state)}</strong>
      </p>
      {problem && <Banner tone="error">{problem}</Banner>}
      {isApprovedWithoutEvidence(state) && (
        <Banner tone="warning">
          This approval has no evidence: no comment on a work item records who decided. Ask again, and approve
          there.
        </Banner>
      )}
      {state.kind === 'reopened' && <RiskyList model={model} changes={state.changes} />}
      {!readOnly && <Buttons state={state} onAsk={setAsking} />}
      {past.length > 0 && (
        <ul className="wo-plain-list">
          {past.slice(0, 20).map((each) => (
            <Past key={each.id} review={each} />
          ))}
        </ul>
      )}
      <p className="wo-footnote wo-quiet">
        An approval says that somebody looked at the model as it was then. It prevents nothing: every member
        of the organisation can change a model. The comment on the work item proves who decided, since the
        server records its author. What becomes riskier later opens the review again.
      </p>
      {asking && (
        <ReasonDialog
          {...dialogWords[asking.kind]}
          need={asking.kind === 'ask' ? 'optional' : 'required'}
          onSave={save}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}
