/** Work item types, their states, fields and categories as REST shows them. */
import type { Site } from '../../kernel/endpoint';
import type { Member } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { Links, Url } from '../../kernel/wire';
import type { Project } from '../../organisation/types';
import type { World } from '../../organisation/world';
import type { FieldDefinition } from '../../processes/field';
import { typeNamed, type Category, type WorkItemTypeDefinition } from '../../processes/process';
import { witUrl } from '../addresses';

/** @throws Problem 404 VS402323 for a type the process does not have. */
export function requireType(world: World, project: Project, name: string): WorkItemTypeDefinition {
  const type = typeNamed(world.process, name);
  if (type) return type;
  throw problem(
    404,
    'WorkItemTypeNotFoundException',
    `VS402323: Work item type ${name} does not exist in project ${project.name} or you do not have permission to access it.`,
  );
}

export function typeReference(site: Site, name: string): Record<string, unknown> {
  return { name, url: new Url(`${witUrl(site)}/workItemTypes/${encodeURIComponent(name)}`) };
}

/** Fields that say the same in another way, and so change together. */
const DEPENDENT: Readonly<Record<string, string>> = {
  'System.AreaId': 'System.AreaPath',
  'System.AreaPath': 'System.AreaId',
  'System.IterationId': 'System.IterationPath',
  'System.IterationPath': 'System.IterationId',
  'System.State': 'System.Reason',
};

/** A field of a type. What it allows and what depends on it is told to those alone who ask for it. */
export function typeFieldShape(
  type: WorkItemTypeDefinition,
  field: FieldDefinition,
  site: Site,
  expand: Member<'WorkItemTypeFieldsExpandLevel'> = 'none',
): Record<string, unknown> {
  const isRequired =
    ['System.Title', 'System.State', 'System.AreaId', 'System.IterationId'].includes(field.referenceName) ||
    type.required?.includes(field.referenceName) === true;
  const allowed =
    field.referenceName === 'System.State' ? type.states.map((state) => state.name) : field.allowedValues;
  const start = field.referenceName === 'System.State' ? type.states[0]?.name : undefined;
  return {
    defaultValue: start ?? type.defaults[field.referenceName]?.toString() ?? null,
    ...(expand === 'all' || expand === 'allowedValues' ? { allowedValues: allowed ?? [] } : {}),
    ...(expand === 'all' || expand === 'dependentFields'
      ? { dependentFields: dependentOn(type, field).map((one) => fieldReference(one, site)) }
      : {}),
    helpText: field.name,
    alwaysRequired: isRequired,
    ...fieldReference(field, site),
  };
}

function dependentOn(type: WorkItemTypeDefinition, field: FieldDefinition): readonly FieldDefinition[] {
  const name = DEPENDENT[field.referenceName];
  return type.fields.filter(({ referenceName }) => referenceName === name);
}

function fieldReference({ referenceName, name }: FieldDefinition, site: Site): Record<string, unknown> {
  return { referenceName, name, url: new Url(`${site.collectionUrl}/_apis/wit/fields/${referenceName}`) };
}

export function typeShape(type: WorkItemTypeDefinition, site: Site): Record<string, unknown> {
  const fields = type.fields.map((field) => typeFieldShape(type, field, site));
  return {
    name: type.name,
    referenceName: type.referenceName,
    description: type.description,
    color: type.color,
    icon: {
      id: type.icon,
      url: new Url(`${site.collectionUrl}/_apis/wit/workItemIcons/${type.icon}?color=${type.color}&v=2`),
    },
    isDisabled: type.isDisabled === true,
    xmlForm: '',
    fields,
    fieldInstances: fields,
    transitions: transitions(type),
    states: type.states,
    _links: new Links({ self: `${witUrl(site)}/workItemTypes/${encodeURIComponent(type.name)}` }),
    url: new Url(`${witUrl(site)}/workItemTypes/${encodeURIComponent(type.name)}`),
  };
}

/** Every state can be reached from every other; '' is an item not created yet. */
function transitions(type: WorkItemTypeDefinition): Record<string, unknown> {
  const names = type.states.map((state) => state.name);
  const to = (targets: readonly string[]): unknown => targets.map((name) => ({ to: name, actions: null }));
  return {
    ...Object.fromEntries(names.map((name) => [name, to(names)])),
    '': to(names.slice(0, 1)),
  };
}

export function categoryShape(category: Category, site: Site): Record<string, unknown> {
  return {
    name: category.name,
    referenceName: category.referenceName,
    defaultWorkItemType: typeReference(site, category.types[0] ?? ''),
    workItemTypes: category.types.map((name) => typeReference(site, name)),
    url: new Url(`${witUrl(site)}/workItemTypeCategories/${category.referenceName}`),
  };
}
