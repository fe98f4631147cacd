/** Parts of mends: a reading with its actions, a list of candidates, and a search over threats. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Finding } from '../../../core/alignment/finding';
import type { ThreatAt } from '../../../core/alignment/picture';
import { SearchBox } from '../../../ui/SearchBox';
import { useReach } from '../../tab-parts/desk-context';

export interface MendProps {
  readonly finding: Finding;
}
export type Mend = (props: MendProps) => React.ReactElement;

/** One way to read a finding, as a question, over what to do if the answer is yes. */
export function Reading({
  question,
  children,
}: {
  readonly question: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section className="wo-reading" aria-label={question}>
      <h3>{question}</h3>
      {children}
    </section>
  );
}

export interface Choosable {
  readonly key: string;
  readonly label: React.ReactNode;
  /** The words of the label, for the button's name. */
  readonly spoken: string;
  readonly because: readonly string[];
  readonly onChoose: () => void;
}

/** Candidates, best first, one click each. */
export function ChoiceList({ rows, verb }: { readonly rows: readonly Choosable[]; readonly verb: string }) {
  const { busy } = useReach();
  return (
    <ul className="wo-candidates">
      {rows.map(({ key, label, spoken, because, onChoose }) => (
        <li key={key}>
          <div>
            <div>{label}</div>
            {because.length > 0 && <div className="wo-quiet wo-candidate-why">{because.join('; ')}</div>}
          </div>
          <Button text={verb} ariaLabel={`${verb}: ${spoken}`} disabled={busy} onClick={onChoose} />
        </li>
      ))}
    </ul>
  );
}

const limit = 6;

/** Threats that apply whose title or description has all the words. */
function threatsWith(threats: readonly ThreatAt[], text: string): readonly ThreatAt[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const has = ({ threat }: ThreatAt) => {
    const own = `${threat.title} ${threat.description}`.toLowerCase();
    return words.every((word) => own.includes(word));
  };
  return threats.filter(has).slice(0, limit);
}

/** Any other threat, found by its words. */
export function ThreatSearch({ onPick }: { readonly onPick: (found: ThreatAt) => void }): React.ReactElement {
  const { picture } = useReach();
  const [text, setText] = React.useState('');
  const threats = React.useMemo(
    () =>
      picture.models.flatMap(({ model }) =>
        [...model.threat.values()]
          .filter(({ status }) => status.kind !== 'not-applicable')
          .map((threat) => ({ model: model.info.id, threat })),
      ),
    [picture],
  );
  const found = threatsWith(threats, text);
  return (
    <>
      <SearchBox label="Search another threat" value={text} onChange={setText} />
      <ChoiceList
        verb="Link"
        rows={found.map((each) => ({
          key: `${each.model}/${each.threat.id}`,
          label: each.threat.title,
          spoken: each.threat.title,
          because: [],
          onChoose: () => onPick(each),
        }))}
      />
      {text.trim() !== '' && found.length === 0 && <p className="wo-quiet">No threat has these words.</p>}
    </>
  );
}
