/** What became of the lessons that a project proposed. Two requests, and those of the knowledge. */
import { lessonFate } from '../core/kb/lesson-proposal';
import type { LessonFate, LessonProposal } from '../core/kb/lesson-proposal';
import type { IncidentId } from '../core/model/ids';
import type { Incident } from '../core/model/incident';
import { lessonId } from '../core/operate/lesson';
import { readLessons } from './lessons';
import type { KnowledgeSource, Ports } from './ports';

export interface KnownFate {
  readonly fate: LessonFate;
  readonly proposal: LessonProposal;
}
export type LessonFates = ReadonlyMap<IncidentId, KnownFate>;

/** Incidents whose lesson nobody proposed are not in it. */
export async function readLessonFates(
  ports: Pick<Ports, 'documents'>,
  given: { readonly incidents: readonly Incident[]; readonly knowledge: KnowledgeSource | undefined },
): Promise<LessonFates> {
  const { incidents, knowledge } = given;
  if (incidents.every(({ lesson }) => lesson === undefined)) return new Map();
  const { lessons } = await readLessons(ports);
  const byLesson = new Map(lessons.map((each) => [each.lesson, each]));
  const known = incidents.flatMap(({ id }) => {
    const found = byLesson.get(lessonId({ id }));
    return found ? [[id, found] as const] : [];
  });
  if (known.length === 0) return new Map();
  const packages = (await knowledge?.packages()) ?? [];
  return new Map(known.map(([id, proposal]) => [id, { fate: lessonFate(proposal, packages), proposal }]));
}
