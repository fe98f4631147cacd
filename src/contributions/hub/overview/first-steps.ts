/** The way from an empty model to Tasks in the backlog, and how far this model has come on it. Pure. */
import type { Model } from '../../../core/model/model';
import { counted } from '../../../ui/words';
import type { TabId } from '../tabs';

export interface FirstStep {
  readonly tab: TabId;
  readonly title: string;
  /** What to do there, or how far it is done. */
  readonly text: string;
  readonly state: 'done' | 'open';
  /** What the button of the step says when it is the next one. */
  readonly action: string;
}

/** Somebody decided about it: as a whole, for a type of place, or at one place. */
function decidedMitigations(model: Model): number {
  const atPlaces = new Set(
    [...model.treatment.values()].flatMap(({ status, mitigation }) => (status ? [mitigation] : [])),
  );
  return [...model.mitigation.values()].filter(
    ({ id, status, byType }) => status.kind !== 'open' || (byType?.length ?? 0) > 0 || atPlaces.has(id),
  ).length;
}

const state = (done: boolean): FirstStep['state'] => (done ? 'done' : 'open');

function drawing({ element, flow, info }: Model): FirstStep {
  const isDrawn = element.size > 0 && flow.size > 0;
  const parts = `${counted(element.size, 'element')} and ${counted(flow.size, 'data flow')}`;
  return {
    tab: 'diagram',
    title: info.imported ? 'Look at what was imported' : 'Draw the system',
    text: isDrawn
      ? `${parts}${info.imported ? ` from ${info.imported.file}` : ''}.`
      : 'The parts, the data that flows between them, and where trust ends. A file of another tool can be imported instead.',
    state: state(isDrawn),
    action: 'Draw',
  };
}

function questions({ question }: Model): FirstStep {
  const answered = [...question.values()].filter(({ answer }) => answer !== undefined).length;
  return {
    tab: 'questions',
    title: 'Answer questions',
    text:
      answered > 0
        ? `${counted(answered, 'question')} answered. Each answer makes threats certain or takes them away.`
        : 'What the drawing does not say: each answer makes threats certain or takes them away. What you do not know can be sent to somebody.',
    state: state(answered > 0),
    action: 'Answer',
  };
}

function finding({ threat, info }: Model): FirstStep {
  return {
    tab: 'knowledge',
    title: 'Let the knowledge base find threats',
    text:
      threat.size > 0
        ? `${counted(threat.size, 'threat')} in the model.`
        : 'It looks at the drawing, says what usually threatens such a system and why, and what helps. You see all of it before anything is changed.',
    state: state(threat.size > 0 || info.knowledge !== undefined),
    action: 'Find threats',
  };
}

function deciding(model: Model): FirstStep {
  const all = model.mitigation.size;
  const decided = decidedMitigations(model);
  return {
    tab: 'mitigations',
    title: 'Decide about mitigations',
    text:
      all > 0
        ? `${decided} of ${counted(all, 'mitigation')} decided: approve, reject with a reason, or say that it exists already.`
        : 'Approve what is worth doing, reject the rest with a reason, say what exists already.',
    state: state(all > 0 && decided === all),
    action: 'Decide',
  };
}

const backlog: FirstStep = {
  tab: 'sync',
  title: 'Put them into the backlog',
  text: 'Each approved mitigation becomes a Task under the story that it protects. The plan is shown before it is written.',
  state: 'open',
  action: 'Look at the plan',
};

/** Undefined once the first Task is there: then the model is at work, and needs no guide. O(treatments). */
export function firstSteps(model: Model): readonly FirstStep[] | undefined {
  if (model.info.notNeeded) return undefined;
  if ([...model.realisation.values()].some(({ workItem }) => workItem !== null)) return undefined;
  return [drawing(model), finding(model), questions(model), deciding(model), backlog];
}
