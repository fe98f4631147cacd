/** The findings of a project, and how many there were day by day. */
import { checkAlignment } from '../core/alignment/check-alignment';
import { judgeFindings } from '../core/alignment/dismissals';
import { countFindings } from '../core/alignment/finding-days';
import { keepFindingDay } from './finding-history';
import type { Ports } from './ports';
import { readAlignment } from './read-alignment';
import type { AlignmentFigures, Wanted } from './widget-app';

/** Of one model the findings of today alone: the days are counted for the whole project. Rejects with AccessError. */
export async function readAlignmentFigures(
  ports: Ports,
  projectId: string,
  wanted: Wanted,
): Promise<AlignmentFigures> {
  const { picture, opened, problems } = await readAlignment(ports, { projectId, sprint: undefined });
  const all = judgeFindings(checkAlignment(picture), picture).open;
  const own = wanted === undefined ? all : all.filter(({ subject }) => subject.model === wanted);
  const today = countFindings(all, ports.clock.now());
  // A count over models of which one could not be read would be a dent in the line that means nothing.
  const days = problems.length > 0 ? [today] : await keepFindingDay(ports, projectId, today);
  const models = opened
    .map(({ model: { info } }) => ({ id: info.id, name: info.name }))
    .filter(({ id }) => wanted === undefined || id === wanted);
  return { models, open: own, days: wanted === undefined ? days : [] };
}
