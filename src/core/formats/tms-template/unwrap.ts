/** Lists of Newtonsoft's JSON: `{"$type": …, "$values": […]}`. The type is never followed. */
import type { Json } from '../json-value';
import { asObject, member } from '../json-value';

export function unwrapped(value: Json | undefined): Json | undefined {
  return asObject(value) && Object.hasOwn(asObject(value) ?? {}, '$values')
    ? member(value, '$values')
    : value;
}
