/** ms.vss-work-web.work-item-form: the open form, as IWorkItemFormService of the API describes it. */
import type { FieldDefinition, FieldRule } from '../rest/field-rules';
import type { Identity, Relation } from '../rest/work-item';
import { confirmRefresh, confirmReset } from '../views/work-item/confirm';
import { rawFieldValue, shownFieldValue, type WhichValue } from '../views/work-item/field-values';
import type { FormStore } from '../views/work-item/form-store';
import { service, type ServiceSurroundings } from '../xdm/service';

/** Old callers give the flag itself, new ones an object; one that is left out arrives as null. */
type Options = boolean | { readonly returnOriginalValue?: boolean } | null | undefined;

function which(options: Options): WhichValue {
  const original = typeof options === 'object' ? options?.returnOriginalValue : options;
  return original === true ? 'original' : 'unsaved';
}

const definitionOf = ({ definition }: FieldRule): FieldDefinition => definition;

/** Fields of the type among some names, for getDirtyFields. */
function definitions(form: FormStore, names: readonly string[]): FieldDefinition[] {
  return names.flatMap((name) => {
    const rule = form.source.rules.get(name.toLowerCase());
    return rule ? [rule.definition] : [];
  });
}

function reading(active: () => FormStore) {
  return {
    getId: async () => active().id,
    getRevision: async () => active().current().item.rev,
    getFields: async () => [...active().source.rules.values()].map(definitionOf),
    getFieldValue: async (name: string, options?: Options) => shownFieldValue(active(), name, which(options)),
    async getFieldValues(names: readonly string[], options?: Options) {
      const form = active();
      return Object.fromEntries(names.map((name) => [name, shownFieldValue(form, name, which(options))]));
    },
    isDirty: async () => active().isNew() || active().hasEdits(),
    isNew: async () => active().isNew(),
    isValid: async () => active().invalid().length === 0 && active().current().errors.size === 0,
    getInvalidFields: async () => active().invalid().map(definitionOf),
    async getDirtyFields() {
      const form = active();
      const { first } = form.source;
      const given = form.isNew() && first ? Object.keys(first.fields) : [];
      return definitions(form, [...new Set([...given, ...Object.keys(form.current().draft)])]);
    },
    getWorkItemRelations: async () =>
      active()
        .relations()
        .filter(({ rel }) => rel !== 'AttachedFile'),
  };
}

function writing(active: () => FormStore, speaker: string) {
  return {
    async setFieldValue(name: string, value: unknown) {
      return active().setFields({ [name]: value })[name] ?? false;
    },
    setFieldValues: async (values: Readonly<Record<string, unknown>>) => active().setFields(values),
    setError: async (message: string) => active().setError(speaker, message),
    clearError: async () => active().clearError(speaker),
    async save() {
      await active().save();
    },
    async beginSaveWorkItem(done?: (() => void) | null, failed?: ((problem: unknown) => void) | null) {
      await active()
        .save()
        .then(
          () => done?.(),
          (problem: unknown) => failed?.(problem),
        );
    },
    addWorkItemRelations: async (relations: readonly Relation[]) => active().addRelations(relations),
    removeWorkItemRelations: async (relations: readonly Relation[]) => active().removeRelations(relations),
  };
}

function asking({ shell }: ServiceSurroundings, active: () => FormStore) {
  function person(text: string): Identity | undefined {
    const { users, collectionUrl } = shell().bootstrap;
    const user = users.find((each) => each.uniqueName === text || each.displayName === text);
    if (!user) return undefined;
    const { id, descriptor, displayName, uniqueName } = user;
    const imageUrl = `${collectionUrl}/_apis/GraphProfile/MemberAvatars/${descriptor}`;
    return { id, descriptor, displayName, uniqueName, imageUrl } as Identity;
  }
  return {
    async getIdentityFieldValue(name: string, options?: Options) {
      const value = rawFieldValue(active(), name, which(options));
      return typeof value === 'string' ? person(value) : value;
    },
    async getAllowedFieldValues(name: string) {
      const { rules, paths } = active().source;
      if (/^system\.areapath$/i.test(name)) return paths.areas;
      if (/^system\.iterationpath$/i.test(name)) return paths.iterations;
      const rule = rules.get(name.toLowerCase());
      if (rule?.definition.isIdentity === true)
        return shell().bootstrap.users.map((user) => `${user.displayName} <${user.uniqueName}>`);
      return rule?.allowed ?? [];
    },
    refresh: () => confirmRefresh(shell().overlays, active()),
    reset: () => confirmReset(shell().overlays, active()),
    getWorkItemResourceUrl: async (id: number) =>
      `${shell().bootstrap.collectionUrl}/_apis/wit/workItems/${id}`,
    getWorkItemRelationTypes: () => shell().workItems.relationTypes(),
  };
}

export default service({
  id: 'ms.vss-work-web.work-item-form',
  create(surroundings) {
    const { form, placed } = surroundings;
    function active(): FormStore {
      const found = form();
      if (!found) throw new Error('There is no active work item: no work item form is open.');
      return found;
    }
    return {
      hasActiveWorkItem: async () => form() !== undefined,
      ...reading(active),
      ...writing(active, placed.contribution.fullId),
      ...asking(surroundings, active),
    };
  },
});
