/** What would help most for its effort, the best first, against what the team can still do. */
import * as React from 'react';
import type { Pace } from '../../core/advice/pace';
import { hoursPerPoint, roomIn } from '../../core/advice/pace';
import type { SprintAdvice, Suggestion } from '../../core/advice/sprint-advice';
import type { Sprint } from '../../core/alignment/picture';
import { Pill } from '../../ui/Marks';
import { counted, points } from '../../ui/words';
import { BringButton } from '../tab-parts/advice/BringButton';
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
  return <p className="wo-quiet">{parts.join(' ')}</p>;
}

const fits = {
  fits: { tone: 'success', words: 'Fits' },
  'too-much': { tone: 'warning', words: 'Does not fit' },
  unknown: { tone: 'neutral', words: 'Room not known' },
} as const;

function Why({ one }: { readonly one: Suggestion }): React.ReactElement {
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

function Row({ one, sprint }: { readonly one: Suggestion; readonly sprint: Sprint }): React.ReactElement {
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
        <Why one={one} />
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
  const { suggestions, pace } = advice;
  if (suggestions.length === 0) return null;
  return (
    <section className="wo-card" aria-label="What would help most">
      <h2>What would help most</h2>
      <Room pace={pace} />
      <ol className="wo-suggestions">
        {suggestions.slice(0, most).map((one) => (
          <Row key={`${one.model}/${one.mitigation.id}`} one={one} sprint={sprint} />
        ))}
      </ol>
      {suggestions.length > most && (
        <p className="wo-quiet">{counted(suggestions.length - most, 'other')} with the stories below.</p>
      )}
    </section>
  );
}
