/** A story is linked to more than one threat (Figure 1, story 1): the paper leaves open whether that is right. */
import type { LiveLink } from '../../story-links';
import { defineRule } from '../../rule';
import { applyingLinks } from '../../story-links';
import { listed, quoted, storyWords } from '../../wording';

function byStory(links: readonly LiveLink[]): Iterable<readonly LiveLink[]> {
  const groups = new Map<number, LiveLink[]>();
  for (const link of links) {
    const group = groups.get(link.story.item.id);
    if (group) group.push(link);
    else groups.set(link.story.item.id, [link]);
  }
  return groups.values();
}

export default defineRule({
  id: 'story-with-several-threats',
  meta: {
    title: 'A story is linked to several threats',
    severity: 'suggestion',
    policy: 'oneThreatPerStory',
    readings: ['Should the story be split?', 'Is one of the links a mistake?'],
    messages: { several: '{story} is linked to {count} threats.' },
  },
  *check(picture) {
    for (const links of byStory(applyingLinks(picture))) {
      const threats = new Map(links.map(({ at, threat }) => [`${at.model.info.id} ${threat.id}`, threat]));
      const story = links[0]?.story.item;
      if (!story || threats.size < 2) continue;
      const titles = [...threats.values()].map(({ title }) => quoted(title));
      yield {
        messageId: 'several',
        subject: { story: story.id },
        words: { story: storyWords(story), count: threats.size },
        because: [`They are ${listed(titles)}.`, 'The policy asks for one threat per story.'],
      };
    }
  },
});
