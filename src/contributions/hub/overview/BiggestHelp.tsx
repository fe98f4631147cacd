/** The five mitigations that would take most risk away if they were done now. */
import * as React from 'react';
import { Why } from '../../../ui/Why';
import { percent, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

/** As many as fit a glance; the mitigations tab sorts them all. */
const shown = 5;

export function BiggestHelp(): React.ReactElement {
  const { assessment, model } = useModelView();
  const { go } = useHub();
  const best = React.useMemo(
    () =>
      [...assessment.mitigations]
        .filter(([, risk]) => risk.wouldRemove > 0)
        .sort(([, a], [, b]) => b.wouldRemove - a.wouldRemove)
        .slice(0, shown),
    [assessment],
  );
  return (
    <section className="wo-card" aria-labelledby="wo-help-title">
      <h2 id="wo-help-title">What would help most</h2>
      {best.length === 0 && (
        <p className="wo-quiet">No open mitigation would lower the risk. Add one to a threat.</p>
      )}
      <ol className="wo-ranking">
        {best.map(([id, risk]) => (
          <li key={id}>
            <button
              type="button"
              className="wo-link"
              onClick={() => go({ model: model.info.id, mitigation: id })}
            >
              {model.mitigation.get(id)?.title ?? 'A mitigation that is gone'}
            </button>
            <span className="wo-ranking-value">
              −{points(risk.wouldRemove)}{' '}
              <span className="wo-quiet">
                ({percent(risk.wouldRemove / Math.max(assessment.current, 1))})
              </span>
            </span>
          </li>
        ))}
      </ol>
      {best.length > 0 && (
        <Why of="What would help most">
          {() => (
            <p>
              What the risk of all threats now would lose if this mitigation alone were done: at each threat
              that it treats, its strength times what the others leave. The mitigation’s own page has it
              threat by threat.
            </p>
          )}
        </Why>
      )}
    </section>
  );
}
