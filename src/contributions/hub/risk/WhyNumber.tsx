/** "Why this number" of a figure of the model: the rule in words, and the threats that make it, each a way to its own. */
import * as React from 'react';
import { scaleOf } from '../../../core/model/project-policy';
import type { MitigationId } from '../../../core/model/ids';
import type { ThreatRisk } from '../../../core/risk/assess';
import { shareOfThreat } from '../../../core/risk/assess';
import { Why, WhyRows } from '../../../ui/Why';
import { WhyFigure } from '../../../ui/WhyFigure';
import { points } from '../../../ui/words';
import { RiskSteps } from '../../tab-parts/RiskSteps';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

interface Reasons {
  readonly rule: string;
  /** All of the model where they are left out. */
  readonly threats?: readonly ThreatRisk[];
  readonly value: (risk: ThreatRisk) => number;
  /** What else is to be said of a threat. */
  readonly note?: (risk: ThreatRisk) => string;
  /** What else makes the figure, below the threats. */
  readonly also?: string;
}

function NumberReasons({ rule, threats, value, note, also }: Reasons): React.ReactElement {
  const { model, assessment } = useModelView();
  const { go } = useHub();
  return (
    <>
      <p>{rule}</p>
      <WhyRows
        rows={(threats ?? [...assessment.threats.values()]).map((each) => ({
          key: each.threat.id,
          name: each.threat.title,
          value: value(each),
          ...(note ? { note: note(each) } : {}),
          onOpen: () => go({ model: model.info.id, threat: each.threat.id }),
        }))}
      />
      {also !== undefined && <p>{also}</p>}
    </>
  );
}

export interface WhyNumberProps extends Reasons {
  /** Of what: "risk now". */
  readonly of: string;
}

/** Under a figure that stands by itself, or `named` where it stands in a sentence among others. */
export function WhyNumber({
  of,
  named = false,
  ...reasons
}: WhyNumberProps & { readonly named?: boolean }): React.ReactElement {
  return (
    <Why of={of} named={named}>
      {() => <NumberReasons {...reasons} />}
    </Why>
  );
}

/** The figure itself, in a table. */
export function NumberFigure({
  text,
  of,
  ...reasons
}: WhyNumberProps & { readonly text: string }): React.ReactElement {
  return (
    <WhyFigure text={text} of={of}>
      {() => <NumberReasons {...reasons} />}
    </WhyFigure>
  );
}

/** A row is not drawn anew for what leaves its number as it is, so the steps are those of the newest assessment. */
function ThreatSteps({ risk }: { readonly risk: ThreatRisk }): React.ReactElement {
  const { items, model, assessment } = useModelView();
  const newest = assessment.threats.get(risk.threat.id) ?? risk;
  return <RiskSteps risk={newest} states={items} scale={scaleOf(model)} />;
}

/** What a threat carries now, with the steps that lead there. */
export function ThreatFigure({ risk }: { readonly risk: ThreatRisk }): React.ReactElement {
  return (
    <WhyFigure text={points(risk.current)} of={`Risk now of ${risk.threat.title}`}>
      {() => <ThreatSteps risk={risk} />}
    </WhyFigure>
  );
}

/** The same under the name of a threat in a panel, which is above every callout. */
export function WhyThreatRisk({ risk }: { readonly risk: ThreatRisk }): React.ReactElement {
  return <Why of={`Risk now of ${risk.threat.title}`}>{() => <ThreatSteps risk={risk} />}</Why>;
}

/** What a mitigation takes away. */
export const gainRules = {
  removes: 'What each threat would carry more without it.',
  wouldRemove: 'What each threat would carry less if it alone were done besides what is in place.',
} as const;
const gainNames = { removes: 'Takes away now', wouldRemove: 'Would take away' } as const;

export interface GainFigureProps {
  readonly mitigation: { readonly id: MitigationId; readonly title: string };
  readonly which: keyof typeof gainRules;
  readonly value: number;
}

export function GainFigure({ mitigation, which, value }: GainFigureProps): React.ReactElement {
  if (value <= 0) return <span className="wo-quiet">–</span>;
  return (
    <NumberFigure
      text={`−${points(value)}`}
      of={`${gainNames[which]}: ${mitigation.title}`}
      rule={gainRules[which]}
      value={(each) => shareOfThreat(each, mitigation.id)[which]}
    />
  );
}
