/** What the current sprint of a team leaves open. */
import { countMissing, postponements, suggestionsOf } from '../core/advice/postponed';
import { adviseSprint } from '../core/advice/sprint-advice';
import type { Pace } from '../core/advice/pace';
import type { AlignmentPicture, Sprint } from '../core/alignment/picture';
import type { Ports } from './ports';
import { readAlignment } from './read-alignment';
import type { SprintFigures, Wanted } from './widget-app';

const oneDay = 24 * 60 * 60 * 1000;

/** The picture with the wanted model alone, where one is wanted. */
function picked(picture: AlignmentPicture, wanted: Wanted): AlignmentPicture {
  if (wanted === undefined) return picture;
  return { ...picture, models: picture.models.filter(({ model }) => model.info.id === wanted) };
}

function isCurrent({ start, finish }: Sprint, now: string): boolean {
  if (start === undefined || finish === undefined) return false;
  // The last day counts whole.
  return Date.parse(start) <= Date.parse(now) && Date.parse(now) < Date.parse(finish) + oneDay;
}

/** Rejects with AccessError. */
export async function readSprint(
  ports: Ports,
  projectId: string,
  given: { wanted: Wanted; team: string },
): Promise<SprintFigures> {
  const sprints = await ports.backlog.sprints(given.team);
  const sprint = sprints.find((each) => isCurrent(each, ports.clock.now()));
  if (!sprint) return { kind: 'none' };
  const [{ picture, opened }, pace] = await Promise.all([
    readAlignment(ports, { projectId, sprint }),
    ports.backlog.pace(given.team, sprint).catch((): Pace => ({})),
  ]);
  const models = opened
    .map(({ model: { info } }) => ({ id: info.id, name: info.name }))
    .filter(({ id }) => given.wanted === undefined || id === given.wanted);
  const wanted = picked(picture, given.wanted);
  const advice = adviseSprint(wanted, pace);
  const of = postponements(wanted);
  return {
    kind: 'sprint',
    sprint,
    models,
    advice,
    missing: countMissing(advice, of),
    suggestions: suggestionsOf(advice, of).open,
  };
}
