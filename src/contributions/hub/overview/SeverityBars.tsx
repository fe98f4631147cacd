/** How many threats are critical, high, medium and low now. */
import * as React from 'react';
import { worstFirst } from '../../../core/risk/assess';
import { SeverityMark } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export function SeverityBars(): React.ReactElement {
  const { assessment, model } = useModelView();
  const { go } = useHub();
  const most = Math.max(1, ...worstFirst.map((name) => assessment.byName[name]));
  return (
    <section className="wo-card" aria-labelledby="wo-severity-title">
      <h2 id="wo-severity-title">Threats by risk now</h2>
      <ul className="wo-bars">
        {worstFirst.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="wo-bar-row"
              onClick={() => go({ model: model.info.id, tab: 'threats', show: name })}
            >
              <SeverityMark name={name} />
              <span className="wo-bar-track">
                <span
                  className={`wo-bar wo-bar-${name}`}
                  style={{ width: `${(assessment.byName[name] / most) * 100}%` }}
                />
              </span>
              <span className="wo-bar-count">{assessment.byName[name]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
