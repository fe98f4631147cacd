/** The widget "Security alignment". */
import * as React from 'react';
import type { AlignmentFigures } from '../../app/widget-app';
import { totalOf } from '../../core/alignment/finding-days';
import type { Finding } from '../../core/alignment/finding';
import { rules } from '../../core/alignment/rules/rules';
import { FigureWhy } from '../widget-parts/FigureWhy';
import type { Reasons } from '../widget-parts/FigureWhy';
import { Sparkline } from '../widget-parts/Sparkline';
import { Nothing, runWidget } from '../widget-parts/widget';
import type { Drawing } from '../widget-parts/widget';
import { counted, noModel } from '../widget-parts/words';

const most = 4;

/** Titles of the rules with their findings, most first. */
function byRule(open: readonly Finding[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { ruleId } of open) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const title = (id: string) => rules.find((rule) => rule.id === id)?.meta.title ?? id;
  return [...counts].sort(([, a], [, b]) => b - a).map(([id, count]) => [title(id), count] as const);
}

const reasonsOf = (open: readonly Finding[]): Reasons => ({
  rules: [
    'Where threat models and backlog do not say the same now, by rule. What somebody dismissed with a reason does not count until its day is over.',
  ],
  rows: byRule(open).map(([title, count]) => ({ key: title, name: title, value: String(count) })),
});

function View({ value, size, chosen }: Drawing<AlignmentFigures>): React.ReactElement {
  const { models, open, days } = value;
  if (models.length === 0) return <Nothing>{noModel(chosen.model)}</Nothing>;
  const warnings = open.filter(({ severity }) => severity === 'warning').length;
  const points = days.map((day) => ({ at: day.day, value: totalOf(day) }));
  const isLarge = size.rowSpan > 1;
  const line = size.columnSpan > 1 && (
    <Sparkline
      points={points}
      label={`Findings from ${points[0]?.value} on ${points[0]?.at} to ${points[points.length - 1]?.value} today`}
    />
  );
  const figures = (
    <div>
      <div className="ww-figures">
        <FigureWhy
          className="ww-figure"
          text={String(open.length)}
          of="Findings"
          reasons={() => reasonsOf(open)}
        />
        <span className="ww-quiet">{open.length === 1 ? 'finding' : 'findings'}</span>
      </div>
      <p className="ww-quiet">
        {open.length === 0
          ? 'Threat models and backlog agree.'
          : `${counted(warnings, 'warning')} among them`}
      </p>
    </div>
  );
  if (!isLarge)
    return (
      <div className="ww-side">
        {figures}
        {line}
      </div>
    );
  return (
    <>
      {figures}
      {line}
      <ul className="ww-list">
        {byRule(open)
          .slice(0, most)
          .map(([title, count]) => (
            <li key={title}>
              <span title={title}>{title}</span>
              <span>{count}</span>
            </li>
          ))}
      </ul>
    </>
  );
}

void runWidget<AlignmentFigures>({
  read: ({ app }, { model }) => app.alignment(model),
  view: View,
  page: (_drawing, extension) => ({
    path: `_backlogs/backlog?pane=${extension}.alignment-tab`,
    name: 'Open the backlog, whose tab “Security alignment” says more',
  }),
});
