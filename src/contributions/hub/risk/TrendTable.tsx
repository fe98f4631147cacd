/** The trend as a table: each day with what was found, removed and lost again, every figure with the threats that make it. */
import * as React from 'react';
import { threatsAtPoint } from '../../../core/risk/trend';
import type { ThreatAtPoint, TrendPoint } from '../../../core/risk/trend';
import { intervalRule } from '../../../ui/figure-words';
import { WhyRows } from '../../../ui/Why';
import { WhyFigure } from '../../../ui/WhyFigure';
import { points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import type { Histories } from './use-trend';

const figures = {
  risk: {
    head: 'Risk',
    sign: '',
    rule: 'What existing mitigations, and those whose Tasks were completed on that day, left of each threat that was known then.',
  },
  found: {
    head: 'Found',
    sign: '+',
    rule: 'What threats carried that came into the model since the day before in this table.',
  },
  removed: {
    head: 'Removed',
    sign: '−',
    rule: 'What Tasks that were completed since the day before in this table took away.',
  },
  regressed: {
    head: 'Lost again',
    sign: '+',
    rule: 'What came back since the day before in this table: a Task was opened again or removed.',
  },
} as const;
type Which = keyof typeof figures;

const valueOf = (which: Which, part: ThreatAtPoint): number =>
  which === 'risk' ? part.risk.current : part[which];

interface DayProps {
  readonly point: TrendPoint;
  /** The row before it. */
  readonly before: TrendPoint | undefined;
  readonly histories: Histories;
}

function Reasons({ which, point, before, histories }: DayProps & { readonly which: Which }) {
  const { model } = useModelView();
  const { go } = useHub();
  const parts = React.useMemo(
    () => threatsAtPoint({ model, histories }, point.at, before?.at),
    [model, histories, point, before],
  );
  return (
    <>
      <p>{figures[which].rule}</p>
      <WhyRows
        rows={parts.map((part) => ({
          key: part.risk.threat.id,
          name: part.risk.threat.title,
          value: valueOf(which, part),
          onOpen: () => go({ model: model.info.id, threat: part.risk.threat.id }),
        }))}
      />
      {point.basis === 'before-model' && (
        <p>The model was not there yet: its first threats are looked at with the Tasks of that day.</p>
      )}
    </>
  );
}

function Cell(props: DayProps & { readonly which: Which }): React.ReactElement {
  const { which, point } = props;
  const { head, sign } = figures[which];
  const value = which === 'risk' ? point.current : point[which];
  return (
    <td className="wo-right">
      {(which === 'risk' || value > 0) && (
        <WhyFigure text={`${sign}${points(value)}`} of={`${head}, ${point.at.slice(0, 10)}`}>
          {() => <Reasons {...props} />}
        </WhyFigure>
      )}
    </td>
  );
}

function Row(props: DayProps): React.ReactElement {
  const { point } = props;
  return (
    <tr>
      <th scope="row">{point.at.slice(0, 10)}</th>
      <td>{point.basis === 'model' ? '' : 'before the model'}</td>
      <Cell {...props} which="risk" />
      <td className="wo-right">
        {point.interval && (
          <WhyFigure
            text={`${points(point.interval.low)} – ${points(point.interval.high)}`}
            of={`Nine in ten, ${point.at.slice(0, 10)}`}
          >
            {() => <p>{intervalRule}</p>}
          </WhyFigure>
        )}
      </td>
      <Cell {...props} which="found" />
      <Cell {...props} which="removed" />
      <Cell {...props} which="regressed" />
    </tr>
  );
}

const Head = ({ children }: { readonly children: string }) => (
  <th scope="col" className="wo-right">
    {children}
  </th>
);

export interface TrendTableProps {
  readonly shown: readonly TrendPoint[];
  readonly histories: Histories;
}

export function TrendTable({ shown, histories }: TrendTableProps): React.ReactElement {
  return (
    <div className="wo-scroll" tabIndex={0} role="region" aria-label="Trend as a table">
      <table className="wo-trend-table">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Basis</th>
            <Head>{figures.risk.head}</Head>
            <Head>Nine in ten</Head>
            <Head>{figures.found.head}</Head>
            <Head>{figures.removed.head}</Head>
            <Head>{figures.regressed.head}</Head>
          </tr>
        </thead>
        <tbody>
          {shown.map((point, place) => (
            <Row key={point.at} point={point} before={shown[place - 1]} histories={histories} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
