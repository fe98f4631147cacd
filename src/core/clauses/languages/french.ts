/** French: SANS, which is also an institute (SANS Top 25) and half of the names of fonts. */
import type { LanguageData } from './language-data';

export const french: LanguageData = {
  language: 'fr',
  keyword: 'SANS',
  ambiguous: 'yes',
  functionWords:
    'le les de d l des du et est sont à son sa ses il elle on je nous veux souhaite afin que pour avec dans sur ma mon mes tant qu qui pas ne ' +
    'utilisateur client cliente être peut doit une un au aux ou par ce cette leur pouvoir mais vous votre soit la',
  mentionBefore:
    'le la les une un aucun l du des de selon par mot clause clauses terme pas comic open noto fira source pt dm work gill lucida institut owasp cwe',
  mentionAfter:
    /^\s*(?:en (?:majuscules?|minuscules?|gras|italique)\b|clauses?\b|fronti[eè]res\b|top\b|institute?\b|giac\b|isc\b|cwe\b|cis\b|(?:sec|for|ics|mgt)\s?\d|\d|newsbites\b|serif\b|critical\b|training\b|courses?\b|souci\b(?!\s+de)|(?:cela|ça|celui-ci|quoi)(?:\s*(?:$|[.,;!?)])))/iu,
  withOr: /\bavec\s*(?:et|ou|\/)\s*$/iu,
  conjunctions: 'et ou ni mais aussi',
  storyGoesOn:
    /,\s+(?:et (?:je|nous) (?:veux|voulons|souhait\p{L}*)|afin (?:de|d'|d’|que)|pour (?:que|pouvoir|ne pas|gagner)|ainsi(?!\p{L})|je (?:veux|souhaite|voudrais)|nous (?:voulons|souhaitons))/iu,
  storySentence: /^en tant qu.*\b(?:je|nous) (?:veux|souhaite|voudrais|voulons|souhaitons|peux)/iu,
  templateOpening:
    /^(?:en tant que?|je (?:veux|souhaite)|afin (?:de|que)|étant donné|quand|alors)(?!\p{L})/iu,
  purposeLine: /^(?:afin (?:de\b|d['’]|que\b|qu['’])|pour (?:que\b|qu['’]|pouvoir\b|ne\b)|de sorte que\b)/iu,
  forbidsWithout:
    /(?<!\p{L})(?:ne|personne ne|aucune? \p{L}+ ne) (?:peut|doit|peuvent|doivent)(?: \p{L}+){0,4} $/iu,
  abbreviations: 'p.ex ex cf env m mm mme dr art al n° c.-à-d c.à.d ca chap sect fig ann',
  outcome: {
    harmless: new RegExp(
      "^(?:(?:un|une|aucun|aucune|le|la|les|autre|nouveau|nouvelle)\\s+|l['’])*(?:" +
        'd[ée]lai|attendre|attente|compte|javascript|probl[eè]mes?|erreurs?|effort|limite|frais|surco[uû]t|formation|' +
        'interruption|inscription|connexion|internet|autorisation|permission|consentement|accord|chiffrement|' +
        'mot de passe|doute|avoir (?:à (?!donner|communiquer|partager|confier|transmettre|envoyer)|besoin)|devoir (?!donner|communiquer|partager|confier|transmettre|envoyer)|recharger|quitter|cliquer|passer par|utiliser (?!de vraies|(?:des|les) données (?:\\p{L}+ )?réelles)|installer|' +
        'me (?:connecter|reconnecter|d[ée]placer)|se (?:connecter|reconnecter)|cr[ée]er|ressaisir|saisir|changer|tva|fuite m[ée]moire|perte de qualit[ée])(?![\\p{L}])',
      'iu',
    ),
    negatedBefore:
      /(?:\bpersonne ne\b|\bjamais\b|\bnul ne\b|\bne (?:peut|doit|peuvent|doivent|puisse|pourra)\b|\baucun\p{L}* \p{L}+ ne\b)/iu,
    strong:
      'volé* voler vole volent dérob* fuit* divulgu* expose exposent exposer exposé* exposition intercept* espionn* ' +
      'usurp* falsifi* pirat* fraud* hacker* détourn* malveillant* arnaqu* escroqu* hameçonn* phishing surveill* ' +
      'pisté* pister pistage abus* dévoil* voleur* voleuse* cambrioleur* intrus escroc* malfaiteur* imposteur* ' +
      'attaqu* nier nie nient nié niée renier renie renient répudi* sabot* bot bots botnet* virus trojan* chantage* ' +
      'illicit* illégal* illégitim* secrètement insu subreptic* cachette tromp* dupé* dupe duper piég* leurr* ' +
      'trich* contourn* inject* infect* contamin* démasqu* désanonymis* réidentif* identifier identifie identifient ' +
      'profilage profilé* profiler géolocalis* localisé* fouin* harcel* harcèl* discrimin* enfrein* viol viole ' +
      'violer violent violé* violation* truqu* trafiqu* maquill* contrefai* contrefaç* faux fausse fausses fausser ' +
      'faussé* vidé* vider cyber* faussaire* délinquant* malfrat* rançon* satur* submerg* paralys* indiscr* cheval ' +
      'espion espions soudoy* blanchi* non-autoris* plagi* spam dissimul* corromp* corruption représailles ' +
      'vengeance accus* soupçonn*',
    weak:
      'vol vols perd* perte* lu lue lus lues vu vue vus vues vendre vendu* vende* partag* modifié* altér* supprim* ' +
      'effac* transm* révél* visible* publi* stock* conserv* communiqu* risqu* copié* tracé* deviné* compromis* ' +
      'compromett* consulté* écouté* lisible* accessible* utilisable* trouvable* devinable* appara* figur* affich* ' +
      'traîn* connaître détrui* endommag* intervert* remplac* substitu* propag* dispara* mélang* confond* confus* ' +
      'fusionn* transfér* envoyé* débit* prélev* retir* révèl* ébruit* transpir* rendu* revend* monnay* indexé* ' +
      'photographi* filmé* filmer enregistré* mémoris* gardé* retenu* reconstitu* recoup* croisé* croiser rapproch* ' +
      'influenc* déchiffr* redirig* affaibl* désactiv* contredi* accédé* obten* laiss* oubli* exploit* tomb* plant* ' +
      'circul* apprendre savoir',
    phrases:
      /(?:donner|communiquer|partager|confier|transmettre|envoyer) (?:\p{L}+ ){0,3}(?:mots? de passe|code secret|identifiants|clés?)(?!\p{L})|(?:donner|accorder|laisser) (?:\p{L}+ ){0,3}accès (?:\p{L}+ ){0,2}(?:permanent|complet|total|illimité)(?!\p{L})|(?:avoir|obtenir|donner|prendre) (?:\p{L}+ )?accès (?:à|aux|au) (?:\p{L}+ ){0,4}(?:personnel\p{L}*|privée?s?|confidentiel\p{L}*|médica\p{L}*|sensibles?)(?!\p{L})|(?:révéler|dire|montrer|dévoiler|divulguer|trahir) (?:\p{L}+ ){0,2}(?:où|qui|quand)(?!\p{L})|(?:stocker|enregistrer|laisser|écrire|mettre|conserver|garder) (?:\p{L}+ ){0,2}(?:mots? de passe|secrets?|clés?|identifiants|jetons?) (?:\p{L}+ ){0,2}(?:dans|sur|en)(?!\p{L})|porter atteinte à (?:\p{L}+ ){0,2}(?:vie privée|intimité)|(?:violer|envahir) (?:\p{L}+ ){0,2}(?:vie privée|intimité)|(?:filmer|photographier) (?:les |la |le |mes |des )?(?:rue|trottoir|voisins?|passants|gens|visages|enfants|salariés|employés)(?!\p{L})|(?:céder|livrer|remettre) (?:\p{L}+ ){0,2}(?:mon|ma|mes) |entre (?:les|de) (?:\p{L}+ )?mains|aux mains (?:de|d)(?!\p{L})|mauvais\p{L}* (?:compte|destinataire|patient|personne|client|adresse)|vraies données|données (?:\p{L}+ )?réelles|à mon insu|dans mon dos|contre (?:mon gré|ma volonté)|hors (?:service|ligne)(?!\p{L})|à (?:mes|nos) frais|trop de (?:droits|privilèges|pouvoir)|(?:faire|fasse|fassent) passer pour|sur (?:mon compte|ma carte)(?!\p{L})|sur la place publique|entre (?:de )?mauvaises|dans la presse|en clair|mauvaises mains|(?:être|sois|soit|suis) (?:identifi|suivi|trac|reconnu|localis)\p{L}*|prenn?e (?:le )?contrôle|gard(?:e|er|ent) (?:une |la )?trace|laiss(?:er|e|ent) (?:de |une )?traces?|profil de (?:moi|mes|mon)|ouvr(?:ir|e|ent) (?:la|une) porte|traîn(?:e|ent|er)(?!\p{L})|remont(?:e|er|ent) (?:jusqu|à)|à (?:ma|notre|sa) place|en mon nom|reste(?:nt|r)? valables?|toujours valables?|(?:deux|plusieurs) fois(?! par)|(?:pour|par|à) (?:des|les) gens (?:hors|extérieurs|en dehors)|hors de l entreprise|enregistrer (?:qui|où je)|que mon (?:vrai )?nom/u,
    byActors:
      'lire lise lisent voir voie voient accéd* accès connaître connaisse* sache sachent savoir utilis* suivre ' +
      'suive* consult* copi* devin* chang* envoy* donner obtenir obtien* command* écout* ait aient connaît apprend* ' +
      'apprenne* regard* ouvr* fouill* débloqu* entre entrent reconnaî* gard* rafl* accapar* récolt* collect* ' +
      'récupèr* constitu* télécharg* racont* entend* emport* parvien* parvenir recopi* enregistr* déchiffr* répond* ' +
      'signe signent dédui* attribu* nie nient nier contest* réfut* prétend* essai* essay* tent* échang* remplac* ' +
      'substitu* infiltr* télévers* install* propag* vend* revend* partag* transm* transfèr* transfér* divulg* ' +
      'supprim* effac* détrui* perturb* bloqu* arrêt* satur* coup* désactiv* contourn* manipul* vire* détourn* vot* ' +
      'not* soumet* annul* achèt* achet* lou* conduis* observ* film* photographi* localis* géolocalis* pist* ' +
      'profil* crois* recoup* reconstitu* démasqu* identif* espionn* épi* fouin* curieu* pénètr* pénétr* introd* ' +
      'vol* vid* retir* exploit* tromp* escroqu* harcèl* harcel* appel* antidat* augment* baiss* réduis* altèr* ' +
      'altér* mett* met modif* retouch* truqu* trich* prenn* exig* mémoris* conserv* stock* réutilis* clon* imit* ' +
      'fass* fabriqu* crée* découvr* tomb* scrut* stalk* spamm* aspir* revoi* révèl* rejou* dépass* cumul* profite* ' +
      'pass* dépens* tir* retrouv* inject* répèt* dissimul* camoufl* maquill* retard* forc* menac* soudoi* gonfl* ' +
      'siphonn* trouv* index* empoch* réécri* invent* reproduis* reproduit* analys* rest* revien* mentionn* ébruit* colport* ' +
      'emmèn* emmen* ramass* diffus* provoqu* déclench* caus* approch* agiss* agit',
    modals: 'puiss* permettre',
    ownSubject: /^(?:que|qu) /u,
    harmlessSubject:
      /^(?:que|qu) .*(?<!\p{L})(?:ait|aient|doive|doivent) (?:besoin|à|\p{L}+[ei]r)(?!\p{L})|^(?:que|qu) (?:je|j|nous|on|il faille|cela|(?:la|une|cette) (?:page|liste|session|fenêtre)|l (?:application|utilisateur|utilisatrice|écran)|les utilisateurs|le (?:système|navigateur|serveur|client|service|formulaire))(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:^que personne|quelqu['’ ]un|autrui|d['’ ]autres|les autres|(?:un |des |les |aux )tiers|inconnus?|intrus|rôdeurs?|étrangers?|concurrents?|collègues?|publicitaires?|n['’ ]importe qui|quiconque|voisins?|criminels?|voleurs?|(?:que|par) (?:le|la|l) ?(?:fournisseur|prestataire|hébergeur|opérateur|vendeur|acheteur|livreur|employeur|propriétaire)|mon employeur|mauvaises (?:mains|personnes?))(?!\p{L})/iu,
    people:
      'voisin* passant* appelant* visiteur* visiteuse* invité* patient* élève* étudiant* camarade* candidat* ' +
      'professeur* enseignant* infirm* médecin* caissi* serveuse* conducteur* conductrice* locataire* propriétaire* ' +
      'bailleur* acheteur* acheteuse* vendeur* vendeuse* agent* courtier* membre* joueu* adversaire* employé* ' +
      'salarié* personnel ouvrier* prestataire* fournisseur* artisan* administrateur* administratrice* opérateur* ' +
      'hébergeur* patron patronne chef chefs responsable* employeur* collègue* ami amis amie amies proche* parent* ' +
      'père mère enfant* frère* sœur* conjoint* mari femme colocataire* successeur* prédécesseur* citoyen* ' +
      'électeur* journaliste* policier* police témoin* assureur* assistant* secrétaire* réceptionniste* livreur* ' +
      'livreuse* facteur technicien* homme hommes femmes gens personnes quelqu inconnu* cambrioleur* voleur* ' +
      'escroc* tricheur* concurrent* donateur* passager* piéton* équipe gardien* concierge ex destinataire* ' +
      'expéditeur* suivant* précédent* autre fille fils neveu* nièce* cousin* oncle tante jury garant* attaquant* ' +
      'pirate* hacker* stagiaire* intérimaire* entreprise* société* banque* état autorité* presse média* public ' +
      'modérateur* rédact* développeu* ingénieur* analyste* auditeur* comptable* avocat* étranger* tiers autrui ' +
      'personne spectateur* lecteur* lectrice* héritier* apprenti* entraîneur* thérapeute* pharmacien* école ' +
      'annonceur* publicitaire* régie* concurrence ancien* client clients cliente clientes utilisateurs ' +
      'utilisatrices abonné* cycliste* marcheur* coureur* quiconque curieux malveillant* intrus robots robot bots ' +
      'autres',
    mine: 'mon ma mes notre nos me moi m',
    assets:
      'donnée* carte bancaire* identité mot passe vie privée personnel* confidentiel* secret* santé médic* adresse* ' +
      'e-mail téléphone localisation position argent compte dossier* messages session clé* salaire* identifiants ' +
      'numéro historique coordonnées solde document* nom noms revenus notes brouillon* mots numéros passeport* ' +
      'factures domicile maison trajet* déplacement* portefeuille* économies espèces points bon bons permis ' +
      'empreinte* visage* voix adn religion croyance* maladie* thérapie* grossesse* handicap* naissance ' +
      'anniversaire* famille conversation* échange* boîte calendrier contacts recherches achats ordonnance* source ' +
      'base bases serveur* production certificat* journal journaux piste registre* résultat* note vote votes ' +
      'bulletin* intégrité confidentialité rgpd sécurité privilège* droits remboursement* paie paye don dons prime* ' +
      'colis billet* badge* appareil* configuration* entrée* écriture* métadonnée* copie copies examen* avis ' +
      'réputation plainte* rapport* recette* brevet* caméra* micro vidéo* image* photo* enregistrement* gps ip ' +
      'visite* réunion* mail mails courrier* rôle* contrat* paiement* montant* commande* preuve* transaction* prix ' +
      'offre* relevé* iban rib cartes code codes compteur* mesure* client* patient* poids dettes âge sommeil pouls ' +
      'chiffre',
    passive:
      /^(?:que|qu) .*(?<!\p{L})(?:soient|soit|se (?:fasse|fassent|retrouve|retrouvent))(?!\p{L})|^(?:me|nous) faire \p{L}+/u,
    benign:
      'demand* requis* nécessaire* saisi* ressaisi* vérifi* valid* chargé* recharg* synchron* mis mise mises tronqu* arrondi* format* traduit* retard* interromp* réinitialis* annul* refus* confirm* imprim* fermé* prévu* import* déplac* compress* prêt* terminé* complet* complèt*',
    predicate: 'est sont doit doivent sera seront peut peuvent renvoie retourne',
  },
};
