/** What would help most for its effort, the best first, against what the team can still do. */
import * as React from 'react';
import type { Pace } from '../../core/advice/pace';
import { hoursPerPoint, roomIn } from '../../core/advice/pace';
import { postponements, suggestionsOf } from '../../core/advice/postponed';
import type { SprintAdvice, Suggestion } from '../../core/advice/sprint-advice';
import type { Sprint } from '../../core/alignment/picture';
import { Pill } from '../../ui/Marks';
import { Why } from '../../ui/Why';
import { counted, points } from '../../ui/words';
import { useReach } from '../tab-parts/desk-context';
import { BringButton } from '../tab-parts/advice/BringButton';
import { WhyGain } from '../tab-parts/advice/WhyGain';
import { effortWords } from '../tab-parts/advice/words';

function Room({ pace }: { readonly pace: Pace }): React.ReactElement {
  const { hours, points: storyPoints } = roomIn(pace);
  const rate = hoursPerPoint(pace);
  const parts = [
    hours === undefined
      ? 'Nobody entered the team’s capacity for this sprint.'
      : `The team has ${points(pace.capacity ?? 0)} h, ${points(pace.planned ?? 0)} h are planned: ${
          hours >= 0 ? `${points(hours)} h are free` : `${points(-hours)} h too many`
        }.`,
    storyPoints === undefined
      ? 'There is no velocity yet.'
      : `It finishes ${points(pace.velocity ?? 0)} story points a sprint, ${points(pace.plannedPoints ?? 0)} are planned.`,
    ...(rate === undefined ? [] : [`A story point takes about ${points(rate)} h.`]),
  ];
  return (
    <>
      <p className="wo-quiet">{parts.join(' ')}</p>
      <Why of="What the team can do">
        {() => (
          <ul className="wo-why-rules">
            <li>
              Capacity: what each person of the team can work a day, times the working days of the sprint,
              without the days off. People enter both in the sprint’s tab “Capacity”.
            </li>
            <li>Planned hours: the remaining work of the Tasks in the sprint that are not done.</li>
            <li>
              Velocity: what the last three sprints finished, on average. Planned points: the estimates of the
              stories in the sprint.
            </li>
            {rate !== undefined && (
              <li>
                Hours for a story point: {points(pace.capacity ?? 0)} h ÷ {points(pace.velocity ?? 0)} points
                = {points(rate)} h. By that an estimate in points is turned into hours.
              </li>
            )}
          </ul>
        )}
      </Why>
    </>
  );
}

const fits = {
  fits: { tone: 'success', words: 'Fits' },
  'too-much': { tone: 'warning', words: 'Does not fit' },
  unknown: { tone: 'neutral', words: 'Room not known' },
} as const;

/** How its place in the ranking comes about. */
function rankWords({ assumed, effort, removes, rate }: Suggestion): string {
  if (assumed || effort.kind === 'unknown')
    return 'Nobody estimated its effort, so it is ranked as if it took the middle of what the others take.';
  const amount =
    effort.kind === 'points' ? counted(effort.points, 'story point') : `${points(effort.hours)} h`;
  return `Ranked by what it takes away for its effort: ${points(removes)} points ÷ ${amount} = ${points(rate)}.`;
}

function Facts({ one }: { readonly one: Suggestion }): React.ReactElement {
  const unit = one.effort.kind === 'points' ? 'story point' : 'hour';
  return (
    <div className="wo-quiet">
      {effortWords(one.effort)} ·{' '}
      {one.assumed ? 'ranked as if it took what the others take' : `${points(one.rate)} points per ${unit}`} ·
      for {one.stories.map((id) => `#${id}`).join(', ')}
      {one.missing.length > 1 && <> · {counted(one.missing.length, 'piece')} of work</>}
    </div>
  );
}

interface RowProps {
  readonly one: Suggestion;
  readonly sprint: Sprint;
  /** `model/threat` of the planned stories. */
  readonly planned: ReadonlySet<string>;
}

function Row({ one, sprint, planned }: RowProps): React.ReactElement {
  const { tone, words } = fits[one.fit];
  const [story] = one.stories;
  return (
    <li className="wo-help-line">
      <div className="wo-help-text">
        <div className="wo-help-title">
          {one.mitigation.title} <Pill tone={tone}>{words}</Pill>
        </div>
        <div className="wo-help-points">
          <strong>−{points(one.removes)} points</strong>{' '}
          <span className="wo-quiet">of the planned stories</span>
        </div>
        <Facts one={one} />
        <WhyGain
          of={one.mitigation.title}
          model={one.model}
          gains={one.gains}
          counts={(id) => planned.has(`${one.model}/${id}`)}
          also={[rankWords(one)]}
        />
      </div>
      {story !== undefined && (
        <BringButton
          model={one.model}
          mitigation={one.mitigation}
          missing={one.missing}
          story={story}
          sprint={sprint}
        />
      )}
    </li>
  );
}

/** As many as one reads in a planning; the stories below have all. */
const most = 5;

export function Suggestions({ advice, sprint }: { readonly advice: SprintAdvice; readonly sprint: Sprint }) {
  const { picture } = useReach();
  const { pace, totals } = advice;
  const { open: suggestions, postponed } = suggestionsOf(advice, postponements(picture));
  const planned = new Set(totals.threats.map(({ model, threat }) => `${model}/${threat.id}`));
  if (suggestions.length === 0 && postponed.length === 0) return null;
  return (
    <section className="wo-card" aria-label="What would help most">
      <h2>What would help most</h2>
      <Room pace={pace} />
      <ol className="wo-suggestions">
        {suggestions.slice(0, most).map((one) => (
          <Row key={`${one.model}/${one.mitigation.id}`} one={one} sprint={sprint} planned={planned} />
        ))}
      </ol>
      {suggestions.length > most && (
        <p className="wo-quiet">{counted(suggestions.length - most, 'other')} with the stories below.</p>
      )}
      {postponed.length > 0 && (
        <p className="wo-quiet">
          Postponed, with the stories below:{' '}
          {postponed.map(({ mitigation }) => `“${mitigation.title}”`).join(', ')}.
        </p>
      )}
    </section>
  );
}
