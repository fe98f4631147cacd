/** The categories of STRIDE as other tools write them. */
import type { StrideCategory } from '../model/threat';

const words: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'Spoofing',
  tampering: 'Tampering',
  repudiation: 'Repudiation',
  'information-disclosure': 'Information disclosure',
  'denial-of-service': 'Denial of service',
  'elevation-of-privilege': 'Elevation of privilege',
};
export const strideWord = (category: StrideCategory): string => words[category];
