/**
 * What the ids of other catalogues are called there, for those that the packages name. Written down by hand from the
 * catalogues (CWE 4.16, CAPEC 3.9, the enterprise matrix of ATT&CK 18), so that a wrong number is seen by whoever reads
 * it: an id that is not in these tables is none, withdrawn, or new here and to be looked up.
 */
export type Names<K extends string | number> = ReadonlyMap<K, string>;

const table = (text: string): readonly (readonly [string, string])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const at = line.trim().indexOf(' ');
      return [line.trim().slice(0, at), line.trim().slice(at + 1)] as const;
    });
const numbered = (text: string): Names<number> =>
  new Map(table(text).map(([id, name]) => [Number(id), name]));

/** cwe.mitre.org/data/definitions/N.html */
export const cwe = numbered(`
  20 Improper Input Validation
  22 Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')
  59 Improper Link Resolution Before File Access ('Link Following')
  73 External Control of File Name or Path
  74 Improper Neutralization of Special Elements in Output Used by a Downstream Component ('Injection')
  78 Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')
  79 Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')
  88 Improper Neutralization of Argument Delimiters in a Command ('Argument Injection')
  89 Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')
  93 Improper Neutralization of CRLF Sequences ('CRLF Injection')
  94 Improper Control of Generation of Code ('Code Injection')
  95 Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')
  116 Improper Encoding or Escaping of Output
  117 Improper Output Neutralization for Logs
  180 Incorrect Behavior Order: Validate Before Canonicalize
  200 Exposure of Sensitive Information to an Unauthorized Actor
  201 Insertion of Sensitive Information Into Sent Data
  202 Exposure of Sensitive Information Through Data Queries
  203 Observable Discrepancy
  204 Observable Response Discrepancy
  208 Observable Timing Discrepancy
  209 Generation of Error Message Containing Sensitive Information
  213 Exposure of Sensitive Information Due to Incompatible Policies
  215 Insertion of Sensitive Information Into Debugging Code
  223 Omission of Security-relevant Information
  250 Execution with Unnecessary Privileges
  256 Plaintext Storage of a Password
  262 Not Using Password Aging
  266 Incorrect Privilege Assignment
  269 Improper Privilege Management
  272 Least Privilege Violation
  276 Incorrect Default Permissions
  284 Improper Access Control
  285 Improper Authorization
  286 Incorrect User Management
  287 Improper Authentication
  288 Authentication Bypass Using an Alternate Path or Channel
  290 Authentication Bypass by Spoofing
  294 Authentication Bypass by Capture-replay
  295 Improper Certificate Validation
  297 Improper Validation of Certificate with Host Mismatch
  306 Missing Authentication for Critical Function
  307 Improper Restriction of Excessive Authentication Attempts
  308 Use of Single-factor Authentication
  311 Missing Encryption of Sensitive Data
  312 Cleartext Storage of Sensitive Information
  319 Cleartext Transmission of Sensitive Information
  324 Use of a Key Past its Expiration Date
  340 Generation of Predictable Numbers or Identifiers
  345 Insufficient Verification of Data Authenticity
  346 Origin Validation Error
  347 Improper Verification of Cryptographic Signature
  348 Use of Less Trusted Source
  349 Acceptance of Extraneous Untrusted Data With Trusted Data
  351 Insufficient Type Distinction
  352 Cross-Site Request Forgery (CSRF)
  353 Missing Support for Integrity Check
  354 Improper Validation of Integrity Check Value
  359 Exposure of Private Personal Information to an Unauthorized Actor
  362 Concurrent Execution using Shared Resource with Improper Synchronization ('Race Condition')
  367 Time-of-check Time-of-use (TOCTOU) Race Condition
  384 Session Fixation
  400 Uncontrolled Resource Consumption
  419 Unprotected Primary Channel
  425 Direct Request ('Forced Browsing')
  427 Uncontrolled Search Path Element
  434 Unrestricted Upload of File with Dangerous Type
  436 Interpretation Conflict
  441 Unintended Proxy or Intermediary ('Confused Deputy')
  444 Inconsistent Interpretation of HTTP Requests ('HTTP Request/Response Smuggling')
  451 User Interface (UI) Misrepresentation of Critical Information
  459 Incomplete Cleanup
  471 Modification of Assumed-Immutable Data (MAID)
  472 External Control of Assumed-Immutable Web Parameter
  488 Exposure of Data Element to Wrong Session
  489 Active Debug Code
  494 Download of Code Without Integrity Check
  497 Exposure of Sensitive System Information to an Unauthorized Control Sphere
  502 Deserialization of Untrusted Data
  506 Embedded Malicious Code
  521 Weak Password Requirements
  522 Insufficiently Protected Credentials
  524 Use of Cache Containing Sensitive Information
  525 Use of Web Browser Cache Containing Sensitive Information
  532 Insertion of Sensitive Information into Log File
  538 Insertion of Sensitive Information into Externally-Accessible File or Directory
  540 Inclusion of Sensitive Information in Source Code
  552 Files or Directories Accessible to External Parties
  565 Reliance on Cookies without Validation and Integrity Checking
  598 Use of GET Request Method With Sensitive Query Strings
  601 URL Redirection to Untrusted Site ('Open Redirect')
  602 Client-Side Enforcement of Server-Side Security
  611 Improper Restriction of XML External Entity Reference
  613 Insufficient Session Expiration
  614 Sensitive Cookie in HTTPS Session Without 'Secure' Attribute
  636 Not Failing Securely ('Failing Open')
  639 Authorization Bypass Through User-Controlled Key
  640 Weak Password Recovery Mechanism for Forgotten Password
  645 Overly Restrictive Account Lockout Mechanism
  647 Use of Non-Canonical URL Paths for Authorization Decisions
  653 Improper Isolation or Compartmentalization
  654 Reliance on a Single Factor in a Security Decision
  668 Exposure of Resource to Wrong Sphere
  672 Operation on a Resource after Expiration or Release
  674 Uncontrolled Recursion
  693 Protection Mechanism Failure
  732 Incorrect Permission Assignment for Critical Resource
  749 Exposed Dangerous Method or Function
  754 Improper Check for Unusual or Exceptional Conditions
  770 Allocation of Resources Without Limits or Throttling
  772 Missing Release of Resource after Effective Lifetime
  776 Improper Restriction of Recursive Entity References in DTDs ('XML Entity Expansion')
  778 Insufficient Logging
  798 Use of Hard-coded Credentials
  799 Improper Control of Interaction Frequency
  829 Inclusion of Functionality from Untrusted Control Sphere
  835 Loop with Unreachable Exit Condition ('Infinite Loop')
  837 Improper Enforcement of a Single, Unique Action
  841 Improper Enforcement of Behavioral Workflow
  862 Missing Authorization
  863 Incorrect Authorization
  915 Improperly Controlled Modification of Dynamically-Determined Object Attributes
  916 Use of Password Hash With Insufficient Computational Effort
  918 Server-Side Request Forgery (SSRF)
  922 Insecure Storage of Sensitive Information
  923 Improper Restriction of Communication Channel to Intended Endpoints
  942 Permissive Cross-domain Security Policy with Untrusted Domains
  943 Improper Neutralization of Special Elements in Data Query Logic
  1004 Sensitive Cookie Without 'HttpOnly' Flag
  1021 Improper Restriction of Rendered UI Layers or Frames
  1039 Inadequate Detection or Handling of Adversarial Input Perturbations in Automated Recognition Mechanism
  1059 Insufficient Technical Documentation
  1088 Synchronous Access of Remote Resource without Timeout
  1104 Use of Unmaintained Third Party Components
  1164 Irrelevant Code
  1188 Initialization of a Resource with an Insecure Default
  1236 Improper Neutralization of Formula Elements in a CSV File
  1336 Improper Neutralization of Special Elements Used in a Template Engine
  1357 Reliance on Insufficiently Trustworthy Component
  1385 Missing Origin Validation in WebSockets
  1390 Weak Authentication
  1395 Dependency on Vulnerable Third-Party Component
  1426 Improper Validation of Generative AI Output
  1427 Improper Neutralization of Input Used for LLM Prompting
`);

