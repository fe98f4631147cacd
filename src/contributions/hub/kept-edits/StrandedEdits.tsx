/** Edits of an earlier visit whose model does not open: kept until somebody takes them out or gives them up. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { exportFileName } from '../../../core/export/file-name';
import { editsFile } from './edit-shelf';
import { countEdits } from '../../../core/store/kept-edits';
import { Banner } from '../../../ui/Banner';
import { downloadText } from '../../../ui/hand-over';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';

export function StrandedEdits(): React.ReactElement {
  const { sessions } = useHub();
  const [stranded, setStranded] = React.useState(() => sessions.stranded());
  React.useEffect(() => sessions.subscribe(() => setStranded(sessions.stranded())), [sessions]);
  return (
    <>
      {stranded.map((each) => {
        const { name } = each.edits.info.mine;
        return (
          <Banner
            key={each.kept.key}
            tone="warning"
            actions={
              <>
                <Button
                  text="Download my edits"
                  ariaLabel={`Download my edits of “${name}”`}
                  onClick={() => downloadText(exportFileName(name, editsFile), each.kept.text)}
                />
                <Button
                  text="Discard"
                  ariaLabel={`Discard my edits of “${name}”`}
                  onClick={() => sessions.discard(each)}
                />
              </>
            }
          >
            {counted(countEdits(each.edits), 'edit')} of “{name}” from an earlier visit, kept in this browser,
            cannot be sent. {each.why}
          </Banner>
        );
      })}
    </>
  );
}
