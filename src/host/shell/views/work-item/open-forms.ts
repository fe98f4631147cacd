/** The forms that are open, so that pages outside of any form find the one a person looks at: the last one opened. */
import type { FormStore } from './form-store';

export interface FormPlace {
  show(form: FormStore): void;
  leave(): void;
}

export interface OpenForms {
  current(): FormStore | undefined;
  onChanged(listener: () => void): () => void;
  /** A place on top of the others, whose form may be replaced without uncovering those below. */
  enter(): FormPlace;
}

export function openForms(): OpenForms {
  const places: { form: FormStore | undefined }[] = [];
  const listeners = new Set<() => void>();
  const announce = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    current: () => [...places].reverse().find(({ form }) => form !== undefined)?.form,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter() {
      const place: { form: FormStore | undefined } = { form: undefined };
      places.push(place);
      return {
        show(form) {
          place.form = form;
          announce();
        },
        leave() {
          places.splice(places.indexOf(place), 1);
          announce();
        },
      };
    },
  };
}
