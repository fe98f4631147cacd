/** The steps of an import: choose a file, read it, look at what it holds, save. A refused file changes nothing. */
import * as React from 'react';
import type { Model, NotTaken } from '../../../core/model/model';
import { countEdits, modelOfEdits } from '../../../core/store/kept-edits';
import { counted, sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';

export type ImportStep =
  | { readonly kind: 'choosing'; readonly refused?: { readonly file: string; readonly reason: string } }
  | { readonly kind: 'reading'; readonly file: string }
  | {
      readonly kind: 'preview';
      readonly model: Model;
      readonly notTaken: readonly NotTaken[];
      readonly problem?: string;
    }
  | { readonly kind: 'saving'; readonly model: Model; readonly notTaken: readonly NotTaken[] };

/** The file's bytes. FileReader, because older engines that Azure DevOps still serves lack File.arrayBuffer. */
function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      reader.result instanceof ArrayBuffer || typeof reader.result === 'object'
        ? resolve(new Uint8Array(reader.result ?? new ArrayBuffer(0)))
        : reject(new Error('This file could not be read.'));
    reader.onerror = () => reject(new Error('This file could not be read from your disk.'));
    reader.readAsArrayBuffer(file);
  });
}

/** Lets the browser draw "Reading…" before the parser, which is synchronous, takes the thread. */
const nextFrame = () => new Promise((resolve) => setTimeout(resolve, 30));

export function useImport(onMade: (id: string) => void) {
  const { app, sessions, navigation } = useHub();
  // A new function at every drawing is no reason to read the file again.
  const made = React.useRef(onMade);
  made.current = onMade;
  const [step, setStep] = React.useState<ImportStep>({ kind: 'choosing' });
  const read = React.useCallback(
    async (file: File) => {
      setStep({ kind: 'reading', file: file.name });
      const refuse = (reason: string) => setStep({ kind: 'choosing', refused: { file: file.name, reason } });
      try {
        const bytes = await bytesOf(file);
        await nextFrame();
        const edits = await app.readEdits(bytes);
        if (edits) {
          await sessions.putEdits(edits);
          navigation.toast(`${counted(countEdits(edits), 'edit')} of “${edits.info.mine.name}” came back.`);
          return made.current(modelOfEdits(edits));
        }
        const result = await app.readFile(file.name, bytes);
        if (result.kind === 'refused') refuse(result.reason);
        else setStep({ kind: 'preview', model: result.model, notTaken: result.notTaken });
      } catch (error) {
        refuse(sentenceOf(error));
      }
    },
    [app, sessions, navigation],
  );
  const save = async (name: string) => {
    if (step.kind !== 'preview') return;
    const { model, notTaken } = step;
    setStep({ kind: 'saving', model, notTaken });
    try {
      // The model keeps its id over retries, so a second try completes what the first began.
      const opened = await app.createModel({ ...model, info: { ...model.info, name } });
      onMade(opened.model.info.id);
    } catch (error) {
      setStep({ kind: 'preview', model, notTaken, problem: sentenceOf(error) });
    }
  };
  /** Back to the choice; nothing of the last file stays. */
  const again = () => setStep({ kind: 'choosing' });
  return { step, read, save, again };
}
