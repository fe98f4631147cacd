/** The guide of the first run: what was done, what comes next, and the way there. It goes when the first Task exists. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { firstSteps } from './first-steps';

/** Who put it away keeps it away, in this browser. A browser that keeps nothing shows it again. */
function useDismissal(model: string): readonly [boolean, () => void] {
  const name = `without.first-steps.${model}`;
  const [dismissed, setDismissed] = React.useState(() => {
    try {
      return window.localStorage.getItem(name) !== null;
    } catch {
      return false;
    }
  });
  const dismiss = () => {
    setDismissed(true);
    try {
      window.localStorage.setItem(name, 'dismissed');
    } catch {
      // Storage is blocked: the guide is away until the page is loaded again.
    }
  };
  return [dismissed, dismiss];
}

export function FirstSteps(props: {
  /** What stands there when there is no guide. */
  readonly otherwise: React.ReactElement | null;
}): React.ReactElement | null {
  const { model, readOnly } = useModelView();
  const { go } = useHub();
  const [dismissed, dismiss] = useDismissal(model.info.id);
  const steps = React.useMemo(() => firstSteps(model), [model]);
  if (!steps || dismissed || readOnly) return props.otherwise;
  const next = steps.findIndex(({ state }) => state === 'open');
  const open = (tab: string) => go({ model: model.info.id, tab });
  return (
    <section className="wo-card" aria-labelledby="wo-first-steps">
      <div className="wo-card-head">
        <h2 id="wo-first-steps">First steps</h2>
        <Button subtle={true} text="Put this away" onClick={dismiss} />
      </div>
      <ol className="wo-first-steps">
        {steps.map(({ tab, title, text, state, action }, at) => (
          <li
            key={tab}
            className={state === 'done' ? 'wo-first-done' : ''}
            aria-current={at === next && 'step'}
          >
            <span className="wo-lesson-number" aria-hidden="true">
              {state === 'done' ? '✓' : at + 1}
            </span>
            <div>
              <h3>
                <button type="button" className="wo-link" onClick={() => open(tab)}>
                  {title}
                </button>
                {state === 'done' && <span className="wo-hidden"> (done)</span>}
              </h3>
              <p className="wo-quiet">{text}</p>
            </div>
            {at === next && <Button primary={true} text={action} onClick={() => open(tab)} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
