/** Comments of a work item, newest first, and a box for another. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Loading } from '../../parts/Loading';
import { Coin } from '../../parts/Marks';
import { RichText } from '../../parts/RichText';
import { sentenceOf } from '../../rest/connection';
import type { Comment } from '../../rest/work-items';
import type { FormProps } from './form-section';

/** The server keeps HTML, so what a person types must become text in it. */
function asHtml(text: string): string {
  const box = document.createElement('div');
  box.textContent = text;
  return box.innerHTML.replace(/\n/g, '<br>');
}

function CommentItem({ comment }: { readonly comment: Comment }): JSX.Element {
  return (
    <li>
      <Coin name={comment.createdBy.displayName} />
      <div>
        <strong>{comment.createdBy.displayName}</strong>{' '}
        <span className="secondary">
          {new Date(comment.createdDate).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
        </span>
        <RichText text={comment.text} format="html" />
      </div>
    </li>
  );
}

export function Discussion({ item, access, reload: reloadItem }: FormProps): JSX.Element {
  const { workItems } = useShell();
  const { id } = item;
  const read = React.useCallback(() => workItems.comments(id), [workItems, id]);
  const load = useLoad(read);
  const [text, setText] = React.useState('');
  const [problem, setProblem] = React.useState('');
  async function add(): Promise<void> {
    try {
      await workItems.comment(id, asHtml(text.trim()));
      setText('');
      setProblem('');
      // A comment makes a revision: without reading it the next save of this form would be refused.
      await Promise.all([load.reload(), reloadItem()]);
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    }
  }
  return (
    <div className="discussion">
      {access === 'write' && (
        <textarea
          aria-label="Add a comment"
          placeholder="Add a comment"
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {text.trim() !== '' && (
        <button type="button" className="button" onClick={() => void add()}>
          Comment
        </button>
      )}
      {problem !== '' && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <Loading load={load} what="comments">
        {(comments) =>
          comments.length === 0 && access === 'read' ? (
            <p className="secondary">Nobody has commented yet.</p>
          ) : (
            <ol>
              {[...comments].reverse().map((comment) => (
                <CommentItem key={comment.id} comment={comment} />
              ))}
            </ol>
          )
        }
      </Loading>
    </div>
  );
}
