/** Risk and trend of a model: how much, of what, since when, what it takes to come down, and what it cost. */
import * as React from 'react';
import { useModelView } from '../model-view';
import { WayToThreats } from '../WayOn';
import { BreakdownCard } from './BreakdownCard';
import { BudgetCard } from './BudgetCard';
import { ControlTypes } from './ControlTypes';
import { RiskTotals } from './RiskTotals';
import { TrendCard } from './TrendCard';
import { ValueCard } from './ValueCard';

export default function RiskView(): React.ReactElement {
  const { model } = useModelView();
  if (model.threat.size === 0) {
    return (
      <section className="wo-card wo-empty">
        <h2>No threats yet</h2>
        <p>Risk is counted from threats. As soon as there is one, this page says how much it is and why.</p>
        <WayToThreats />
      </section>
    );
  }
  return (
    <div className="wo-stack">
      <RiskTotals />
      <TrendCard />
      <BudgetCard />
      <BreakdownCard />
      <ControlTypes />
      <ValueCard />
    </div>
  );
}
