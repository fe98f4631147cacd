/** Plans of the sprint as data, and what carries them out: nothing is written before a person has seen the plan. */
import type { App } from '../../../app/app';
import type { Work } from '../../../core/advice/desk';
import type { Sprint } from '../../../core/alignment/picture';
import { postponedFindings } from '../../../core/advice/postponed';
import type { MitigationId, ModelId, ThreatId } from '../../../core/model/ids';
import { acceptRisk, dismissFinding } from '../../../core/model/edits/decide';
import { counted, sentenceOf } from '../../../ui/words';
import { bringTask, createTask } from '../bring';
import { together } from '../desk';
import type { AlignmentDesk, Deed } from '../desk';
import type { Done } from '../use-desk';
import { iterationName } from './words';

export interface BringPlan {
  readonly model: ModelId;
  readonly sprint: Sprint;
  /** The story under which Tasks go that do not protect another one here. */
  readonly story: number;
  readonly works: readonly Work[];
}

/** One sentence for each thing that is written. */
export function bringSentences({ works, sprint, story }: BringPlan): readonly string[] {
  return works.map(({ mitigation, standing }) =>
    standing.kind === 'elsewhere'
      ? `Task #${standing.task.id} “${standing.task.title}” moves from ${iterationName(standing.task.iterationPath)} into ${sprint.name}, under #${story}.`
      : `A new Task for “${mitigation.title}” in ${sprint.name}, under #${story}. Its mitigation counts as approved.`,
  );
}

/** One after the other; what was done before one fails stays, and the sentence says so. */
export async function bring(app: App, desk: AlignmentDesk, plan: BringPlan): Promise<Done> {
  const { works, sprint, story, model } = plan;
  const deeds: Deed[] = [];
  const said: string[] = [];
  for (const { mitigation, standing } of works) {
    try {
      const done =
        standing.kind === 'elsewhere'
          ? await bringTask(desk, { task: standing.task, sprint, story })
          : await createTask(app, desk, { model, mitigation, sprint, story });
      said.push(done.message);
      if (done.deed) deeds.push(done.deed);
    } catch (error) {
      if (said.length === 0) throw error;
      said.push(sentenceOf(error));
      break;
    }
  }
  // A Task that was made is not unmade, so Undo is offered only where it takes everything back.
  const isWhole = deeds.length === works.length && deeds.length > 0;
  return { message: said.join(' '), ...(isWhole ? { deed: together(deeds) } : {}) };
}

export interface Words {
  readonly by: string;
  readonly reason: string;
  /** A day, `2026-03-01`. */
  readonly until: string;
}

/** The last moment of a day that a person chose. */
const endOf = (day: string): string => `${day}T23:59:59.000Z`;

export function postpone(
  app: App,
  desk: AlignmentDesk,
  given: Words & { readonly model: ModelId; readonly mitigation: MitigationId; readonly story: number },
): Done {
  const { model: id, mitigation, story, by, reason, until } = given;
  const decision = { by, reason, at: app.now(), until: endOf(until) };
  const deeds = postponedFindings({ model: id, mitigation, story }).map((finding) =>
    desk.edit(id, dismissFinding(desk.sessionOf(id).current.model, finding, decision, app.newId)),
  );
  return { message: `Postponed until ${until}.`, deed: together(deeds) };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** What stands on the story, for everybody to read; the server records who wrote it. */
export function acceptanceText(words: Words, titles: readonly string[]): string {
  const threats = titles.map((title) => `“${title}”`).join(', ');
  return `Risk accepted by ${words.by} until ${words.until}: ${threats}. Reason: ${words.reason}`;
}

export async function accept(
  app: App,
  desk: AlignmentDesk,
  given: Words & {
    readonly model: ModelId;
    readonly threats: readonly { readonly id: ThreatId; readonly title: string }[];
    readonly story: number;
  },
): Promise<Done> {
  const { model, threats, story } = given;
  // Fails for a model that cannot be saved, before anything is written to the story.
  desk.sessionOf(model);
  const text = acceptanceText(
    given,
    threats.map(({ title }) => title),
  );
  const comment = await app.comment(story, `<p>${escaped(text)}</p>`);
  const edit = acceptRisk(
    threats.map(({ id }) => id),
    {
      by: given.by,
      reason: given.reason,
      at: app.now(),
      until: endOf(given.until),
      evidence: { workItem: story, comment },
    },
    app.newId,
  );
  const message = `The risk of ${counted(threats.length, 'threat')} is accepted until ${given.until}; #${story} says so.`;
  return { message, deed: desk.edit(model, edit) };
}
