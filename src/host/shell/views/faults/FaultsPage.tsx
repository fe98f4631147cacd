/** Faults on demand, throttling and the clock of this server, in one page. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { sentenceOf } from '../../rest/connection';
import { ViewHeader } from '../ViewHeader';
import { ClockPanel, ThrottlingPanel } from './ClockAndThrottling';
import { controlOf, type Control } from './control';
import { FaultForm } from './FaultForm';
import { CallTable, FaultTable } from './FaultTables';

/** Does something to the server and shows what came of it. */
export type Act = (work: (control: Control) => Promise<void>) => void;

export function FaultsPage(): JSX.Element {
  const { bootstrap } = useShell();
  const control = React.useMemo(() => controlOf(bootstrap), [bootstrap]);
  const [problem, setProblem] = React.useState<string | undefined>(undefined);
  const read = React.useCallback(
    async () => ({ state: await control.read(), operations: await control.operations() }),
    [control],
  );
  const load = useLoad(read);
  const { reload } = load;
  const act: Act = (work) => {
    setProblem(undefined);
    work(control)
      .catch((thrown: unknown) => setProblem(sentenceOf(thrown)))
      .finally(() => void reload());
  };
  return (
    <div className="view">
      <ViewHeader title="Faults and clock" icon="warning">
        <button type="button" className="button subtle" onClick={() => void reload()}>
          <Icon name="refresh" /> Refresh
        </button>
        <button type="button" className="button" onClick={() => act((each) => each.resetAll())}>
          Everything off
        </button>
      </ViewHeader>
      <div className="fault-page">
        <p className="secondary">
          What goes wrong by itself on Azure DevOps goes wrong here when it is asked for. All of it is
          forgotten when the server ends. This page acts as the owner, whoever is chosen above: over HTTP only
          the owner’s token may.
        </p>
        {problem !== undefined && (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        <Loading load={load} what="the faults">
          {({ state, operations }) => (
            <React.Fragment>
              <section className="fault-panel" aria-labelledby="fault-set">
                <h2 id="fault-set">Faults</h2>
                <FaultForm operations={operations} users={bootstrap.users} act={act} />
                <FaultTable faults={state.faults} act={act} />
              </section>
              <section className="fault-panel" aria-labelledby="fault-calls">
                <h2 id="fault-calls">Matched calls</h2>
                <CallTable calls={state.calls} />
              </section>
              <div className="fault-pair">
                <ClockPanel clock={state.clock} act={act} />
                <ThrottlingPanel rules={state.throttling} act={act} />
              </div>
            </React.Fragment>
          )}
        </Loading>
      </div>
    </div>
  );
}
