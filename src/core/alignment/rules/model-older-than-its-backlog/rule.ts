/** The backlog went on without the model: stories came after its last sign of work, and no threat is linked to them. */
import type { Model } from '../../../model/model';
import type { AlignmentPicture, StoryPicture } from '../../picture';
import { defineRule } from '../../rule';
import { covers } from '../../scope';
import { listed, quoted, storyWords } from '../../wording';

/** Fewer new stories than this are the ordinary course of a sprint. */
const fewest = 5;
/** As many are named; the others are counted. */
const named = 3;

/** ISO instant: the last time that the model says somebody worked on it. */
function lastWork({ info, threat, acceptance, timeEntry, question }: Model): string {
  const instants = [
    info.created,
    ...(info.reviewed === undefined ? [] : [info.reviewed]),
    ...(info.imported ? [info.imported.at] : []),
    ...[...threat.values()].flatMap(({ found }) => found ?? []),
    ...[...acceptance.values()].map(({ at }) => at),
    ...[...timeEntry.values()].map(({ at }) => at),
    ...[...question.values()].flatMap(({ answeredAt }) => answeredAt ?? []),
  ];
  return instants.reduce((last, each) => (Date.parse(each) > Date.parse(last) ? each : last));
}

function newStories({ stories }: AlignmentPicture, model: Model, since: string): readonly StoryPicture[] {
  const linked = new Set([...model.storyLink.values()].map(({ story }) => story));
  return [...stories.values()].filter(
    ({ item }) =>
      covers(model, item.areaPath) &&
      !linked.has(item.id) &&
      item.created !== undefined &&
      Date.parse(item.created) > Date.parse(since),
  );
}

export default defineRule({
  id: 'model-older-than-its-backlog',
  meta: {
    title: 'A threat model is older than the backlog that it covers',
    severity: 'suggestion',
    readings: ['Do the new stories bring new threats?', 'Does the model still say all there is to say?'],
    messages: { older: '{count} stories came after the last work on the threat model {model}.' },
  },
  *check(picture) {
    for (const { model } of picture.models) {
      const since = lastWork(model);
      const fresh = newStories(picture, model, since);
      if (fresh.length < fewest) continue;
      const first = fresh.slice(0, named).map(({ item }) => storyWords(item));
      yield {
        messageId: 'older',
        subject: { model: model.info.id },
        words: { count: fresh.length, model: quoted(model.info.name) },
        because: [
          `The last work on the model is of ${since.slice(0, 10)}.`,
          `No threat is linked to ${listed(first)}${fresh.length > named ? ' and others' : ''}.`,
        ],
      };
    }
  },
});
