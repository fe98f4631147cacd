/** A clause for a story: proposed words, to be edited, shown in the story before it is written, linked once it is. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ModelPicture } from '../../../core/alignment/picture';
import { clauseToWrite } from '../../../core/clauses/write-clause';
import { proposeThreatClause } from '../../../core/kb/propose-mitigations';
import type { StoryLinkId } from '../../../core/model/ids';
import type { Threat } from '../../../core/model/threat';
import { Field } from '../../../ui/Field';
import { SafeHtml } from '../../../ui/safe-html';
import { useLoad } from '../../hub/use-load';
import { useReach } from '../../tab-parts/desk-context';
import { readStory, withClause, wordsFor, writeAndLink } from '../deeds';

export interface ClauseEditorProps {
  readonly at: ModelPicture;
  readonly threat: Threat;
  readonly story: number;
  /** The link that gets the clause. */
  readonly link: StoryLinkId;
}

/** Markdown is shown as its source: what is written is what stands there. */
function Preview({ value, format }: { readonly value: string; readonly format: 'html' | 'markdown' }) {
  return (
    <div className="wo-clause-preview" role="group" aria-label="The description with the clause">
      {format === 'html' ? <SafeHtml html={value} /> : <pre className="wo-rich">{value}</pre>}
    </div>
  );
}

/** The WITHOUT sentence of the knowledge base; undefined while it is fetched, without one, and when it fails. */
function useTemplate(threat: Threat): string | undefined {
  const { app } = useReach();
  const [load] = useLoad(app.knowledge);
  return React.useMemo(
    () => (load.kind === 'loaded' ? proposeThreatClause(load.value, threat) : undefined),
    [load, threat],
  );
}

export function ClauseEditor({ at, threat, story: id, link }: ClauseEditorProps): React.ReactElement {
  const { app, desk, picture, perform, busy } = useReach();
  const [typed, setWords] = React.useState<string>();
  const template = useTemplate(threat);
  // The knowledge base may answer late: a proposal is replaced by a better one, never what somebody typed.
  const words = typed ?? wordsFor(at, threat, template);
  const [load, again] = useLoad(React.useCallback(() => readStory(app, id), [app, id]));
  const story = load.kind === 'loaded' ? load.value : undefined;
  // Preview and guard are of one revision: a newer one on the desk is read again.
  const isOld = story !== undefined && (picture.stories.get(id)?.item.rev ?? 0) > story.rev;
  React.useEffect(() => {
    if (isOld) again();
  }, [isOld, again]);
  const value = story && withClause(story, words);
  const error = clauseToWrite(words) === '' ? 'Say what must not happen.' : undefined;
  const write = async () => {
    if (!story) return;
    const model = at.model.info.id;
    const ended = await perform(() =>
      writeAndLink(desk, { story, words, model, threat: threat.id, link }, app.newId),
    );
    if (ended === 'failed') again();
  };
  return (
    <>
      <Field label="WITHOUT" value={words} onChange={setWords} error={error} maxLength={300} />
      {load.kind === 'failed' && <p className="wo-error-text">{load.reason}</p>}
      {story && value !== undefined && <Preview value={value} format={story.text.formats.description} />}
      <Button
        primary={true}
        text={`Write into #${id}`}
        disabled={busy || value === undefined}
        onClick={() => void write()}
      />
    </>
  );
}
