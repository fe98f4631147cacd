/** Small pictures of cards with their flags, in the colours that the board will have. */
import * as React from 'react';
import { flags } from '../../core/flags/flag';
import type { Flag } from '../../core/flags/flag';
import type { Look } from '../../core/flags/card-rules';

export function FlagTag({ flag, look }: { readonly flag: Flag; readonly look: Look }): React.ReactElement {
  const style = look === 'none' ? {} : { background: flag.colours.background, color: flag.colours.text };
  return (
    <span className="wo-flag-tag" style={style}>
      {flag.tag}
    </span>
  );
}

interface CardsProps {
  readonly look: Look;
  /** What stands on the card of a flag; its meaning where nothing is said. */
  readonly textOf?: (flag: Flag) => React.ReactNode;
  readonly shown?: (flag: Flag) => boolean;
}

export function FlagCards({ look, textOf, shown = () => true }: CardsProps): React.ReactElement {
  return (
    <ul className="wo-flag-cards">
      {flags.filter(shown).map((flag) => {
        const isFilled = look === 'cards' && flag.fill !== undefined;
        return (
          <li
            key={flag.id}
            className={isFilled ? 'wo-flag-card wo-flag-card-filled' : 'wo-flag-card'}
            style={isFilled ? { background: flag.fill } : {}}
          >
            <span>{textOf ? textOf(flag) : flag.means}</span>
            <FlagTag flag={flag} look={look} />
          </li>
        );
      })}
    </ul>
  );
}
