/** Finds a threat by words and hands it over. Arrow keys choose, Enter takes, Escape closes; opens in place, no layer. */
import * as React from 'react';
import type { GroupSession } from './group-session';
import { sentenceOf } from '../../ui/words';
import { useGroup } from './group-context';
import { Severity } from './ThreatItem';
import { rankThreats } from './threat-search';
import type { ThreatCandidate } from './threat-search';

const limit = 6;

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly candidates: readonly ThreatCandidate[] }
  | { readonly kind: 'failed'; readonly reason: string };

function useCandidates(session: GroupSession): Loaded {
  const [loaded, setLoaded] = React.useState<Loaded>({ kind: 'loading' });
  React.useEffect(() => {
    let current = true;
    const show = (next: Loaded) => current && setLoaded(next);
    session.candidates().then(
      (candidates) => show({ kind: 'ready', candidates }),
      (error: unknown) => show({ kind: 'failed', reason: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [session]);
  return loaded;
}

function emptyWords(loaded: Loaded, search: string): string {
  if (loaded.kind === 'loading') return 'Reading the threat models…';
  if (loaded.kind === 'failed') return loaded.reason;
  if (loaded.candidates.length === 0) return 'No threat model of this project has a threat yet.';
  return search.trim() === '' ? '' : 'No threat has all these words.';
}

export interface ThreatPickerProps {
  readonly label: string;
  /** What the threat is wanted for: words of the story or clause bring likely threats to the top. */
  readonly about: string;
  readonly onPick: (candidate: ThreatCandidate) => void;
  readonly onClose: () => void;
}

export function ThreatPicker({ label, about, onPick, onClose }: ThreatPickerProps): React.ReactElement {
  const { session } = useGroup();
  const loaded = useCandidates(session);
  const [search, setSearch] = React.useState('');
  const [active, setActive] = React.useState(0);
  const all = loaded.kind === 'ready' ? loaded.candidates : [];
  const found = rankThreats(all, { search, story: about, limit });
  const chosen = found[active];
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Escape') onClose();
    else if (event.key !== 'Enter') return;
    else if (chosen) onPick(chosen);
    event.preventDefault();
    // Escape would close the work item's dialog around the frame.
    event.stopPropagation();
  };
  return (
    <div className="wg-panel">
      <label className="wg-label">
        {label}
        <input
          className="wg-input"
          type="text"
          role="combobox"
          autoComplete="off"
          autoFocus={true}
          placeholder="Search by words of the threat or its place"
          aria-expanded={found.length > 0}
          aria-controls="wg-found"
          aria-activedescendant={chosen ? `wg-found-${active}` : undefined}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <ul id="wg-found" role="listbox" aria-label="Threats found" className="wg-options">
        {found.map((candidate, i) => (
          <li
            key={`${candidate.model} ${candidate.threat.id}`}
            id={`wg-found-${i}`}
            role="option"
            aria-selected={i === active}
            className={i === active ? 'wg-option wg-active' : 'wg-option'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(candidate)}
          >
            <span>{candidate.threat.title}</span>
            <span className="wg-facts">
              <Severity name={candidate.severity} />
              <span>
                at {candidate.place} · {candidate.modelName}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="wg-quiet" role="status">
        {found.length === 0 && emptyWords(loaded, search)}
      </p>
      <button type="button" className="wg-button" onClick={onClose}>
        Cancel
      </button>
    </div>
  );
}
