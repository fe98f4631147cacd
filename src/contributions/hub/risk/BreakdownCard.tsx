/** Which part of the risk is whose: by threat, story, element, sprint or team. */
import * as React from 'react';
import type { ThreatId } from '../../../core/model/ids';
import { placeName } from '../../../core/model/model-index';
import type { Assessment, ThreatRisk } from '../../../core/risk/assess';
import { breakdown } from '../../../core/risk/breakdown';
import type { RiskPart } from '../../../core/risk/breakdown';
import { Choice } from '../../../ui/Choice';
import { usePortion } from '../../../ui/TableParts';
import { points } from '../../../ui/words';
import { useModelView } from '../model-view';
import type { ModelView } from '../model-view';
import { useAccepted } from './use-accepted';
import { NumberFigure } from './WhyNumber';

type By = 'threat' | 'story' | 'element' | 'sprint' | 'team';
const options: readonly { readonly value: By; readonly label: string }[] = [
  { value: 'threat', label: 'Threat' },
  { value: 'story', label: 'Story' },
  { value: 'element', label: 'Element' },
  { value: 'sprint', label: 'Sprint' },
  { value: 'team', label: 'Team (area)' },
];
const restNames: Readonly<Record<By, string>> = {
  threat: '',
  story: 'Linked to no story',
  element: '',
  sprint: 'Of stories in no sprint, or of none',
  team: 'Linked to no story',
};

const lastPart = (path: string): string => path.split('\\').pop() ?? path;

function storiesOf({ index, items }: ModelView, { threat }: ThreatRisk) {
  return index.linksOfThreat(threat.id).map(({ story }) => ({ story, item: items.get(story) }));
}

/** What a threat belongs to, in the words of the row. */
function keysOf(view: ModelView, by: By, risk: ThreatRisk): readonly string[] {
  switch (by) {
    case 'threat':
      return [risk.threat.title];
    case 'element':
      return [placeName(view.model, risk.threat.place)];
    case 'story':
      return storiesOf(view, risk).map(({ story, item }) => `#${story}${item ? ` ${item.title}` : ''}`);
    case 'sprint':
      return storiesOf(view, risk).flatMap(({ item }) =>
        item?.iterationPath.includes('\\') ? [lastPart(item.iterationPath)] : [],
      );
    case 'team':
      return storiesOf(view, risk).flatMap(({ item }) => (item ? [item.areaPath] : []));
  }
}

interface RowProps {
  readonly name: string;
  readonly part: RiskPart;
  readonly accepted: ReadonlySet<ThreatId>;
}

const columns = [
  { which: 'inherent', head: 'Inherent', rule: 'as if nothing were in place' },
  { which: 'current', head: 'Now', rule: 'with what is in place' },
  { which: 'planned', head: 'Planned', rule: 'when planned work is done' },
  { which: 'accepted', head: 'Accepted', rule: 'of the risk now, where somebody answers for it' },
] as const;
type Which = (typeof columns)[number]['which'];

function Row({ name, part, accepted }: RowProps): React.ReactElement {
  const valueOf = (which: Which) => (risk: ThreatRisk) =>
    which !== 'accepted' ? risk[which] : accepted.has(risk.threat.id) ? risk.current : 0;
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map(({ which, head, rule }) => (
        <td key={which} className="wo-right">
          <NumberFigure
            text={points(part[which])}
            of={`${head}, ${name}`}
            rule={`The threats that belong to it, each in full, ${rule}.`}
            threats={part.threats}
            value={valueOf(which)}
          />
        </td>
      ))}
    </tr>
  );
}

function useRows(by: By) {
  const view = useModelView();
  const accepted = useAccepted();
  const assessment: Assessment = view.assessment;
  return React.useMemo(
    () => ({ accepted, ...breakdown(assessment, accepted, (risk) => keysOf(view, by, risk)) }),
    [view, assessment, accepted, by],
  );
}

export function BreakdownCard(): React.ReactElement {
  const [by, setBy] = React.useState<By>('story');
  const { parts, rest, accepted } = useRows(by);
  const { shown, more } = usePortion(parts);
  return (
    <section className="wo-card" aria-label="Risk by part">
      <div className="wo-breakdown-head">
        <h2>Where the risk is</h2>
        <Choice label="By" value={by} options={options} onChange={setBy} />
      </div>
      <p className="wo-quiet">
        A threat of several counts in full at each, so rows may sum to more than the whole.
      </p>
      <div className="wo-scroll" tabIndex={0} role="region" aria-label="Risk by part as a table">
        <table className="wo-trend-table">
          <thead>
            <tr>
              <th scope="col">{options.find(({ value }) => value === by)?.label}</th>
              {columns.map(({ which, head }) => (
                <th key={which} scope="col" className="wo-right">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(([name, part]) => (
              <Row key={name} name={name} part={part} accepted={accepted} />
            ))}
            {rest.threats.length > 0 && <Row name={restNames[by]} part={rest} accepted={accepted} />}
          </tbody>
        </table>
      </div>
      {more}
    </section>
  );
}