/** capec.mitre.org/data/definitions/N.html */
export const capec = numbered(`
  1 Accessing Functionality Not Properly Constrained by ACLs
  2 Inducing Account Lockout
  17 Using Malicious Files
  23 File Content Injection
  26 Leveraging Race Conditions
  29 Leveraging Time-of-Check and Time-of-Use (TOCTOU) Race Conditions
  33 HTTP Request Smuggling
  37 Retrieve Embedded Sensitive Data
  49 Password Brute Forcing
  50 Password Recovery Exploitation
  54 Query System for Information
  55 Rainbow Table Password Cracking
  60 Reusing Session IDs (aka Session Replay)
  61 Session Fixation
  62 Cross Site Request Forgery
  66 SQL Injection
  77 Manipulating User-Controlled Variables
  88 OS Command Injection
  93 Log Injection-Tampering-Forging
  94 Adversary in the Middle (AiTM)
  98 Phishing
  103 Clickjacking
  115 Authentication Bypass
  122 Privilege Abuse
  125 Flooding
  126 Path Traversal
  130 Excessive Allocation
  140 Bypassing of Intermediate Forms in Multiple-Form Sets
  141 Cache Poisoning
  150 Collect Data from Common Resource Locations
  151 Identity Spoofing
  157 Sniffing Attacks
  162 Manipulating Hidden Fields
  180 Exploiting Incorrectly Configured Access Control Security Levels
  191 Read Sensitive Constants Within an Executable
  194 Fake the Source of Data
  204 Lifting Sensitive Data Embedded in Cache
  221 Data Serialization External Entities Blowup
  233 Privilege Escalation
  242 Code Injection
  268 Audit Log Manipulation
  480 Escaping Virtualization
  488 HTTP Flood
  543 Counterfeit Websites
  545 Pull Data from System Resources
  554 Functionality Bypass
  555 Remote Services with Stolen Credentials
  560 Use of Known Domain Credentials
  575 Account Footprinting
  586 Object Injection
  592 Stored XSS
  593 Session Hijacking
  600 Credential Stuffing
  633 Token Impersonation
  650 Upload a Web Shell to a Web Server
  664 Server Side Request Forgery
`);

