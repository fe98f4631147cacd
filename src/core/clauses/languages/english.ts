/** English: WITHOUT. */
import type { LanguageData } from './language-data';

export const english: LanguageData = {
  language: 'en',
  keyword: 'WITHOUT',
  ambiguous: 'no',
  functionWords:
    'the of to and is are be my i want so that can with from this which as by for on it when should must ' +
    'their our your we if then user given not have has its all into each per follow against',
  mentionBefore: 'the a an every word keyword clause clauses term called named not never our',
  mentionAfter:
    /^\s*(?:[-\s]?clauses?\b|statements?\b|keywords?\b|borders\b|extension\b|syntax\b|sections?\b|template\b|pattern\b|warrant(?:y|ies) of\b|limitation,|prejudice\b|(?:this|that|it|these|those|them|which)(?:\s+to\b|\s*(?:$|[.,;!?)])))/iu,
  withOr: /\bwith\s*(?:and|or|\/|and\/or)\s*$/iu,
  conjunctions: 'and or nor but and/or also',
  storyGoesOn:
    /,\s+(?:so (?:that )?(?:i|we)\b|so that\b|in order (?:to|that)\b|i (?:want|would like|need)\b)/iu,
  storySentence: /^as an? .*\b(?:i|we) (?:want|would like|need|can|wish)\b/iu,
  abbreviations:
    'e.g i.e eg ie vs approx no nr st dr mr mrs ms prof fig sec cf resp incl excl est dept chap ch para app',
  outcome: {
    harmless: new RegExp(
      '^(?:(?:any|a|an|the|further|too much|much|undue|unnecessary)\\s+)*(?:' +
        'delays?|javascript|accounts?|issues?|problems?|hassle|efforts?|errors?|warnings?|exceptions?|limits?|' +
        'charge|costs?|downtime|registration|registering|training|ado|interruptions?|scrolling|reloading|refreshing|' +
        'leaving (?!my|our|any|personal)|opening|clicking|waiting|logging (?:in|out)|signing (?:in|up|out)|restarting|typing|re-?entering|' +
        'using|needing|changing|installing|calling|visiting|asking|downloading|creating|permissions?|authori[sz]ation|' +
        'consent|approval|internet|network|connection|encryption|authentication|password|vat|tax(?:es)?|doubt|' +
        'having to (?!worry|fear)|being (?:asked|prompted|forced|redirected|required|logged (?:in|out)|signed|charged extra)|' +
        'memory leaks?|leaking memory|tracking (?:numbers?|codes?|ids?|links?)|losing (?:focus|my place|their place|context|quality|track|time|momentum)|' +
        'loss of (?:quality|precision|generality|functionality|performance)|' +
        'compromising (?:on|performance|quality|usability|speed|readability))\\b',
      'iu',
    ),
    negatedBefore:
      /\b(?:cannot|can't|can not|must not|mustn't|may not|shall not|should not|never|no one|nobody|none of|no (?:user|person|employee|admin\w*)s?)\b/iu,
    strong:
      'stolen steal* theft leak* expos* disclos* intercept* eavesdrop* spoof* forged forging forgery tamper* hijack* impersonat* hacked hacker* phish* malware malicious spyware uninvited rogue ransomware sniff* unauthorised unauthorized breach* fraud* attacker* surveil* stalk* scammed spied spying misused misuse* abuse* abusing blackmail* robbed defrauded skimmed doxx* profiled overheard infect* circumvent* thief thieves burglar* intruder* impostor* imposter* scammer* swindler* criminal* trespasser* stalker*',
    weak: 'lost lose losing loss read seen viewed accessed changed altered modified manipulated deleted shared sharing sold selling sent visible reveal* known used tracked guessed compromis* risk* fear* corrupt* destroy* overwrit* logged stored storing copied cloned published publishing passed passing linked identified obtained downloaded collected harvested charged drained denied fall falling handed traced billed leaving replayed bypassed recognis* recogniz* identifiable usable readable legible reachable accessible guessable findable appear* listed retained leaves surviv*',
    phrases:
      /tak(?:e|es|en|ing) (?:\p{L}+ ){0,3}over(?!\p{L})|in (?:the clear|clear text|cleartext|plain ?text)|(?:^|my (?:\p{L}+ )?)being (?:identified|tracked|watched|followed|monitored|recorded|recognised|recognized|located|deceived|tricked|infected)|ending up (?:in|with|on)|wrong hands|back ?doors?|privacy (?:laws?|rights?)|traced back to|lying (?:about|around|open)|left (?:lying|behind|open) (?:in|on|at|for)|profil(?:e|es|ing) (?:of|on|about) (?:me|my|where|what|us|our|who)|keep(?:s|ing)? track of (?:me|my|where|us|our|who|what i)|giv(?:e|ing) (?:away|anyone)|in (?:my|our|his|her|their|somebody else s|someone else s) name(?!\p{L})|(?:still|stay\p{L}*|remain\p{L}*) valid|(?:led|lead\p{L}*|point\p{L}*) back to (?:me|us|my|our)|(?:names?|address(?:es)?|data|numbers?|passwords?) (?:of \p{L}+ )?in (?:it|them|the (?:logs?|url|address))(?!\p{L})|(?:cash|clon|spend|us|redeem|vot)\p{L}* (?:\p{L}+ ){0,2}(?:twice|again)|(?<!\p{L})(?:record|log|stor|track|keep|writ|sav)ing (?:down )?(?:who|whom|what i|where i)(?!\p{L})|(?:see|know|read|learn)ing (?:their|other people s|other users|the (?:password|pin|code|key))|^it (?:appear|show|end|land|turn)ing (?:up )?(?:in|on|at)(?!\p{L})|(?:by|for|to) (?:whoever|people outside|anyone)(?!\p{L})/u,
    byActors:
      'read reads reading see sees seeing view* access* chang* alter* modif* delet* know* learn* find* use uses using track* follow* listen* get gets getting gain* obtain* download* letting giv* pass* send* link* order* pay* identif* reach* enter* log logging copy* guess* cancel* book* post* sign* watch* open* ending ending landing redeem* falling look* mov* coming cash* withdraw* spend* steer* control* unlock* edit* forward* publish* copying print* quot* taking manipulat* build* collect* keep* retain* combin* analys* analyz* infer* deduc* work* snatch* hoard* grab* scrap* snoop* peek* claim* join* eject* redirect* tell* hear* overhear* do doing duplicat* reus* carry* borrow* pretend* claim* prov*',
    modals: 'able let allow*',
    ownSubject: /^(?!\p{L}+ing(?!\p{L}))(?:[\p{L}\p{N}]+ ){1,8}?[\p{L}]{2,}ing(?!\p{L})/u,
    harmlessSubject:
      /^(?:me|us|myself|it (?!being)|(?:the|a|any) (?:user|page|app|application|system|screen|browser|form|list|server|service|build|job|process|request|session|test|view|window|application|team)s?)(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:anyone|anybody|someone|somebody|everyone|everybody|others|other (?:people|users?|customers?|patients?|guests?|members?|tenants?|part(?:y|ies)|companies|employees|persons?|tenants?|teams?|drivers?|students?|residents?)|strangers?|burglars?|intruders?|rivals?|trespassers?|cheaters?|scammers?|vandals?|impostors?|spies|stalkers?|third[- ]part(?:y|ies)|outsiders?|criminals?|thie(?:f|ves)|competitors?|insiders?|bots?|crawlers?|wrong (?:hands|person|people)|colleagues?|neighbou?rs?|advertisers?|my (?:employer|boss|manager|landlord)|the (?:provider|vendor|operator|driver|seller|buyer|courier|host|receptionist|recruiter|cloud)|(?:business |our |its |with )partners)(?!\p{L})/iu,
    people:
      'people person persons folk folks passers passer caller* visitor* guest* patient* student* pupil* classmate* candidate* applicant* teacher* nurse* doctor* clerk* cashier* waiter* driver* tenant* lodger* landlord* owner* buyer* seller* dealer* agent* agents broker* member* player* opponent* employee* staff staffer* worker* contractor* supplier* admin admins administrator* operator* vendor* provider* boss manager* colleague* coworker* teammate* friend* relative* parent* child children sibling* brother* sister* partner* spouse husband wife ex roommate* flatmate* successor* predecessor* neighbour* neighbor* citizen* voter* politician* reporter* journalist* officer* police witness* insurer* assistant* secretary receptionist* cleaner* courier* postman technician* repairer* mechanic installer* man woman men women boy girl kid kids fan fans sender* recipient* minor minors robber* pickpocket* swindler* crook* trickster* subscriber* competitor* bidder* donor* volunteer* passenger* pedestrian* team next previous whoever daughter* son sons nephew* niece* grandchild* cousin* uncle* aunt* insurer*',
    mine: 'my our me us',
    assets:
      'data password* credential* card identity privacy private personal secret* token* pin health medical salary salaries access pictures workspace name names ' +
      'address* e-mail email phone location details confidential sensitive money account* account funds key keys session* ' +
      'record* history iban bank passport photo* message* information payment* balance diagnos* amount* price* vote* grade* invoice* contract* transaction* prescription* backup* files order orders profile browsing habits intellectual content answers biometric* recording* conversation* whereabouts children customer* patient* documents security control evidence audit salar* wage* income passport* notes draft* number numbers figures identit* login logins',
    predicate:
      'is are was were must should shall will would may does do has have can cannot returns return gets fails',
  },
};
