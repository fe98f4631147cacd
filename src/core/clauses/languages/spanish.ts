/** Spanish: SIN, which in English is a Canadian social insurance number, and a word of its own. */
import type { LanguageData } from './language-data';

export const spanish: LanguageData = {
  language: 'es',
  keyword: 'SIN',
  ambiguous: 'yes',
  functionWords:
    'el los las del y es son yo quiero para poder con en mi mis una un como que al usuario usuaria cliente cuando ' +
    'debe pueda puede ser se su sus lo por este esta deseo nadie o pero más desde donde le la de',
  mentionBefore:
    'el la los las un una ningún del de su mi según palabra cláusula cláusulas término no código número campo',
  mentionAfter:
    /^\s*(?:en (?:may[uú]sculas?|min[uú]sculas?|negrita|cursiva)\b|cl[aá]usulas?\b|fronteras\b|numbers?\b|n[uú]mero\b|codes?\b|cards?\b|fields?\b|validation\b|format\b|check\b|digits\b|input\b|lookup\b|mask\p{L}*|(?:esto|eso|ello)(?:\s*(?:$|[.,;!?)]))|(?:is|must|and|or|for|in|of|on|to)\b|\()/iu,
  withOr: /\bcon\s*(?:y|o|\/|y\/o)\s*$/iu,
  conjunctions: 'y e o u ni pero también',
  storyGoesOn:
    /,\s+(?:y (?:quiero|necesito)|para (?:poder|no|que)(?!\p{L})|así (?:no|puedo|que)|de modo que (?:pueda|yo)|quiero|deseo|necesito)/iu,
  storySentence: /^como .*\b(?:quiero|deseo|necesito|queremos|quisiera)\b/iu,
  templateOpening: /^(?:como|quiero|para|dad[oa]s?|cuando|entonces)(?!\p{L})/iu,
  purposeLine: /^(?:para (?:que|poder|no)|de modo que|con el fin de)(?!\p{L})/iu,
  forbidsWithout:
    /(?<!\p{L})(?:no|nadie|ningun[oa]? \p{L}+|ningún \p{L}+) (?:se )?(?:puede|debe|pueden|deben|podrá)(?: \p{L}+){0,3} $/iu,
  abbreviations: 'p.ej ej pág núm sr sra dr dra art aprox ud uds etc cap sec fig',
  outcome: {
    harmless: new RegExp(
      '^(?:(?:un|una|ning[uú]n|ninguna|el|la|los|las|más|otro|otra)\\s+)*(?:' +
        'demoras?|esperar|esperas?|cuenta|javascript|problemas?|errores|error|esfuerzo|l[ií]mites?|coste|costo|cargo|' +
        'formaci[oó]n|interrupci[oó]n|interrupciones|registro|registrar\\S*|conexi[oó]n|internet|autorizaci[oó]n|permisos?|consentimiento|' +
        'cifrado|cifrar|contraseña|duda|necesidad|tener que (?!dar|compartir|comunicar|entregar|enviar|confiar)|salir|recargar|hacer clic|usar (?!datos (?:\\p{L}+ )?reales)|instalar|crear|iniciar|volver|cambiar|' +
        'iva|pérdida de calidad|fugas? de memoria|embargo)(?![\\p{L}])',
      'iu',
    ),
    negatedBefore:
      /(?:\bnadie\b|\bnunca\b|\bning[uú]n\p{L}* \p{L}+\b|\bno (?:se )?(?:pued|deb|podr)\p{L}*)/iu,
    strong:
      'robo robos robar roben robe robad* roba divulg* expon* expuest* exposición intercept* espiar espíe* espiad* ' +
      'suplant* falsific* manipul* hacke* pirate* fraude* fraudul* atacante* malicios* malware phishing secuestr* ' +
      'abus* desvel* vigil* estaf* usurp* fuga fugas ladrón ladrones ladrona* intrus* delincuente* impostor* ' +
      'malhechor* ataque* atacar ataca atacan atacad* negar niegue* niega* negado repudi* sabote* bot bots virus ' +
      'troyan* chantaje* ilícit* ilegal* ilegítim* indebid* secretamente escondidas espaldas inadvertid* ' +
      'desapercibid* engañ* timad* timar timen tima timos tramp* eludi* eluda* burl* inyect* infect* contagi* ' +
      'desenmascar* desanonimi* reidentific* identificar identifique* perfilad* perfilar geolocaliz* geolocalic* ' +
      'fisg* husme* curiose* acos* discrimin* infring* vulner* violar viole* violan violad* violación trucad* ' +
      'trucar truque* amañ* maquill* adulter* falso falsa falsos falsas falsear falsead* vaciar vacíe* vaciad* ' +
      'ciber* rescate ransom* satur* tumb* colaps* indiscret* espía espías espionaje blanque* plagi* spam extors* ' +
      'malintencionad* pirata* hurt* sustra* robó desfalc* incumpl* encubr* soborn* corromp* colar colars* ' +
      'puerta-trasera represalia* venganza acusad* sospech* apagón apagones comprometid*',
    weak:
      'perder pierda* pierde* pérdida leíd* vist* vender venda* vendid* compart* modificad* alter* borr* eliminad* ' +
      'transmit* visible* public* guardad* almacen* revel* arriesg* comprometer comprometa* comprometid* consultad* ' +
      'copiad* filtr* vulner* rastre* conocid* ced* legible* accesible* utilizable* aparez* aparec* figur* mostr* ' +
      'muestr* conocer leer lean destru* dañ* intercambi* reemplac* sustitu* propag* desapare* mezcl* confund* ' +
      'fusion* transfer* transfir* enviad* cobrad* cargad* retirad* trascend* públic* revend* indexad* fotografi* ' +
      'grabad* grabar memoriz* reten* reconstru* cruzad* cruzar influ* descifr* redirig* debilit* desactiv* quedar ' +
      'quede queden expon* olvid* explot* caiga* cae circul* saber averiguar',
    phrases:
      /(?:dar|compartir|comunicar|entregar|enviar|confiar)(?:les?)? (?:\p{L}+ ){0,3}(?:contraseñas?|claves?|pin|credenciales)(?!\p{L})|(?:dar|conceder|otorgar)(?:les?)? (?:\p{L}+ ){0,3}acceso (?:\p{L}+ ){0,2}(?:permanente|total|completo|ilimitado)(?!\p{L})|(?:tener|obtener|conseguir|dar) acceso a (?:\p{L}+ ){0,4}(?:personal|privad|confidencial|sensible|ajen)\p{L}*|(?:revelar|mostrar|divulgar|delatar|decir|contar|desvelar) (?:\p{L}+ ){0,2}(?:d[oó]nde|qui[eé]n|cu[aá]ndo)(?!\p{L})|(?:guardar|almacenar|dejar|escribir|poner|subir|incluir) (?:\p{L}+ ){0,2}(?:contraseñas?|claves?|secretos?|credenciales|tokens?) (?:\p{L}+ ){0,2}en(?!\p{L})|(?:invadir|vulnerar|violar|atentar) (?:\p{L}+ ){0,3}(?:privacidad|intimidad)|(?:grabar|filmar|fotografiar) (?:a )?(?:la |las |los |mis )?(?:calle|acera|vecin\p{L}*|transeúntes|gente|niños|caras)(?!\p{L})|(?:entregar|ceder|regalar) (?:\p{L}+ ){0,2}mis? |en (?:\p{L}+ )?manos (?:de|ajenas|equivocadas)|(?:cuenta|persona|paciente|destinatario|cliente|dirección) equivocad|datos (?:\p{L}+ )?reales|a mis espaldas|contra mi voluntad|fuera de servicio|a mi costa|(?:hacerse|haga|hagan) pasar por|a la luz|demasiados (?:permisos|derechos|privilegios)|con mi (?:tarjeta|cuenta|nombre)(?!\p{L})|en la prensa|malas manos|en claro|texto plano|manos equivocadas|ser (?:identificad|rastread|vigilad|seguid|reconocid|localizad)\p{L}*|tome (?:el )?control|dej(?:ar|e|en) rastros?|sig(?:a|an) (?:el|mi) rastro|perfil de (?:mí|mis|mi)|abr(?:ir|a|an) (?:la|una) puerta|se sepa quién|(?:por mí|en mi nombre|en mi lugar)(?!\p{L})|llev(?:e|en|ar) a (?:mí|mi)(?!\p{L})|sig(?:a|an|ue) (?:siendo )?(?:válid|valiend|activ)|se (?:quede|queda|queden) con|(?:dos|varias) veces|(?:para|por|a) (?:gente|personas) (?:de fuera|externa|ajena)|fuera de la empresa|guardar (?:quién|dónde)/u,
    byActors:
      'leer lea lean ver vea vean acced* acceso conoc* conozca* sepa sepan saber utilic* use usen usar seguir ' +
      'consult* copi* adivin* envi* cambi* obten* entreg* modifi* pida* tomen tome desví* mire* aprend* abra* ' +
      'desbloque* entre entren revis* reconoz* deduzc* guard* acapar* recopil* recoj* abrir elabor* descarg* cuente ' +
      'cuenten escuch* oiga* present* llev* grab* descifr* firme* haga* retoque* entere* niegue* niega* afirme* ' +
      'alegue* pruebe* intent* reemplac* sustitu* introduzc* introduc* infiltr* suba* instale* propag* vend* ' +
      'revend* compart* transmit* divulg* borr* elimin* destruy* perturb* bloque* deteng* par* apag* desactiv* ' +
      'eluda* manipul* transf* desvi* vot* califi* anul* cancel* compr* alquil* conduzc* observ* filme* fotografi* ' +
      'localic* localiz* rastre* perfil* cruc* reconstruy* desenmasc* identifi* espí* espi* fisg* husme* metan meta ' +
      'cuel* vací* retir* explot* aprovech* engañ* estaf* acos* antedat* aument* baj* reduzc* alter* ponga* falsif* ' +
      'conserv* almacen* reutilic* clon* imit* pase pasen fabric* cree creen crear descubr* averig* encuentr* ' +
      'extraig* capt* saqu* gast* cobr* repit* reenví* colapse* tumb* satur* acumul* roben robe apropi* reproduzc* ' +
      'ocult* encubr* retras* fuerc* amenac* soborn* infl* embols* reescrib* invent* reproduc* analic* analiz* ' +
      'regres* vuelv* mencion* difund* llév* cotille* inyect* manteng* mantien* provoqu* provoc* caus* acerqu* ' +
      'actúe* desencaden*',
    modals: 'pueda* puedan permit* quede*',
    ownSubject: /^que /u,
    harmlessSubject:
      /^que .*(?<!\p{L})(?:necesiten?|tengan? que|deban?)(?!\p{L})|^que (?:yo|nosotros|tenga\p{L}*|deba\p{L}*|haya|(?:la|una|mi) (?:página|aplicación|app|pantalla|lista|sesión|ventana)|el (?:sistema|navegador|servidor|usuario|cliente|servicio|formulario)|los usuarios|se (?:recargu|cierr|reinici|bloque|interrump)\p{L}*)(?!\p{L})/u,
    actors:
      /(?<!\p{L})(?:alguien|^que nadie|otros|otras|otr[ao]s? (?:personas?|usuarios?|clientes?|pacientes?)|terceros|desconocidos?|intrus[oa]s?|extraños?|competidores|competencia|compañeros|anunciantes|personas ajenas|ajenos|cualquiera|delincuentes|vecinos|(?:que|por) (?:el|la) (?:proveedor|operador|vendedor|comprador|repartidor|empresa|casero)\S*|mi (?:jefe|empresa|casero)|manos equivocadas)(?!\p{L})/iu,
    people:
      'vecin* transeúnte* visitante* invitad* paciente* alumn* estudiante* compañer* candidat* profesor* maestr* ' +
      'enfermer* médic* cajer* camarer* conductor* inquilin* casero casera dueñ* propietari* comprador* vendedor* ' +
      'agente* corredor* miembro* jugador* rival* emplead* trabajador* personal proveedor* contratista* técnic* ' +
      'administrador* operador* jefe jefa jefes colega* amig* pariente* familiar* padre* madre* hijo* hija* niño* ' +
      'niña* herman* pareja marido esposa esposo sucesor* antecesor* ciudadan* votante* periodista* policía* ' +
      'testigo* asegurador* asistente* secretari* recepcionista* limpiador* mensajer* repartidor* carter* hombre* ' +
      'mujer* gente persona personas ladrón ladrones ladrona* estafador* tramposo* competidor* donante* pasajer* ' +
      'peatón peatones equipo portero* conserje* nadie alguien destinatari* remitente* ex siguiente anterior otro ' +
      'otra sobrin* prim* tío* tía* jurado quien atacante* hacker* becari* empresa empresas banco bancos estado ' +
      'autoridad* prensa medios público moderador* redactor* desarrollador* ingenier* analista* auditor* contable* ' +
      'abogad* desconocid* extrañ* tercero terceros ajen* espectador* lector* hereder* aprendi* entrenador* ' +
      'terapeuta* farmacéutic* escuela anunciante* publicista* competencia antigu* client* usuarios usuarias ' +
      'abonad* ciclista* cualquiera curios* malintencionad* intrus* bots robots demás otros otras alguna alguno',
    mine: 'mi mis nuestr* me',
    assets:
      'datos dato tarjeta bancari* identidad contraseña* privacidad personal* confidencial* secret* salud médic* ' +
      'dirección correo teléfono ubicación dinero cuenta* historial mensajes sesión clave* salario* nómina* ' +
      'credencial* número información expediente* fotos saldo documento* nombre nombres sueldo* ingresos notas ' +
      'borrador* números pasaporte* facturas domicilio casa direcciones ruta* trayecto* movimientos cartera* ' +
      'ahorros efectivo puntos vale vales carné* huella* rostro* cara voz adn religi* creencia* enfermedad* ' +
      'terapia* embaraz* discapacid* nacimiento cumpleaños familia conversacion* conversación buzón calendario ' +
      'contactos búsquedas compras medicament* receta* fuente base bases servidor* producción certificado* ' +
      'registro* bitácora libro* resultado* nota voto votos papeleta* integridad rgpd seguridad privilegio* ' +
      'permisos reembolso* donación donaciones prima* paquete* billete* entrada* dispositivo* configuración ' +
      'asiento* metadato* examen* exámenes opinion* reputación queja* informe* patente* cámara* micrófono vídeo* ' +
      'imagen* imágenes grabacion* gps ip visita* reunion* correos carta* rol roles contrato* pago* importe* ' +
      'pedido* prueba* transaccion* transacción precio* oferta* extracto* iban tarjetas códigos código contador* ' +
      'lectura* cliente* paciente* peso deudas edad sueño pulso facturación',
    passive: /^que .*(?<!\p{L})(?:sean?|(?:acaben?|terminen?) \p{L}+|se \p{L}+[ae]n?)(?!\p{L})/u,
    benign:
      'pedid* pida* solicit* requer* necesari* introduc* introduzc* verific* valid* cargad* cargu* recarg* sincroniz* actualiz* trunc* redonde* format* traduc* traduz* retras* interrump* restablec* cancel* rechac* rechaz* confirm* impri* cierr* cerrad* planific* import* muev* mover comprim* list* complet*',
    predicate: 'es son debe deben será serán puede pueden devuelve recibe',
  },
};