/** attack.mitre.org/techniques/T0000/000 of the enterprise matrix. */
export const attack: Names<string> = new Map(
  table(`
  T1021 Remote Services
  T1021.001 Remote Services: Remote Desktop Protocol
  T1027 Obfuscated Files or Information
  T1046 Network Service Discovery
  T1048 Exfiltration Over Alternative Protocol
  T1059 Command and Scripting Interpreter
  T1059.004 Command and Scripting Interpreter: Unix Shell
  T1059.007 Command and Scripting Interpreter: JavaScript
  T1068 Exploitation for Privilege Escalation
  T1070 Indicator Removal
  T1072 Software Deployment Tools
  T1078 Valid Accounts
  T1078.004 Valid Accounts: Cloud Accounts
  T1083 File and Directory Discovery
  T1090 Proxy
  T1098 Account Manipulation
  T1098.001 Account Manipulation: Additional Cloud Credentials
  T1098.003 Account Manipulation: Additional Cloud Roles
  T1110 Brute Force
  T1110.001 Brute Force: Password Guessing
  T1110.003 Brute Force: Password Spraying
  T1110.004 Brute Force: Credential Stuffing
  T1119 Automated Collection
  T1133 External Remote Services
  T1136 Create Account
  T1189 Drive-by Compromise
  T1190 Exploit Public-Facing Application
  T1195 Supply Chain Compromise
  T1195.001 Supply Chain Compromise: Compromise Software Dependencies and Development Tools
  T1195.002 Supply Chain Compromise: Compromise Software Supply Chain
  T1199 Trusted Relationship
  T1204.002 User Execution: Malicious File
  T1210 Exploitation of Remote Services
  T1213 Data from Information Repositories
  T1213.006 Data from Information Repositories: Databases
  T1222 File and Directory Permissions Modification
  T1485 Data Destruction
  T1486 Data Encrypted for Impact
  T1489 Service Stop
  T1490 Inhibit System Recovery
  T1496 Resource Hijacking
  T1496.003 Resource Hijacking: SMS Pumping
  T1498 Network Denial of Service
  T1499 Endpoint Denial of Service
  T1499.001 Endpoint Denial of Service: OS Exhaustion Flood
  T1499.003 Endpoint Denial of Service: Application Exhaustion Flood
  T1499.004 Endpoint Denial of Service: Application or System Exploitation
  T1505.003 Server Software Component: Web Shell
  T1525 Implant Internal Image
  T1528 Steal Application Access Token
  T1530 Data from Cloud Storage
  T1531 Account Access Removal
  T1537 Transfer Data to Cloud Account
  T1539 Steal Web Session Cookie
  T1548 Abuse Elevation Control Mechanism
  T1550.001 Use Alternate Authentication Material: Application Access Token
  T1550.004 Use Alternate Authentication Material: Web Session Cookie
  T1552 Unsecured Credentials
  T1552.001 Unsecured Credentials: Credentials In Files
  T1552.005 Unsecured Credentials: Cloud Instance Metadata API
  T1554 Compromise Host Software Binary
  T1555 Credentials from Password Stores
  T1555.006 Credentials from Password Stores: Cloud Secrets Management Stores
  T1556.009 Modify Authentication Process: Conditional Access Policies
  T1557 Adversary-in-the-Middle
  T1562 Impair Defenses
  T1562.001 Impair Defenses: Disable or Modify Tools
  T1562.007 Impair Defenses: Disable or Modify Cloud Firewall
  T1562.008 Impair Defenses: Disable or Modify Cloud Logs
  T1565 Data Manipulation
  T1565.001 Data Manipulation: Stored Data Manipulation
  T1565.002 Data Manipulation: Transmitted Data Manipulation
  T1566 Phishing
  T1566.002 Phishing: Spearphishing Link
  T1567 Exfiltration Over Web Service
  T1578 Modify Cloud Compute Infrastructure
  T1578.001 Modify Cloud Compute Infrastructure: Create Snapshot
  T1584.001 Compromise Infrastructure: Domains
  T1588.003 Obtain Capabilities: Code Signing Certificates
  T1588.004 Obtain Capabilities: Digital Certificates
  T1589 Gather Victim Identity Information
  T1595 Active Scanning
  T1595.002 Active Scanning: Vulnerability Scanning
  T1595.003 Active Scanning: Wordlist Scanning
  T1606 Forge Web Credentials
  T1610 Deploy Container
  T1611 Escape to Host
  T1613 Container and Resource Discovery
  T1619 Cloud Storage Object Discovery
  T1621 Multi-Factor Authentication Request Generation
`),
);

