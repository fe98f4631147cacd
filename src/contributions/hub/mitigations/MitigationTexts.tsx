/** What a mitigation says and where it comes from, read and rewritten. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { rewriteKnownMitigation, textsFrom, whyEdited } from '../../../core/kb/own-texts';
import type { MitigationDraft } from '../../../core/model/edits/build';
import type { Mitigation } from '../../../core/model/mitigation';
import { Banner } from '../../../ui/Banner';
import { useActor } from '../comments/CommentsSection';
import { useHub } from '../hub-context';
import { ownMitigationWords } from '../knowledge/own-words';
import { OwnWordsList } from '../knowledge/OwnWordsList';
import { useModelView } from '../model-view';
import { WhyOwn } from '../knowledge/WhyOwn';
import { MitigationTextFields } from './MitigationTextFields';

function EditTexts({
  mitigation,
  draft,
  onDraft,
}: MitigationTextsProps & { readonly draft: MitigationDraft }): React.ReactElement {
  const { app } = useHub();
  const { session } = useModelView();
  const actor = useActor();
  const [why, setWhy] = React.useState(whyEdited(mitigation));
  const save = async () => {
    const { title, implement, verify } = draft;
    const texts = { title: title.trim(), implement: implement.trim(), verify: verify.trim() };
    const said = { by: await actor(), at: app.now(), why };
    session.apply(rewriteKnownMitigation(session.current.model, mitigation.id, texts, said));
    onDraft(undefined);
  };
  return (
    <section className="wo-section" aria-label="Edit the texts">
      <MitigationTextFields draft={draft} onChange={(texts) => onDraft(texts)} />
      <WhyOwn thing={mitigation} why={why} onChange={setWhy} />
      <div className="wo-buttons">
        <Button primary={true} text="Save" disabled={!draft.title.trim()} onClick={() => void save()} />
        <Button text="Cancel" onClick={() => onDraft(undefined)} />
      </div>
    </section>
  );
}

function OwnWords({ mitigation }: { readonly mitigation: Mitigation }): React.ReactElement | null {
  const { model } = useModelView();
  const words = ownMitigationWords(model, mitigation);
  if (words.length === 0) return null;
  return (
    <>
      <p>Changed in this model, and kept when the package is updated:</p>
      <OwnWordsList words={words} yours="elsewhere" />
    </>
  );
}

export interface MitigationTextsProps {
  readonly mitigation: Mitigation;
  /** What is being typed; undefined = nothing. */
  readonly draft: MitigationDraft | undefined;
  readonly onDraft: (draft: MitigationDraft | undefined) => void;
}

export function MitigationTexts(props: MitigationTextsProps): React.ReactElement {
  const { mitigation, draft, onDraft } = props;
  const { readOnly } = useModelView();
  if (draft) return <EditTexts {...props} draft={draft} />;
  const missing = <span className="wo-quiet">Not written yet.</span>;
  const from = textsFrom(mitigation);
  return (
    <section className="wo-section" aria-label="Texts">
      {mitigation.stale !== undefined && <Banner tone="warning">Stale: {mitigation.stale}</Banner>}
      <h3>How to implement</h3>
      <p className="wo-prose">{mitigation.implement || missing}</p>
      <h3>How to verify</h3>
      <p className="wo-prose">{mitigation.verify || missing}</p>
      {from !== undefined && <p className="wo-quiet">Comes from the knowledge base ({from}).</p>}
      <OwnWords mitigation={mitigation} />
      {!readOnly && <Button text="Edit texts" onClick={() => onDraft(mitigation)} />}
    </section>
  );
}
