/** Texts that somebody made their own: what stands here, what the package says, who changed it and why. */
import * as React from 'react';
import type { OwnText } from '../../../core/model/parts';
import { dayOf } from '../../../ui/day-of';
import type { OwnWord } from './own-words';

/** "Edited here by Ann on 3 March 2026, from without.core 1.0.0: we have no cookies." */
function Said({ said }: { readonly said: OwnText }): React.ReactElement {
  const { of, by, at, why } = said;
  return (
    <div className="wo-was">
      Edited here by {by} on {dayOf(at)}, from {of}
      {why === undefined ? '. No reason was given.' : `: ${why}`}
    </div>
  );
}

export interface OwnWordsListProps {
  readonly words: readonly OwnWord[];
  /** Whether what stands here is shown beside, or stands on the same page already. */
  readonly yours: 'shown' | 'elsewhere';
}

export function OwnWordsList({ words, yours }: OwnWordsListProps): React.ReactElement {
  return (
    <ul className="wo-field-changes">
      {words.map((each) => (
        <li key={each.what}>
          {each.what}
          {yours === 'shown' && <div className="wo-was">Yours: {each.yours || 'nothing'}</div>}
          <div className="wo-was">The package says: {each.theirs || 'nothing'}</div>
          {each.because && <div className="wo-was">Judged here: {each.because}</div>}
          {each.said && <Said said={each.said} />}
        </li>
      ))}
    </ul>
  );
}
