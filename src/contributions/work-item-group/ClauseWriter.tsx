/** Proposes the words of a clause for a threat; the person changes them and puts them into the unsaved description. */
import * as React from 'react';
import { clauseToWrite } from '../../core/clauses/write-clause';
import { proposeClause } from '../../core/clauses/propose-clause';
import type { StrideCategory } from '../../core/model/threat';

export interface ClauseWriterProps {
  readonly title: string;
  readonly stride: readonly StrideCategory[];
  readonly place: string;
  readonly onWrite: (words: string) => void;
  readonly onClose: () => void;
}

export function ClauseWriter(props: ClauseWriterProps): React.ReactElement {
  const { title, stride, place, onWrite, onClose } = props;
  const [words, setWords] = React.useState(() => proposeClause({ title, stride, placeName: place }));
  const clause = clauseToWrite(words);
  return (
    <form
      className="wg-panel"
      aria-label={`Clause for ${title}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (clause !== '') onWrite(words);
      }}
    >
      <label className="wg-label">
        What must not happen
        <textarea
          className="wg-input"
          rows={2}
          autoFocus={true}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <p className="wg-preview">
        …, <b>WITHOUT</b> {clause === '' ? '…' : clause}
      </p>
      <p className="wg-quiet">It goes into the description. Nothing is kept until you save the work item.</p>
      <div className="wg-actions">
        <button type="submit" className="wg-button wg-primary" disabled={clause === ''}>
          Write clause
        </button>
        <button type="button" className="wg-button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
