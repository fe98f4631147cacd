/** The page of those who administer teams: flags on the cards of their boards, and the way out of the product. */
import './security-flags.css';
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { App } from '../../app/app';
import type { FlagsApp } from '../../app/flags/flags-app';
import { publicProject } from '../../app/flags/plan-flags';
import type { FlagsReading } from '../../app/flags/plan-flags';
import { taskboardByHand } from '../../core/flags/manual-steps';
import { Banner } from '../../ui/Banner';
import { dayOf } from '../../ui/day-of';
import { sentenceOf } from '../../ui/words';
import { TabFrame } from '../tab-parts/TabFrame';
import { FlagCards } from './FlagCards';
import { FlagsDialog } from './FlagsDialog';
import type { Wish } from './FlagsDialog';
import { ManualSteps } from './ManualSteps';
import { RemoveCard } from './RemoveCard';
import { lookWords } from './words';

type Load =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'loaded'; readonly flags: FlagsApp; readonly reading: FlagsReading };

function useReading(app: Pick<App, 'flags'>): readonly [Load, () => void] {
  const [load, setLoad] = React.useState<Load>({ kind: 'loading' });
  const [round, setRound] = React.useState(0);
  React.useEffect(() => {
    let current = true;
    const read = async () => {
      const flags = await app.flags();
      return { flags, reading: await flags.read() };
    };
    read().then(
      (loaded) => current && setLoad({ kind: 'loaded', ...loaded }),
      (error: unknown) => current && setLoad({ kind: 'failed', reason: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [app, round]);
  return [load, React.useCallback(() => setRound((before) => before + 1), [])];
}

function TeamRow(props: {
  readonly team: FlagsReading['teams'][number];
  readonly isPublic: boolean;
  readonly onWish: (wish: Wish) => void;
}): React.ReactElement {
  const { team, isPublic, onWish } = props;
  const { state } = team;
  const look = state?.look ?? 'none';
  return (
    <tr>
      <th scope="row">{team.name}</th>
      <td>
        {lookWords[look]}
        {state && (
          <div className="wo-quiet">
            since {dayOf(state.at)}
            {state.by && `, by ${state.by.name}`}
          </div>
        )}
      </td>
      <td className="wo-flag-actions">
        {!isPublic && (
          <Button
            text={look === 'none' ? 'Switch on…' : 'Change…'}
            ariaLabel={`${look === 'none' ? 'Switch on' : 'Change'}: ${team.name}`}
            onClick={() => onWish({ kind: 'on', team })}
          />
        )}
        {look !== 'none' && (
          <Button
            text="Switch off…"
            ariaLabel={`Switch off: ${team.name}`}
            onClick={() => onWish({ kind: 'off', team })}
          />
        )}
      </td>
    </tr>
  );
}

function Teams({
  reading,
  onWish,
}: {
  readonly reading: FlagsReading;
  readonly onWish: (wish: Wish) => void;
}) {
  const isPublic = reading.visibility === 'public';
  const isOn = reading.teams.some(({ state }) => state && state.look !== 'none');
  return (
    <section className="wo-card" aria-labelledby="wo-teams">
      <div className="wo-card-head">
        <h2 id="wo-teams">Teams</h2>
        <span className="wo-head-actions">
          {reading.last && <Button text="Undo the last run…" onClick={() => onWish({ kind: 'undo' })} />}
          {isOn && !isPublic && (
            <Button primary={true} text="Bring up to date…" onClick={() => onWish({ kind: 'update' })} />
          )}
        </span>
      </div>
      <p className="wo-quiet">
        An administrator of the team switches them on, for the work items in its areas. Everybody who may
        change work items can bring them up to date. The number of cards is shown first.
      </p>
      <table className="wo-team-table">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">Flags</th>
            <th scope="col">
              <span className="wo-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {reading.teams.map((team) => (
            <TeamRow key={team.id} team={team} isPublic={isPublic} onWish={onWish} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Loaded(props: {
  readonly flags: FlagsApp;
  readonly reading: FlagsReading;
  readonly again: () => void;
}): React.ReactElement {
  const { flags, reading, again } = props;
  const [wish, setWish] = React.useState<Wish | undefined>(undefined);
  const team = wish && 'team' in wish ? wish.team.id : undefined;
  const lookOf = (id: string | undefined) => reading.teams.find((each) => each.id === id)?.state?.look;
  return (
    <>
      {reading.visibility === 'public' && <Banner tone="warning">{publicProject}</Banner>}
      <section className="wo-card" aria-labelledby="wo-legend">
        <h2 id="wo-legend">What they say</h2>
        <FlagCards look="cards" />
        <p className="wo-quiet">
          A card carries at most one. They say what planning has to do, never what is wrong: everybody who may
          see the board sees them.
        </p>
      </section>
      <Teams reading={reading} onWish={setWish} />
      <ManualSteps steps={taskboardByHand} />
      <RemoveCard flags={flags} onRemoved={again} />
      {wish && (
        <FlagsDialog
          flags={flags}
          wish={wish}
          look={lookOf(team) ?? 'tags'}
          onClose={() => {
            setWish(undefined);
            again();
          }}
        />
      )}
    </>
  );
}

export function SecurityFlags({ app }: { readonly app: Pick<App, 'flags'> }): React.ReactElement {
  const [load, again] = useReading(app);
  return (
    <TabFrame>
      <div className="wo-flags">
        <h1>Security flags</h1>
        <p className="wo-lead">
          Tags on the cards of a board that show where security asks for something in planning, and where it
          is settled.
        </p>
        {load.kind === 'loading' && <p role="status">Reading the teams of the project…</p>}
        {load.kind === 'failed' && (
          <Banner tone="error" actions={<Button text="Retry" onClick={again} />}>
            {load.reason}
          </Banner>
        )}
        {load.kind === 'loaded' && <Loaded {...load} again={again} />}
      </div>
    </TabFrame>
  );
}
