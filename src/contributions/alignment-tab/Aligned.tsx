/** Nothing to decide: says so, and says what that rests on. */
import * as React from 'react';
import { ShieldIcon } from '../../ui/icons';
import { counted } from '../../ui/words';
import type { FigureMap } from './figure-map';

export function Aligned({ map }: { readonly map: FigureMap }): React.ReactElement {
  const { threats, stories, links } = map;
  const isEmpty = threats.length === 0 && stories.length === 0;
  return (
    <section className="wo-card wo-aligned" aria-label="Aligned">
      <span className="wo-aligned-mark">
        <ShieldIcon size={56} />
      </span>
      <div>
        <h2>{isEmpty ? 'Nothing to compare yet' : 'Threats and stories are aligned'}</h2>
        <p className="wo-quiet">
          {isEmpty
            ? 'The threat models have no threat yet, and no story has a WITHOUT clause.'
            : `Every threat has a story, and every WITHOUT clause has a threat: ${counted(links.length, 'link')} between ${counted(threats.length, 'threat')} and ${counted(stories.length, 'story', 'stories')}.`}
        </p>
      </div>
    </section>
  );
}
