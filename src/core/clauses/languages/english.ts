/** English: WITHOUT. */
import type { LanguageData } from './language-data';

export const english: LanguageData = {
  language: 'en',
  keyword: 'WITHOUT',
  ambiguous: 'no',
  functionWords:
    'the of to and is are be my i want so that can with from this which as by for on it when should must ' +
    'their our your we if then user given not have has its all into each per follow against',
  mentionBefore: 'the a an no every word keyword clause clauses term called named not never our',
  mentionAfter:
    /^\s*(?:in (?:capitals?|capital letters|caps|upper ?case|lower ?case|small letters|bold|italics)\b|[-\s]?clauses?\b|statements?\b|keywords?\b|borders\b|extension\b|syntax\b|sections?\b|template\b|pattern\b|warrant(?:y|ies) of\b|limitation,|prejudice\b|(?:this|that|it|these|those|them|which)(?:\s+to\b|\s*(?:$|[.,;!?)])))/iu,
  withOr: /\bwith\s*(?:and|or|\/|and\/or)\s*$/iu,
  conjunctions: 'and or nor but and/or also',
  storyGoesOn:
    /,\s+(?:and (?:i|we) (?:want|need|would like|wish)\b|so (?:that )?(?:i|we)\b|because (?:i|we)\b|so that\b|in order (?:to|that)\b|i (?:want|would like|need)\b)/iu,
  storySentence: /^as an? .*\b(?:i|we) (?:want|would like|need|can|wish)\b/iu,
  templateOpening: /^(?:as an?|i (?:want|need|would like)|so that|in order to|given|when|then)(?!\p{L})/iu,
  purposeLine: /^(?:so that|so (?:i|we) (?:can|do|don)|in order (?:to|that))(?!\p{L})/iu,
  forbidsWithout:
    /\b(?:cannot|can['’]t|(?:can|must|may|shall|should|will) (?:not|never)|(?:must|should|won)n?['’]t|(?:nobody|no one|no \p{L}+) (?:can|may|must|should))(?: \p{L}+){0,3} $/iu,
  abbreviations:
    'e.g i.e eg ie vs approx no nr st dr mr mrs ms prof fig sec cf resp incl excl est dept chap ch para app',
  outcome: {
    harmless: new RegExp(
      '^(?:(?:any|a|an|the|further|too much|much|undue|unnecessary)\\s+)*(?:' +
        'delays?|javascript|accounts?|issues?|problems?|hassle|efforts?|errors?|warnings?|exceptions?|limits?|' +
        'charge|costs?|downtime|registration|registering|training|ado|interruptions?|scrolling|reloading|refreshing|' +
        'leaving (?!my|our|any|personal)|opening (?!(?:\\p{L}+ ){1,4}(?:to|for) (?:attackers|hackers|intruders|anyone|strangers))|clicking|waiting|logging (?:in|out)|signing (?:in|up|out)|restarting|typing|re-?entering|' +
        'using (?!real|actual|live|production)|(?:talking|speaking|writing) to|queu\\p{L}+|duplicates?|needing|changing|installing|calling|visiting|asking|downloading|creating|permissions?|authori[sz]ation|' +
        'consent|approval|internet|network|connection|encryption|authentication|password|vat|tax(?:es)?|doubt|' +
        'having to (?!worry|fear|(?:give|hand|tell|share|send|show|reveal|disclose|surrender)(?: \\p{L}+){0,3} (?:my|our)(?!\\p{L}))|being (?:asked|prompted|forced|redirected|required|logged (?:in|out)|signed|charged extra)|' +
        'memory leaks?|(?:dependency|property) injection|(?:virus|malware|fraud|spam|security|identity|background|id) (?:scan|check|filter|detection|review|software|protection|verification)\\p{L}*|leaking memory|tracking (?:numbers?|codes?|ids?|links?)|losing (?:focus|context|quality|track|time|momentum)|losing (?:(?:my|your|their|the|any) )?(?:place|position|drafts?|sort\\p{L}*|filters?|selections?|scroll|input|changes|progress|unsaved)|' +
        'loss of (?:quality|precision|generality|functionality|performance)|' +
        'compromising (?:on|performance|quality|usability|speed|readability))\\b',
      'iu',
    ),
    negatedBefore:
      /\b(?:cannot|can't|can not|must not|mustn't|may not|shall not|should not|never|no one|nobody|none of|no (?:user|person|employee|admin\w*)s?)\b/iu,
    strong:
      'stolen steal* theft leak* expos* disclos* intercept* eavesdrop* spoof* forged forging tamper* hijack* ' +
      'impersonat* phish* malware malicious spyware uninvited rogue ransomware sniff* unauthorised unauthorized ' +
      'breach* fraud* attacker* surveil* stalk* scammed spied spying misuse* abuse* abusing blackmail* robbed ' +
      'defrauded skimmed doxx* profiled overheard infect* circumvent* thief thieves burglar* intruder* impostor* ' +
      'imposter* scammer* criminal* trespasser* attack attacks attacked attacking repudiat* denying sabotag* ' +
      'saboteur* vandal* fake faked fakes fakery bogus counterfeit* unnoticed undetected secretly illegitimate* ' +
      'illegal* unlawful* bot bots botnet* virus viruses worm worms trojan* troll trolls spammer* spammed cheater* ' +
      'cheating crook* conman cybercrim* adversar* snoop* masquerad* posing deanonym* unmask* exfiltrat* exploit* ' +
      'escalat* brute backdoor* ddos dos injected injection injections poison* harass* bullied bullying bully ' +
      'bullies cyberbull* discriminat* deceiv* duped fooled tricked lured conned swindl* embezzl* launder* collud* ' +
      'plagiari* piracy pirat* fingerprinted geolocated violat* infring* snitch* ransom scalper* scam scams ' +
      'jeopard* endanger* misled mislead* pry prying nosy noncompliant illicit* ballot-stuffing tailgat* hoax* ' +
      'forger* malfeasance sybil replay replayed replays infiltrat* intrusion* overcharg* underage reprisal* ' +
      'retaliat* revenge accused suspected blackout* compromised groom* predator* shamed humiliat* ridicul* outed ' +
      'nudes hack* filmed false falsely',
    weak:
      'found emptied emptying lost lose losing loss read seen viewed accessed changed altered modified manipulated ' +
      'deleted shared sharing sold selling sent visible reveal* known used tracked guessed compromis* risk* fear* ' +
      'corrupt* destroy* overwrit* logged stored storing copied cloned published publishing passed passing linked ' +
      'identified obtained downloaded collected harvested charged drained denied fall falling handed traced billed ' +
      'leaving replayed recognis* recogniz* identifiable usable readable legible reachable accessible guessable ' +
      'findable appear* listed retained leaves surviv* weaken* undermin* bypass* disabl* forward* wiped wiping ' +
      'erased erasing damag* swap* substitut* replaced inject* insert* rigged mixed confus* merged monitor* spread ' +
      'spreads mined mining disappear* vanish* missing escap* spill* slip* traded trading monetis* monetiz* indexed ' +
      'crawled scraped photographed filmed intrud* misdirect* rerouted diverted diverting invalid* duplicat* ' +
      'doubled resold reused retriev* recover* reconstruct* restor* held hoard* broadcast* mishandl* mislaid ' +
      'misplaced falsely wrongly circulat* surfac* float* outlive* misuse linger* persist*',
    phrases:
      /(?:giv|hand|tell|shar|send|reveal|disclos|surrender)\p{L}* (?:\p{L}+ ){0,4}(?:my|our|his|her|their) (?:\p{L}+ )?(?:passwords?|pins?|keys?|secrets?|credentials)(?!\p{L})|(?:show|turn|pop|end|appear|surfac)\p{L}*ing (?:up )?(?:at|with|in|on|for|to) (?:another|others|someone|somebody|the wrong)(?!\p{L})|(?:gett|gain|hav|giv)ing (?:\p{L}+ ){0,2}access to (?:\p{L}+ ){0,3}(?:personal|private|confidential|medical|sensitive)(?!\p{L})|(?:invad|breach|intrud|disregard|ignor|harm|erod|undermin)\p{L}* (?:\p{L}+ ){0,4}privacy|(?:hand|giv|turn|sign)ing (?:over|up|away) (?:\p{L}+ ){0,2}(?:my|our) |(?:film|record|photograph|monitor)ing (?:the |my |our |any )?(?:street|pavement|sidewalk|neighbou?rs?|passers|people|faces|bystanders|public|guests|staff|employees|workers|children|kids|pupils)(?!\p{L})|(?:reveal|disclos|expos|notic|see|learn|know|giv|tell)ing (?:\p{L}+ ){0,2}(?:where|who|when) (?:i|we|they|he|she)(?!\p{L})|(?:collect|stor|keep|process|shar|retain)ing (?:\p{L}+ )?(?:personal|private|sensitive) (?:data|information|details)|wrong (?:account|recipient|customer|patient|address|family|inbox)s?(?!\p{L})|using (?:real|actual|live|production) (?:\p{L}+ )?(?:data|records|names|accounts|cards)|(?:hav|gett|gain|keep|grant|giv|leav)ing (?:\p{L}+ ){0,3}(?:admin\p{L}*|root|permanent|full|unrestricted|standing|excessive|many|more) (?:\p{L}+ )?(?:rights?|access|privileges?|permissions?)|denial of service|go(?:es|ing)? (?:down|offline|dark)(?!\p{L})|(?:brought|taken|knocked) (?:down|offline)(?!\p{L})|(?:bring|tak|knock)ing (?:the|our|my) (?:\p{L}+ )?(?:site|shop|store|servers?|services?|systems?|plant|network|app|platform|line) (?:down|offline)(?!\p{L})|(?:behind|against) (?:my|our|their|his|her) (?:back|will|wishes|knowledge)|(?:to|in) the (?:open|press|public|world|newspapers?)(?!\p{L})|pretend\p{L}* to be|(?:act|log|logg|sign|pos|appear)\p{L}* (?:in )?as (?:me|us|my|our|someone|somebody|another|a different)(?!\p{L})|at (?:my|our) expense|on my (?:account|card|bill|behalf)(?!\p{L})|more than (?:they|he|she|it|the \p{L}+) (?:should|needs?|ought|is allowed|are allowed|may)(?!\p{L})|not (?:supposed|meant|entitled|allowed|authori[sz]ed) to|no business|getting to (?:know|see|hear|read)|break\p{L}* the law|too (?:many|much) (?:rights?|access|privileges?|permissions?|power)|tak(?:e|es|en|ing) (?:\p{L}+ ){0,3}over(?!\p{L})|in (?:the clear|clear text|cleartext|plain ?text)|(?:^|my (?:\p{L}+ )?)being (?:identified|tracked|watched|followed|monitored|recorded|recognised|recognized|located|traced|geolocated|photographed|singled out|deceived|tricked|infected)|ending up (?:in|with|on)|wrong hands|back ?doors?|privacy (?:laws?|rights?)|traced back to|(?:gett|gain|hav)ing access to (?:\p{L}+ ){0,2}(?:his|her|their|s)(?!\p{L})|traces? of (?:me|my|us|our)(?!\p{L})|(?<!\p{L})real (?:people|customers?|users?|patients?|clients?|recipients?) (?:\p{L}+ ){0,2}(?:receiv|gett)ing|lying (?:about|around|open)|left (?:lying|behind|open) (?:in|on|at|for)|profil(?:e|es|ing) (?:of|on|about) (?:me|my|where|what|us|our|who)|keep(?:s|ing)? track of (?:me|my|where|us|our|who|what i)|giv(?:e|ing) (?:away|anyone)|in (?:my|our|his|her|their|somebody else s|someone else s) name(?!\p{L})|(?:still|stay\p{L}*|remain\p{L}*) valid|(?:led|lead\p{L}*|point\p{L}*) back to (?:me|us|my|our)|(?:names?|address(?:es)?|data|numbers?|passwords?) (?:of \p{L}+ )?in (?:it|them|the (?:logs?|url|address))(?!\p{L})|(?:cash|clon|spend|us|redeem|vot)\p{L}* (?:\p{L}+ ){0,2}(?:twice|again)|(?<!\p{L})(?:record|log|stor|track|keep|writ|sav)ing (?:down )?(?:who|whom|what i|where i)(?!\p{L})|(?:see|know|read|learn)ing (?:their|other people s|other users|the (?:password|pin|code|key))|^it (?:appear|show|end|land|turn)ing (?:up )?(?:in|on|at)(?!\p{L})|(?:by|for|to) (?:whoever|people outside|anyone)(?!\p{L})/u,
    byActors:
      'read reads reading see sees seeing view* access* chang* alter* modif* delet* know* learn* find* use uses ' +
      'using follow* listen* get gets getting gain* obtain* download* letting giv* pass* send* link* order* pay* ' +
      'identif* reach* enter* log logging copy* guess* cancel* book* watch* open* ending landing redeem* falling ' +
      'look* mov* coming cash* withdraw* spend* steer* control* unlock* edit* forward* publish* print* quot* ' +
      'manipulat* build* collect* keep* retain* combin* analys* analyz* infer* deduc* work* snatch* hoard* grab* ' +
      'scrap* snoop* peek* claim* join* eject* redirect* tell* hear* overhear* do doing duplicat* reus* carry* ' +
      'borrow* pretend* prov* try* tries creat* repeat* deny* repudiat* swap* replac* spread* crawl* bypass* skip* ' +
      'break* brok* wip* eras* bring* knock* flood* overload* crash* stop* block* slow* shut* disabl* turn* switch* ' +
      'trac* locat* photograph* film* recogn* monitor* surveil* exploit* tap* replay* reset* transfer* drain* ' +
      'empty* rig* cheat* scam* trick* pressur* blackmail* harass* stalk* inject* insert* upload* install* impers* ' +
      'vot* bid* submit* fak* invent* releas* resell* sell* trad* exfiltrat* export* screenshot* smuggl* slip* ' +
      'sneak* pos* act* buy* rent* charg* dial* phon* text* contact* mail* spam* piec* mak* put* set* rais* lower* ' +
      'remov* hid* backdat* fudg* misus* abus* profil* target* correlat* match* deanonym* mess* interfer* meddl* ' +
      'outbid* subscrib* renam* merg* share* sharing publiciz* leak* expos* disclos* reveal* feed* pick* circulat* ' +
      'tailgat* rummag* brows* ransack* photocop* memoris* memoriz* gossip* mention* blab* tweet* stream* ' +
      'broadcast* bcc* attach* quer* enumerat* phish* coax* bully* forc* coerc* threat* extort* brib* collud* ' +
      'conspir* gam* inflat* pad* skim* siphon* embezzl* pocket* conceal* cover* mask* amend* revis* rewrit* ' +
      'overwrit* retouch* doctor* fabricat* simulat* mimic* imitat* mirror* replicat* rerun* resubmit* rejoin* ' +
      'linger* persist* hold* archiv* dodg* evad* overrid* defeat* disarm* stuff* plant* walk* tak* signing ask* ' +
      'demand* index* swipe* scann* intrud* approach* groom* caus* trigger* attribut*',
    modals: 'able let allow*',
    ownSubject: /^(?!\p{L}+(?:ing|ly)(?!\p{L}))(?:[\p{L}\p{N}]+ ){1,8}?[\p{L}]{2,}ing(?!\p{L})/u,
    harmlessSubject:
      /^(?:me|us|myself|it (?!being)|(?:the|a|any) (?:user|page|app|application|system|screen|browser|form|list|server|service|build|job|process|request|session|test|view|window|application|team)s?)(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:anyone|anybody|someone|somebody|everyone|everybody|others|search engines?|other (?:people|users?|customers?|patients?|guests?|members?|tenants?|part(?:y|ies)|companies|employees|persons?|tenants?|teams?|drivers?|students?|residents?)|strangers?|burglars?|intruders?|rivals?|trespassers?|cheaters?|scammers?|vandals?|impostors?|spies|stalkers?|third[- ]part(?:y|ies)|outsiders?|criminals?|thie(?:f|ves)|competitors?|insiders?|bots?|crawlers?|wrong (?:hands|person|people)|colleagues?|neighbou?rs?|advertisers?|my (?:employer|boss|manager|landlord)|the (?:provider|vendor|operator|driver|seller|buyer|courier|host|receptionist|recruiter|cloud)|(?:business |our |its |with )partners)(?!\p{L})/iu,
    people:
      'people person persons folk folks passers passer caller* visitor* guest* patient* student* pupil* classmate* ' +
      'candidate* applicant* teacher* nurse* doctor* clerk* cashier* waiter* driver* tenant* lodger* landlord* ' +
      'owner* buyer* seller* dealer* agent* broker* member* player* opponent* employee* staff staffer* worker* ' +
      'contractor* supplier* admin admins administrator* operator* vendor* provider* boss manager* colleague* ' +
      'coworker* teammate* friend* relative* parent* child children sibling* brother* sister* partner* spouse ' +
      'husband wife ex roommate* flatmate* successor* predecessor* neighbour* neighbor* citizen* voter* politician* ' +
      'reporter* journalist* officer* police witness* insurer* assistant* secretary receptionist* cleaner* courier* ' +
      'postman technician* repairer* mechanic installer* man woman men women boy girl kid kids fan fans sender* ' +
      'recipient* robber* pickpocket* swindler* crook* trickster* subscriber* competitor* bidder* donor* volunteer* ' +
      'passenger* pedestrian* team next previous whoever daughter* son sons nephew* niece* grandchild* cousin* ' +
      'uncle* aunt* attacker* hacker* intern interns temp temps freelancer* reseller* carer* caregiver* babysitter* ' +
      'janitor* guard guards host hosts moderator* curator* editor* author* developer* engineer* analyst* auditor* ' +
      'accountant* lawyer* rival* stranger* outsider* insider* crowd public press media bank banks company ' +
      'companies employer* university school government state advertiser* marketer* dispatcher* planner* steward* ' +
      'rider* cyclist* walker* runner* hiker* gamer* streamer* follower* viewer* reader* reviewer* bystander* ' +
      'onlooker* caretaker* heir* trainee* trainer* coach* therapist* pharmacist* surgeon* dentist* physician* ' +
      'instructor* professor* examiner* ex-employee* leaver* joiner* thirds anyone someone somebody anybody others ' +
      'else everyone everybody hr adult adults elder* minor* former',
    mine: 'my our me us',
    assets:
      'data password* credential* card privacy private personal secret* token* pin health medical access workspace ' +
      'name names address* e-mail phone location details confidential sensitive money account* funds key keys ' +
      'session* record* history iban bank photo* message* information payment* balance diagnos* amount* price* ' +
      'vote* grade* invoice* contract* transaction* prescription* backup* files order orders profile browsing ' +
      'habits intellectual content answers biometric* conversation* whereabouts children customer* patient* ' +
      'documents security control evidence audit salar* wage* income passport* notes draft* number numbers figures ' +
      'identit* login logins home homes routes movements wallet* savings cash points voucher* coupon* licence* ' +
      'license* fingerprint* face faces voice dna genome genetic religion religious belief* orientation illness* ' +
      'disease* condition* therapy pregnan* disab* birth birthday* nationality family chat chats inbox mailbox* ' +
      'calendar contacts searches purchases purchase medication source database databases server servers production ' +
      'certificate* logs trail ledger books results result scores score marks mark ballot* protection safety ' +
      'confidentiality integrity compliance gdpr privileges rights permissions credit credits refund* payout* ' +
      'payroll donation* bonus parcel* shipment* ticket* badge* device* firmware configuration config settlement* ' +
      'entries entry metadata clinical claim* exam* paper* test tests evaluation* opinion* reputation* complaint* ' +
      'report* essay* manuscript* blueprint* design* recipe* patent* camera* microphone* video* footage images ' +
      'image picture* gps coordinates ip visits visit meetings meeting email* mails mail letters letter roles role ' +
      'weight height age body debt debts mood sleep pulse heartbeat revenue turnover margin margins',
    passive:
      /(?:(?:being|getting) (?:\p{L}+ly )?|^having (?:\p{L}+ ){1,4})(?:\p{L}+(?:ed|en|wn)|sold|read|sent|kept|told|known|found|lost|spent|cut|hit|put|shown|sought|caught|held|laid|left|made|used)(?!\p{L})|(?<!\p{L})being (?:in|on|inside|part|among)(?!\p{L})/u,
    benign:
      'able allowed asked requested required needed necessary validated checked verified typed entered filled refreshed reloaded updated synced synchronised synchronized loaded formatted sorted rounded converted translated imported rendered cached truncated delayed interrupted reset rejected cancelled canceled postponed timed confirmed printed ready complete completed finished saved declined returned late split cut shortened moved closed open scheduled approved limited restricted protected encrypted damaged lengthened resized compressed blocked reopened reviewed',
    predicate:
      'is are was were must should shall will would may does do has have can cannot returns return gets fails',
  },
};
