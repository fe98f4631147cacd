/** The review of a model: who was asked, what they decided, what became riskier since, what was said, what is weak. */
import * as React from 'react';
import type { Model } from '../../../core/model/model';
import type { About, Comment } from '../../../core/model/review';
import { kindWords, nameIn } from '../conflicts/describe-conflict';
import { CommentsSection } from '../comments/CommentsSection';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { addressOf, QualityCard } from './QualityCard';
import { ReviewCard } from './ReviewCard';

/** Where the thing is shown. */
function addressOfThing(model: Model, about: About): Record<string, string> | undefined {
  switch (about.kind) {
    case 'model':
      return undefined;
    case 'requirement':
      return { model: model.info.id, tab: 'requirements', requirement: about.id };
    case 'assumption':
      return { model: model.info.id, tab: 'requirements', show: 'assumptions', assumption: about.id };
    case 'event':
      return { model: model.info.id, event: about.id };
    default:
      return addressOf(model, { kind: about.kind, id: about.id });
  }
}

function OpenComment({ comment }: { readonly comment: Comment }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const { about } = comment;
  if (about.kind === 'model') return <></>;
  const thing = (model[about.kind] as ReadonlyMap<string, Parameters<typeof nameIn>[1]>).get(about.id);
  const name = `${kindWords[about.kind]}: ${thing ? nameIn(model, thing) : 'gone'}`;
  const address = thing && addressOfThing(model, about);
  return (
    <li>
      {address ? (
        <button type="button" className="wo-link" onClick={() => go(address)}>
          {name}
        </button>
      ) : (
        name
      )}
      : {comment.text} <span className="wo-quiet">{comment.by}</span>
    </li>
  );
}

function CommentsCard(): React.ReactElement {
  const { model } = useModelView();
  const open = [...model.comment.values()].filter(({ settled, about }) => !settled && about.kind !== 'model');
  return (
    <section className="wo-card" aria-labelledby="wo-review-comments">
      <h2 id="wo-review-comments">What people say</h2>
      {open.length === 0 ? (
        <p className="wo-quiet">
          No open comment on any part. Comment in the panel of a threat, a mitigation, a requirement, an
          assumption, an event, a diagram or one of its parts.
        </p>
      ) : (
        <ul className="wo-plain-list">
          {open.slice(0, 200).map((each) => (
            <OpenComment key={each.id} comment={each} />
          ))}
        </ul>
      )}
      <CommentsSection about={{ kind: 'model' }} />
    </section>
  );
}

export default function ReviewView(): React.ReactElement {
  return (
    <div className="wo-stack">
      <ReviewCard />
      <QualityCard />
      <CommentsCard />
    </div>
  );
}
