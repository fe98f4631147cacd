/** The shape of a host service that extension pages get by SDK.getService: one file each in services/. */
import type { PlacedContribution } from '../page/contributions';
import type { Shell } from '../page/shell';
import type { FormStore } from '../views/work-item/form-store';

export interface ServiceSurroundings {
  /** The shell as it is now: ask each time, since person and theme change while a page stays open. */
  readonly shell: () => Shell;
  /** The contribution whose page asked for the service. */
  readonly placed: PlacedContribution;
  /** The form that the page is part of, else the one that lies on top; undefined where none is open. */
  readonly form: () => FormStore | undefined;
  /** Registers what must end when that page goes away. */
  readonly onRelease: (release: () => void) => void;
}

export interface ServiceDefinition {
  readonly id: string;
  /** Makes the object whose functions the page may call. Properties that are no functions travel as copies. */
  readonly create: (surroundings: ServiceSurroundings) => object;
}

export function service(definition: ServiceDefinition): ServiceDefinition {
  return definition;
}
