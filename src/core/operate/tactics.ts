/** The tactic under which Microsoft Sentinel lists a technique of MITRE ATT&CK; it refuses techniques without theirs. */
const tactics: Readonly<Record<string, string>> = {
  T1190: 'InitialAccess',
  T1078: 'InitialAccess',
  T1199: 'InitialAccess',
  T1195: 'InitialAccess',
  T1566: 'InitialAccess',
  T1059: 'Execution',
  T1204: 'Execution',
  T1136: 'Persistence',
  T1098: 'Persistence',
  T1505: 'Persistence',
  T1068: 'PrivilegeEscalation',
  T1548: 'PrivilegeEscalation',
  T1070: 'DefenseEvasion',
  T1562: 'DefenseEvasion',
  T1550: 'DefenseEvasion',
  T1110: 'CredentialAccess',
  T1539: 'CredentialAccess',
  T1552: 'CredentialAccess',
  T1555: 'CredentialAccess',
  T1528: 'CredentialAccess',
  T1557: 'CredentialAccess',
  T1046: 'Discovery',
  T1087: 'Discovery',
  T1580: 'Discovery',
  T1210: 'LateralMovement',
  T1530: 'Collection',
  T1213: 'Collection',
  T1119: 'Collection',
  T1041: 'Exfiltration',
  T1567: 'Exfiltration',
  T1048: 'Exfiltration',
  T1498: 'Impact',
  T1499: 'Impact',
  T1485: 'Impact',
  T1486: 'Impact',
  T1565: 'Impact',
  T1531: 'Impact',
  T1496: 'Impact',
  T1589: 'Reconnaissance',
  T1595: 'Reconnaissance',
  T1588: 'ResourceDevelopment',
  T1189: 'InitialAccess',
  T1072: 'Execution',
  T1525: 'Persistence',
  T1543: 'Persistence',
  T1554: 'Persistence',
  T1027: 'DefenseEvasion',
  T1222: 'DefenseEvasion',
  T1578: 'DefenseEvasion',
  T1610: 'DefenseEvasion',
  T1556: 'CredentialAccess',
  T1606: 'CredentialAccess',
  T1621: 'CredentialAccess',
  T1083: 'Discovery',
  T1090: 'CommandAndControl',
  T1489: 'Impact',
};

export interface Techniques {
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
}

/** Those of the ids whose tactic is known, sorted, each once. */
export function techniquesOf(ids: readonly string[]): Techniques {
  const known = [...new Set(ids)].filter((id) => tactics[id.slice(0, 5)] !== undefined).sort();
  return {
    tactics: [...new Set(known.flatMap((id) => tactics[id.slice(0, 5)] ?? []))].sort(),
    techniques: [...new Set(known.map((id) => id.slice(0, 5)))],
  };
}
