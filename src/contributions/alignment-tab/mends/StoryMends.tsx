/** Mends for links between threats and stories: write the clause, accept or move a link, or take it away. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ModelPicture, StoryPicture } from '../../../core/alignment/picture';
import type { FoundClause } from '../../../core/clauses/clause';
import type { StoryLinkId } from '../../../core/model/ids';
import type { StoryLink } from '../../../core/model/mitigation';
import type { Threat } from '../../../core/model/threat';
import { StoryPicker } from '../../../ui/StoryPicker';
import { useReach } from '../../tab-parts/desk-context';
import { ClauseWords } from '../../tab-parts/Facts';
import { clauseAt } from '../../tab-parts/linked-clauses';
import { acceptWords, moveLink, moveToStory, unlink } from '../deeds';
import { useCandidates } from './candidates';
import { ClauseEditor } from './ClauseEditor';
import { ChoiceList, Reading } from './MendParts';
import type { MendProps } from './MendParts';

interface LinkFacts {
  readonly at: ModelPicture;
  readonly link: StoryLink;
  readonly threat: Threat;
  readonly story: StoryPicture | undefined;
}

/** What the finding's link is now; undefined when the picture has moved on. */
function useLinkFacts({ finding }: MendProps): LinkFacts | undefined {
  const { picture } = useReach();
  const { model, link: linkId } = finding.subject;
  const at = picture.models.find((each) => each.model.info.id === model);
  const link = linkId && at?.model.storyLink.get(linkId);
  const threat = link && at?.model.threat.get(link.threat);
  return at && link && threat ? { at, link, threat, story: picture.stories.get(link.story) } : undefined;
}

function UnlinkButton({ at, link, threat }: LinkFacts): React.ReactElement {
  const { desk, perform, busy } = useReach();
  const run = () =>
    perform(async () => ({
      message: `“${threat.title}” is no longer linked to #${link.story}.`,
      deed: unlink(desk, at.model.info.id, link.id),
    }));
  return (
    <Button
      text="Unlink"
      ariaLabel={`Unlink ${threat.title} from #${link.story}`}
      disabled={busy}
      onClick={() => void run()}
    />
  );
}

/** R43: the story says nothing, so either its words are missing or the link is wrong. */
export function LinkedStoryWithoutClause({ finding }: MendProps): React.ReactElement | null {
  const facts = useLinkFacts({ finding });
  if (!facts) return null;
  const { at, threat, link } = facts;
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <p>
          Write it into the description of #{link.story}. The words are a proposal; change them as you like.
        </p>
        <ClauseEditor at={at} threat={threat} story={link.story} link={link.id} />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <p>Then take the link away. Story and threat stay as they are.</p>
        <UnlinkButton {...facts} />
      </Reading>
    </>
  );
}

/** Other words stand where the linked ones stood. */
export function LinkedClauseReworded({ finding }: MendProps): React.ReactElement | null {
  const { desk, perform, busy } = useReach();
  const facts = useLinkFacts({ finding });
  const found = clauseAt(facts?.story, finding.subject.clause);
  if (!facts || !found) return null;
  const { at, link } = facts;
  const accept = () =>
    perform(async () => ({
      message: 'The new words are the clause from now on.',
      deed: acceptWords(desk, at.model.info.id, link.id, found),
    }));
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <p>
          <ClauseWords text={found.text} />
        </p>
        <Button primary={true} text="Accept the new words" disabled={busy} onClick={() => void accept()} />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <p>Then take the link away; the clause gets a threat of its own.</p>
        <UnlinkButton {...facts} />
      </Reading>
    </>
  );
}

function OtherClauses(props: {
  readonly at: ModelPicture;
  readonly link: StoryLinkId;
  readonly story: StoryPicture;
}) {
  const { app, desk, perform } = useReach();
  const { at, link, story } = props;
  const move = (clause: FoundClause) =>
    perform(async () => ({
      message: 'The link names this clause now.',
      deed: moveLink(desk, { model: at.model.info.id, link, story, clause }, app.newId),
    }));
  const rows = story.clauses.map((clause) => ({
    key: `${clause.field}/${clause.ordinal}`,
    label: <ClauseWords text={clause.text} />,
    spoken: clause.text,
    because: [],
    onChoose: () => void move(clause),
  }));
  return <ChoiceList verb="Link this clause" rows={rows} />;
}

/** The words that were linked stand nowhere any more. */
export function LinkedClauseGone({ finding }: MendProps): React.ReactElement | null {
  const facts = useLinkFacts({ finding });
  if (!facts?.story) return null;
  const { at, link, threat, story } = facts;
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <p>Write it again; what it said is not kept here, so the words are a proposal.</p>
        <ClauseEditor at={at} threat={threat} story={link.story} link={link.id} />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        {story.clauses.length > 0 && <OtherClauses at={at} link={link.id} story={story} />}
        <UnlinkButton {...facts} />
      </Reading>
    </>
  );
}

/** The story itself is gone, or cannot be seen. */
export function LinkedStoryGone({ finding }: MendProps): React.ReactElement | null {
  const { app, desk, perform } = useReach();
  const facts = useLinkFacts({ finding });
  const rows = useCandidates(finding, (chosen) => {
    if (chosen.kind !== 'threat') void move(chosen.story);
  });
  if (!facts) return null;
  const { at, link, threat } = facts;
  const move = (story: number) =>
    perform(async () => ({
      message: `“${threat.title}” is linked to #${story} now.`,
      deed: moveToStory(
        desk,
        { model: at.model.info.id, link: link.id, threat: threat.id, story },
        app.newId,
      ),
    }));
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <ChoiceList verb="Link" rows={rows} />
        <StoryPicker
          label="The story it went on in"
          find={app.findStories}
          onPick={({ id }) => void move(id)}
        />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <p>Then take the link away.</p>
        <UnlinkButton {...facts} />
      </Reading>
    </>
  );
}
