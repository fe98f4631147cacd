/** What people said about one thing of the model: said, settled, and opened again. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { About, Comment } from '../../../core/model/review';
import { addComment, commentsOn, settleComment } from '../../../core/review/review-state';
import { Field } from '../../../ui/Field';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

/** Who speaks; a page that does not know leaves it open. */
export function useActor(): () => Promise<string> {
  const { app } = useHub();
  return React.useCallback(async () => (await app.actor().catch(() => undefined)) ?? 'Somebody', [app]);
}

function CommentItem({ comment }: { readonly comment: Comment }): React.ReactElement {
  const { app } = useHub();
  const { session, model, apply, readOnly } = useModelView();
  const actor = useActor();
  const { settled } = comment;
  const settle = async () => {
    const by = await actor();
    session.apply(settleComment(session.current.model, comment.id, { by, at: app.now() }));
  };
  return (
    <li className="wo-item">
      <p className="wo-quiet">
        <strong>{comment.by}</strong>, {new Date(comment.at).toLocaleString()}
        {settled && ` (settled by ${settled.by})`}
      </p>
      <p className="wo-prose">{comment.text}</p>
      {!readOnly &&
        (settled ? (
          <Button
            subtle={true}
            text="Open again"
            onClick={() => apply(settleComment(model, comment.id, undefined))}
          />
        ) : (
          <Button subtle={true} text="Settle" onClick={() => void settle()} />
        ))}
    </li>
  );
}

export function CommentsSection({ about }: { readonly about: About }): React.ReactElement {
  const { app } = useHub();
  const { session, model, readOnly } = useModelView();
  const actor = useActor();
  const [text, setText] = React.useState('');
  const comments = commentsOn(model, about);
  const [open, settled] = [comments.filter((each) => !each.settled), comments.filter((each) => each.settled)];
  const send = async () => {
    const by = await actor();
    session.apply(addComment({ about, text: text.trim(), by, at: app.now() }, app.newId));
    setText('');
  };
  return (
    <section className="wo-section" aria-label="Comments">
      <h3>Comments</h3>
      <ul className="wo-items">
        {open.map((each) => (
          <CommentItem key={each.id} comment={each} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details>
          <summary>{settled.length} settled</summary>
          <ul className="wo-items">
            {settled.map((each) => (
              <CommentItem key={each.id} comment={each} />
            ))}
          </ul>
        </details>
      )}
      {!readOnly && (
        <>
          <Field label="Comment" value={text} onChange={setText} rows={2} />
          <Button text="Comment" disabled={!text.trim()} onClick={() => void send()} />
        </>
      )}
    </section>
  );
}
