/** `DevOps.ServiceManager`: hands services to one extension page, and refuses unknown ones so that nobody overlooks it. */
import type { ServiceDefinition, ServiceSurroundings } from './service';
import { tellDeveloper } from './tell-developer';

/** Answers getService for one page. The same object is given for the same id, as on the original. */
export function serviceDirectory(
  definitions: readonly ServiceDefinition[],
  surroundings: ServiceSurroundings,
) {
  const made = new Map<string, object>();
  return {
    /** @throws Error naming the id and the file to write when no such service exists. */
    getService(id: string): object {
      const known = made.get(id);
      if (known) return known;
      const definition = definitions.find((each) => each.id === id);
      if (!definition) {
        const problem = `Service "${id}" does not exist in the local Azure DevOps: create src/host/shell/services/<name>.ts`;
        tellDeveloper(problem);
        throw new Error(problem);
      }
      const service = definition.create(surroundings);
      made.set(id, service);
      return service;
    },
  };
}