/** How many requirements each section of OWASP ASVS 5.0.0 has, by chapter; 345 in all (github.com/OWASP/ASVS, 5.0/docs_en). */
export const asvs5: readonly (readonly number[])[] = [
  [2, 10, 12, 3, 3],
  [3, 3, 5, 2],
  [1, 3, 5, 8, 8, 1, 5],
  [5, 5, 2, 4],
  [1, 6, 3, 3],
  [3, 12, 8, 6, 8, 4, 2, 4],
  [3, 4, 2, 5, 3, 2],
  [4, 4, 3, 2],
  [3, 4],
  [2, 3, 5, 16, 5, 2, 3],
  [4, 5, 5, 4, 2, 2, 2],
  [5, 2, 5],
  [4, 6, 4, 7],
  [2, 8, 3],
  [5, 5, 7, 4],
  [1, 5, 4, 3, 4],
  [2, 8, 2],
];

/** How many controls each domain of the Microsoft cloud security benchmark v1 has; 86 in all. */
export const mcsb: ReadonlyMap<string, number> = new Map(
  Object.entries({ NS: 10, IM: 9, PA: 8, DP: 8, AM: 5, LT: 7, IR: 7, PV: 7, ES: 3, BR: 4, DS: 7, GS: 11 }),
);

/** Lists of ten, or another number, of which the packages name entries. */
export const owaspLists =
  /^(?:A(?:0[1-9]|10):20(?:21|25)|API(?:[1-9]|10):2023|LLM(?:0[1-9]|10):2025|ASI(?:0[1-9]|10):2026|CICD-SEC-(?:[1-9]|10)|OAT-0(?:0[1-9]|1\d|2[01]))$/;
