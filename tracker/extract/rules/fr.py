"""The rules for French, in the phrase language of :mod:`tracker.extract.wording`; accents left out.

Futures and treaty presents are not here: they come from the table of verbs.
"""

from typing import Final

TRIGGERS: Final = (
    ("peut|peuvent|pourra|pourront", "permission", "pouvoir"),
    ("doit|doivent|devra|devront", "obligation", "devoir"),
    ("s' engage|engagent|engagera|engageront ?notamment ?egalement ?mutuellement ?par ?ailleurs ?, ?a|par|en|dans|: ?, a|:|ce", "obligation", "s'engager"),
    ("s' engage|engagent|engageait|engageaient a", "obligation", "s'engager"),
    ("s' est|sont|etait|etaient ?egalement ?mutuellement engage|engagee|engages|engagees a", "obligation", "s'engager"),
    ("se sont|est ?egalement ?mutuellement engage|engagee|engages|engagees a", "obligation", "s'engager"),
    ("nous ?nous engageons a", "obligation", "s'engager"),
    ("convient|conviennent|convenons ?egalement ?en ?outre ?par ?ailleurs ?: de|d'|que|qu'|:", "obligation", "convenir"),
    ("ont|a|avons|sont ?egalement ?aussi ?en ?outre ?par ?ailleurs ?notamment convenu|convenus|convenues|convenue ?egalement ?notamment de|d'|que|qu'", "obligation", "convenu"),
    ("il a|est ?ete ?egalement convenu|decide|arrete|retenu de|d'|que|qu'", "obligation", "convenu"),
    ("ont|a|avons ?egalement ?aussi decide|resolu ?egalement ?de de|d'|que|qu'", "obligation", "decider"),
    ("decide|decident|decidons de|d'|que", "obligation", "decider"),
    ("ont|a ?egalement ?mutuellement ?solennellement promis|accepte|jure de|d'", "obligation", "promettre"),
    ("ont|a ?egalement ?aussi reitere|reaffirme|exprime|renouvele|confirme|affiche|manifeste leur|son|sa ?ferme ?plein* engagement|volonte|determination|disponibilite|"
     "intention|souhait a|de|d'", "intent", "reaffirmer"),
    ("reiterent|reaffirment|reaffirme|reitere leur|son engagement|volonte|determination a|de|d'", "intent", "reaffirmer"),
    ("s' efforce|efforcent|efforcera|efforceront|efforcerait de|d'", "best-effort", "s'efforcer"),
    ("s' emploie|emploient|emploiera|emploieront|attache|attachent|attachera|attacheront a", "best-effort", "s'efforcer"),
    ("oeuvre|oeuvrent|oeuvrera|oeuvreront ?ensemble ?conjointement ?de ?concert a|pour|en|ensemble|conjointement|de", "best-effort", "oeuvrer"),
    ("se propose|proposent de|d'", "intent", "envisager"),
    ("envisage|envisagent|envisagera|envisageront ?egalement de|d'|la|le|l'|des|un|une|les", "intent", "envisager"),
    ("entend|entendent ?egalement ?notamment ?ainsi ?aussi", "intent", "entendre"),
    ("ambitionne|ambitionnent de|d'", "intent", "envisager"),
    ("a|ont l' intention de|d'", "intent", "envisager"),
    ("a|ont pour mission|tache|mandat|role|attribution* de|d'", "obligation", "charger"),
    ("est|sont|sera|seront charge|chargee|charges|chargees ?notamment de|d'|du", "obligation", "charger"),
    ("est|sont|sera|seront tenu|tenue|tenus|tenues de|d'", "obligation", "tenir de"),
    ("incombe|incombent|incombera|appartient|appartiendra|revient ?egalement a|aux|au", "obligation", "incomber"),
    ("est|sont a ?la ?leur charge", "obligation", "charge"),
    ("il est ?egalement ?par ?les ?presentes institue|cree|etabli|constitue|mis|forme|ouvert", "obligation", "instituer"),
    ("il sera ?egalement ?ainsi institue|cree|etabli|constitue|mis|forme|ouvert|procede|tenu|decide|fait|remis|donne|delivre|verse|accorde", "obligation", "instituer"),
    ("a|ont ?egalement le droit|la|le faculte|possibilite de|d'", "permission", "droit"),
    ("est|sont autorise|autorisee|autorises|autorisees|habilite|habilitee|habilites|libre|libres a|de|d'", "permission", "autoriser"),
    ("se reserve|reservent le|la droit|faculte|possibilite de|d'", "permission", "droit"),
    ("entre|entrent en vigueur|application", "obligation", "vigueur"),
    ("prend|prennent ?egalement effet|fin", "obligation", "vigueur"),
    ("reste|restent|demeure|demeurent|est|sont en vigueur", "obligation", "vigueur"),
    ("est|sont ?egalement conclu|conclue|conclus|conclues|valable|valables|valide ?pour|pendant|jusqu'", "obligation", "vigueur"),
    ("est|sont ?egalement renouvelable|renouvelables|proroge|prorogee|reconduit|reconduite|reconductible|prorogeable", "obligation", "vigueur"),
    ("a|ont une duree", "obligation", "vigueur"),
    ("a|ont pour duree", "obligation", "vigueur"),
    ("se renouvelle|proroge|reconduit", "obligation", "vigueur"),
    ("il s' agit ?egalement ?aussi ?notamment ?pour ~4 de|d'", "intent", "il s'agit"),
)

NEWS: Final = (
    ("s'|se est|sont ?egalement dit|dits|dite|dites|declare|declares|montre|montres pret|prets|prete|pretes|dispose|disposes|disposee|favorable|favorables a", "intent", "pret"),
    ("se sont ?egalement accorde|accordes|accordees|entendus|engages pour|sur|de|d'|a", "obligation", "convenu"),
    ("se sont ?egalement mis|mises d' accord pour|sur|de|d'", "obligation", "convenu"),
    ("sont|ont tombes|tombees|tombe d' accord pour|sur|de|d'", "obligation", "convenu"),
    ("accord|convention|memorandum|protocole|plan|partenariat|texte|declaration|feuille|pacte|termes|jumelage|document|il|elle "
     "~9 prevoit|prevoient|prevoyait|prevoyaient|prevoira", "obligation", "prevoir"),
    ("accord|convention|memorandum|protocole|plan|partenariat|texte|declaration|feuille|pacte|termes|jumelage|document "
     "~9 stipule|stipulent|dispose|definit|definissent|etablit|instaure|institue|cree|porte|portera", "obligation", "prevoir"),
    ("accord|convention|memorandum|protocole|plan|partenariat|texte|declaration|pacte|jumelage|document|domaines|axes "
     "~6 couvre|couvrent|concerne|concernent|comprend|comprennent|englobe|inclut|portent", "intent", "couvrir"),
    ("il definit", "obligation", "prevoir"),
    ("dispositions|clause|clauses prevoyant", "obligation", "prevoyant"),
    ("prevu|prevue|prevus|prevues ?pour ?en ?le ?au ?a ?fin ?debut ?du ?les ?courant ?mi ?d' ?ici ?l' ?annee 1|2|20*|19*|1*|2*|3*", "intent", "prevu"),
    ("prevu|prevue|prevus|prevues pour|en ~3 janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|prochain|prochaine", "intent", "prevu"),
    ("devrait|devraient", "intent", "devrait"),
    ("vise|visent a|la|le|l'|les", "intent", "viser"),
    ("visera|viseront|viserait|viseraient", "intent", "viser"),
    ("a mener conjointement", "obligation", "a mener"),
)

OPERATIVE: Final = (
    ("decide ?egalement ?en ?outre de|d'|que", "obligation", "operative"),
    ("prie|demande ?egalement ?en ?outre le|la|l'|au|aux|a", "obligation", "operative"),
    ("invite|encourage|exhorte|appelle|engage ?egalement ?en ?outre le|la|l'|les|tous|toutes", "intent", "operative"),
)

LEADS: Final = (
    ("domaines|formes|activites|actions|mesures|moyens|axes|secteurs|modalites|taches|missions|fonctions|attributions|obligations|engagements|points "
     "~3 suivants|suivantes|suivant", "intent", "areas"),
    ("suivants|suivantes|ci-apres|notamment|savoir", "intent", "areas"),
    ("cooperation ~6 comprend|comprendra|porte|portera|notamment|suivants|suivantes|par|suivant", "intent", "areas"),
    ("charge|chargee|chargees|charges", "obligation", "charger"),
    ("a cet effet|cette fin", "obligation", "areas"),
)

NOT_ACTS: Final = (
    "jouit|jouissent|jouira|jouiront",
    "beneficie|beneficient|beneficiera|beneficieront",
    "sera|seront|est|sont ?egalement exempt*|exoner*|inviolable*|immun*|dispense*",
    "possede|possedent|possedera",
    "s' applique|appliquent|appliquera|appliqueront|appliquerait",
    "ne s' applique|appliquent|appliquera|appliqueront",
    "s' entend|entendent|etend|etendent|etendra",
    "designe|designent ~1 : ",
    "fait|font|fera|feront ?egalement ?partie partie|foi",
    "est|sont|sera|seront ?considere* considere|consideree|consideres|considerees|repute|reputes|reputee|reputees|cense",
    "est|sont|sera|seront|soient ?entierement ?expressement regi|regie|regis|regies",
    "sera|seront|est|sont soumis|soumise|soumises aux|a|au ?la ?l' loi*|legislation|dispositions|reglement*|droit",
    "ne porte|portent|portera|porteront pas|prejudice|atteinte",
    "n' affecte|affectent|affectera|affecteront",
    "prevaut|prevaudra|prevalent|prevaudront",
    "constitue|constituent|constituera|constitueront",
    "comprend|comprennent|signifie|signifient",
    "concerne|concernent",
    "est|sont compose|composee|composes|composees",
    "est|sont denomme*",
    "aura|auront ?la ?pleine capacite|personnalite|statut",
    "n' aura|auront",
    "y beneficient|beneficie",
    "est|sont dit|dite|dits|dites|entendu|entendue|vise|visee|vises|visees|libelle|redige|rediges|redigee",
    "peut|peuvent ?avoir avoir ~2 objet",
    "sera|seront|serait|seraient ?ainsi ?egalement fonde*|base*|pris*|affecte* ?sur ?a unanimite",
    "ne saurait|sauraient",
    "peuvent|peut ?etre intervenir|considere*",
    "sera|est|sont|seront ?egalement interprete*",
    "va|vont de",
)

NOT_CLAUSES: Final = (
    "aucune disposition",
    "rien dans",
    "aux fins du|de la|l'|present* ~8 entend|designe|expression|terme|on",
    "on entend par",
    "les termes|expressions ~8 designent|designe|signifient",
    "privileges et immunites",
    "droits de douane",
    "en franchise",
    "exempt*|exoner* ~6 de|des|d'|du",
    "d'|des|aux|tout ?les ?l' impot|impots|taxes",
    "cadre juridique",
    "pour ?en plus ?d' ?de savoir|amples|informations",
    "veuillez",
    "cookies",
    "votre|vos",
    "abonnez|abonnement|newsletter",
    "tous droits reserves",
    "territoire auquel",
)

PRAISE_VERBS: Final = (
    "?considerablement ?egalement ?encore ?davantage ?ainsi ?aussi renforcer*|permettr*|contribuer*|aider*|favoriser*|consolider*|ouvrir*|constituer*|"
    "marquer*|offrir*|donner*|apporter*|demeurer*|jouer*|faciliter*|creer*|ameliorer*|accelerer*|encourager*|stimuler*|"
    "garantir*|assurer*",
    "sera|seront ?un ?une ?le ?la l'|essentiel|important|benefique|decisif|crucial|capable|possible|necessaire|un|une|le|la|plus|pas|toujours|difficile|utile",
    "aura|auront",
    "faudra",
    "dira|diront|verra|verront|saura|sauront|vivra|vivront|devra|devront ?attendre|gagnera|gagneront|deviendra|deviendront|permet*|trouver*|"
    "passera|souffrir*|profitera|profiteront|beneficiera|beneficieront|connaitra|connaitront|sentira|verra|viendra|viendront",
)
FIRM_VERBS: Final = (
    "organis*|accueill*|tiendr*|lanc*|signer*|construir*|financ*|fournir*|former*|octroy*|accorder*|echanger*|convoquer*|reunir*|"
    "mettr*|etablir*|elabor*|cooper*|collabor*|travaill*|oeuvr*|soutiendr*|assister*|participer*|partager*|consacrer*|verser*|"
    "investir*|appuier*|appuyer*|accompagner*|beneficier*|continuer*|poursuivr*|developper*|renforcer*|mener*|effectuer*|realiser*|conduir*|installer*|"
    "instituer*|deployer*|recevr*|dispenser*|publier*|presenter*|soumettr*|designer*|nommer*|evaluer*|examiner*|suivr*|veiller*|"
    "encourager*|promouvr*|faciliter*|favoriser*|definir*|identifier*|echanger*|concerter*|consulter*|s'|se|entrera|portera|comprendra|durera|couvrira|debuter*|"
    "demarrer*|ouvrir*|creer*|sera|seront|contribuer*|apporter*|doter*|allouer*|assurer*",
    "restera|resteront|demeurera valable|en|valide",
    "prendra|prendront effet|fin|en|la|les|des",
)
TRAVEL: Final = (
    "se rendr*",
    "s' envoler*|entretiendr*|rendr*",
    "visiter*|assister*|arriver*|quitter*|prononcer*|rencontrer*|prendr* ~2 parole",
    "participer*|effectuer* ~3 visite|travaux|sommet|conference|deplacement",
    "sera|seront ?egalement accompagne|accompagnee|recu|recue",
)
PERSON: Final = (
    "m|mme|mr|dr|monsieur|madame|ministre|president|ambassadeur|secretaire|il|elle|roi|prince|cheikh|directeur|directrice|chancelier|professeur|commissaire|depute|senateur|responsable|chef",
)
OPINION: Final = (
    "selon les|des|l'|un|une|certains experts|analystes|specialistes|scientifiques|observateurs|ong",
    "experts|analystes|activistes|observateurs|scientifiques|specialistes|militants|ong ~8 prevenu|estime|estiment|averti|affirment|pensent|jugent|considerent",
    "estime|estiment|espere|esperent|souhaite|souhaitent|pense|pensent|croit que|qu'|voir",
    "a|ont estime|espere|souhaite|juge|prevenu|averti|prie|appele|plaide",
    "s' est|sont rejoui*|felicite*",
    "se sont rejoui*|felicite*",
    "reconnaissance tacite",
)
SPEECH_PROMISES: Final = (
    "nous ?nous engageons|convenons|avons ?nous ?decide|convenu|engages",
    "nous organiserons|accueillerons|financerons|signerons|lancerons|tiendrons",
)

BEST_EFFORT: Final = (
    "s' efforc*|emploi*|attach*",
    "oeuvrer*|oeuvrent|oeuvre a|pour|en|de|ensemble",
    "dans la|toute|leur mesure ?du ?de ?leurs ?leur possible|moyens|possibilites|capacites",
    "autant que possible",
    "dans la|les mesure|limites ?de ?leurs ?du ?des ?ses possible|possibilites|moyens",
    "leur|son|tout mieux|possible",
    "tous|tout ~2 efforts|effort|moyens",
    "meilleurs efforts",
    "n' epargner*|menager*|epargn*",
    "tenter*|chercher* ?de ?a",
    "efforts|effort necessaires|possibles|raisonnables",
    "faire|fera|feront|font ~2 possible|efforts|effort|mieux",
    "tendre|tendra|tendront ?a",
)
INTENT: Final = (
    "envisag*|ambitionn* ?de",
    "a l' intention",
    "vise|visent|viser*",
    "continuer*",
    "souhait*",
    "examiner* la possibilite",
)
PERMISSION: Final = ("auront|aura la|le faculte|droit|possibilite", "sera|seront autoris*|habilit*|libre*", "pourr*")

COLLECTIVE: Final = (
    "les|deux|chaque|chacun|chacune|des|aux|ces|leurs|autre|autres|l'|une|un|respectives|hautes ?deux ?des ?trois ?hautes ?respectifs ?respectives part*|gouvernements|gouvernement|pays|cotes|cote|"
    "organi*|institutions|institution|ministres|ministeres|etats|etat|dirigeants|delegations|signataires|signataire|entites|"
    "universites|agences|secretariats|chefs|villes|maires|capitales|presidents|etablissements|instances|associations|chambres",
    "deux|des|les ?deux parties|partenaires|participants|signataires|cocontractants",
    "parties contractantes|signataires|prenantes",
    "nous",
    "chaque|une|l' partie",
)
PRONOUNS: Final = ("ils|elles|il|elle|celui-ci|celle-ci|ceux-ci|celles-ci|qui",)

ORGANS: Final = (
    "comite*|commission*|conseil*|secretariat*|bureau|bureaux|directeur*|directrice|secretaire|institut*|centre*|autorite*|"
    "agence*|ministere*|ministre*|unite*|groupe*|mecanisme*|equipe*|coordonnateur*|representant*|expert*|employeur*|direction*|"
    "president*|rapporteur*|administrateur*|universite*|fondation*|academie*|cour|tribunal|assemblee*|conference|forum|"
    "delegation*|ambassade*|gouvernement*|banque|fonds|organi*|association*|etat|etats|service*|office|offices|entreprise*|societe*|"
    "depositaire|travailleur*|candidat*|etudiant*|chercheur*|stagiaire*|enseignant*|boursier*|mission*|departement*|delegue*|pays|pole|poles|point|points|inspecteur*|medecin*|agent*|instance*|interesse*|parties|partie|membre*|reseau|ecole*|consulat*",
)

SUBORDINATORS: Final = frozenset(
    "qui que qu' dont lequel laquelle lesquels lesquelles duquel auquel auxquels auxquelles si lorsque lorsqu' quand puisque "
    "comme afin bien pourvu sauf quoique tant jusqu'a quel quelle quelles quels combien comment".split()
)
COORDINATORS: Final = frozenset("et mais tandis alors puis".split())
INTRODUCTIONS: Final = frozenset(
    "en dans pour avec sous sans au aux a lors conformement afin par selon sur suite apres avant des des sauf outre "
    "ensuite toutefois cependant neanmoins egalement ainsi notamment a compte eu dans compte conscients ce cet dans pendant durant "
    "s'inspirant tenant considerant reconnaissant depuis entre parallelement enfin concernant relativement vu hormis nonobstant "
    "indepandamment independamment quant enfin ulterieurement c'est-a-dire desireux soucieux jusqu'".split()
)
CONDITIONS: Final = frozenset("si sauf".split())

KINDS: Final = (
    ("observer-status", 9, "observateur|observateurs|observatrice*"),
    ("joint-meeting", 5, "reunion|reunions|session|sessions|rencontre|rencontres|assises"),
    ("joint-meeting", 6, "se|s' reuni* / reunira|reuniront|reunit|reunissent"),
    ("joint-meeting", 5, "commission|comite|conseil|groupe|cadre mixte|conjoint|conjointe|paritaire|bilateral*|technique|directeur / "
     "comite|groupe|commission de|d' pilotage|suivi|travail|coordination|concertation|gestion"),
    ("joint-meeting", 4, "conference|conferences|seminaire*|atelier*|colloque*|sommet|forum|symposium*|congres|webinaire* / table|tables ronde|rondes"),
    ("joint-meeting", 2, "comite|commission|tiendr*|convoqu* / ordre du jour"),
    ("information-exchange", 7, "echange|echanges|echangent|echanger|echangera|echangeront|echangees ?d' ?de ?des ?l' ~4 information*|donnee*|experience*|document*|"
     "connaissance*|publication*|vues|materiel|expertise*|pratiques|statistiques|savoir-faire|renseignements|idees"),
    ("information-exchange", 6, "partage|partagent|partager|partagera|partageront ?d' ?de ?des ?l' ~3 information*|donnees|experience*|connaissances|pratiques|expertise|documents|resultats"),
    ("information-exchange", 6, "s'|se inform*|communiqu*|tiendront|transmet* ~3 mutuellement|reciproquement|informees|informes|regulierement|toute* / tenir|tient|tiendra ~4 informe*"),
    ("information-exchange", 5, "inform|informe|informent|informera|informeront|informer|renseign*|communique|communiquent|communiquera|communiqueront|communiquer|"
     "transmet|transmettent|transmettra|transmettront|transmis|transmise|transmises|adresse|adresser*|adressees|notifi*|avise|aviser*|avisent|avertit|signale*"),
    ("information-exchange", 4, "publicite|publication|publications|publie|publier*|publient|diffus*|divulg*|confidentiel*|confidentialite|visibilite / porter|portera|porteront|porte a|la connaissance"),
    ("information-exchange", 2, "information|informations|documents|renseignements"),
    ("review-cycle", 7, "evalue|evaluer*|evaluent|evaluation|evaluations|revue|reexamen|reexaminer*|bilan|mi-parcours|audit*|passer ?en revue"),
    ("review-cycle", 7, "examen ~3 regional|regionaux|periodique*|mise|progres|annuel / cycle d' exam*"),
    ("review-cycle", 6, "suivi|surveill*|supervis*|controler*|controle|controlent / suit|suivent|suivra|suivront l'|la"),
    ("review-cycle", 2, "execution de|du|des / mise en oeuvre du|de ?la ?l' ~1 present|presente|accord|convention|protocole|plan|memorandum / application de|du ~2 present|presente|convention"),
    ("review-cycle", 3, "progres|examiner*|examine|examinent"),
    ("joint-programme", 5, "programme*|projet*|activite*|action*|recherche*|initiative*|travaux conjoint*|commun|commune|communs|communes / programmation conjointe"),
    ("joint-programme", 4, "programme|programmes|projet|projets / plan d'|de action|travail"),
    ("joint-programme", 4, "cooper*|collabor*|partenariat*"),
    ("joint-programme", 2, "activites|actions|conjointement|ensemble|oeuvre|renforcer|renforcement|developper|developpement / travailler* ~2 ensemble|conjointement|etroitement / travailler*"),
    ("joint-programme", 3, "recherche|recherches"),
    ("capacity-building", 7, "formation|formations|former|stage*|stagiaire*|bourse|bourses|boursier*|perfectionnement|apprentissage / renforcement|renforcer ~3 capacite|capacites"),
    ("capacity-building", 6, "echange|echanges|visite|visites ?d' ?de ?des ~3 expert*|personnel|personnels|etudiant*|chercheur*|enseignant*|professeur*|delegation*|cadres|fonctionnaires|"
     "specialistes|jeunes|stagiaires|missions"),
    ("capacity-building", 6, "assistance|appui|aide technique / detachement|detache|detaches|detacher*|mobilite"),
    ("capacity-building", 4, "capacites|competences|cours|enseignement|qualification*|education / ressources humaines / assistance"),
    ("consultation", 7, "consulter*|consultent|consulte|consultation|consultations|concert|concerter*|concertent|concertation"),
    ("consultation", 6, "differend|differends|litige|litiges|contestation* / regler*|reglent|resoudre|aplanir|solution|reglement ~5 differend*|litige*|difficulte*|contestation*"),
    ("consultation", 3, "difficulte*"),
    ("consultation", 5, "commun accord / accord mutuel / mutuel accord|consentement / consentement mutuel / amiable / accord entre"),
    ("consultation", 4, "decider*|decide|decident|negoci*|dialogue|coordination|coordonn* / approbation|autorisation|accord prealable"),
    ("consultation", 4, "arreter*|arretent|fixer*|fixent|fixe|fixes|fixees|determin*|etabli|etablis|etablies ~9 commun|accord|parties|entre|concert"),
    ("reporting", 7, "rapport|rapports / rend|rendent|rendra|rendront|rendre compte"),
    ("reporting", 5, "soumet*|present|presente|presentent|presenter* ~6 rapport*|compte*|proposition*|recommandation* / proposer*|propose|proposent / faire|fera|fait des propositions"),
    ("funding", 6, "financ*|cout|couts|frais|depense|depenses|budget*|paye|payer*|payent|paie|paient|paiement*|contribution|contributions|rembours* / prise|prend|prendra|prises|pris en charge"),
    ("funding", 6, "subvention*|don|dons|credit|credits|pret|prets|salaire*|remuneration|verse|versent|verser*|cotisation*|indemnit*|montant|montants|million*|milliard*|taxe*|impot*|allocation*|prime|primes|honoraires"),
    ("funding", 5, "a ?la ?sa ?leur charge / charge de|du|des / gratuit* / dollars|euros|francs"),
    ("representation", 7, "designe|designent|designer*|designation|nomme|nomment|nommer*|nomination / point|points focal|focaux|contact"),
    ("representation", 6, "ouvr*|etabli*|install*|dispose*|cree|creer* ~5 bureau|bureaux|representation|mission|antenne|delegation|agence|secretariat|siege / bureau|bureaux de|regional|regionaux ?liaison"),
    ("representation", 4, "representant|representants|mecanisme|mecanismes ?national|nationaux / assister*|participer*|invite* ~4 reunion*|session*|conference* / composee|compose de|d'"),
    ("validity", 10, "entre|entrent|entrer*|entree|mise|mis en vigueur|application"),
    ("validity", 10, "rest*|demeur*|est|sera ?tenu en vigueur"),
    ("validity", 9, "prend|prendra|prennent|prendront effet|fin / valable|valables|validite / duree de|d'|indeterminee"),
    ("validity", 8, "reconduct*|reconduit*|proroge|prorogee|proroges|proroger*|prorogation|renouvele|renouvelee|renouveler*|renouvelable*|renouvellement"),
    ("validity", 7, "expire|expirer*|expiration / procedures|formalites ~2 constitutionnelles|requises|internes|legales / ratif* / approbation / conclu|conclue pour"),
    ("amendment-termination", 10, "resili*|denoncer*|denonce|denoncee|denonciation|retrait|retirer|suspendre|suspendu|suspendue|suspension / mettre|met|mettra|mis fin|terme / mettre un terme"),
    ("amendment-termination", 10, "amende|amendee|amendement*|amender*|modifi*|avenant|avenants"),
    ("amendment-termination", 7, "revise|reviser*|revisee|revision|preavis"),
)
TITLES: Final = (
    ("joint-meeting", 2, "commission*|comite*|reunion*"),
    ("information-exchange", 3, "information|informations|confidentialite|publication*|communication"),
    ("review-cycle", 3, "suivi|evaluation|execution|controle"),
    ("joint-programme", 2, "cooperation|programme*|projet*|activite*|domaines|formes|objet"),
    ("capacity-building", 3, "formation*|capacites|bourses|personnel|etudiants|enseignants"),
    ("consultation", 4, "consultation*|differend*|reglement|litiges|concertation"),
    ("reporting", 3, "rapport*"),
    ("funding", 4, "financ*|contribution*|cout*|budget*|depenses|frais|salaire*"),
    ("representation", 3, "representation|point*|liaison|bureau*"),
    ("validity", 3, "entree|duree|validite|vigueur"),
    ("amendment-termination", 3, "amendement*|modification*|revision|denonciation|resiliation|retrait"),
    ("observer-status", 4, "observateur*"),
)

LEAD_STOPS: Final = (
    "compose|composee|composes|composees ?de ?d'",
    "objet|objets|objectif|objectifs|but|buts|principes|definitions|finalite*",
    "on entend",
    "jouissent|jouit|exempt*|exoner*|immunites|privileges",
    "sauf|si|lorsque|lorsqu'",
    "cas|cas ?suivants|ou",
    "conditions suivantes|ci-apres",
    "documents|annexes|textes|langues|pieces",
)
REPORTING: Final = frozenset(
    "annonce declare indique assure affirme precise promis souligne ajoute confirme explique convenu conviennent decide decident "
    "stipule prevoit dispose stipulent prevoient entendu convenus garantir".split()
)
RELATIVES: Final = frozenset("qui lequel laquelle lesquels lesquelles".split())
DETERMINERS: Final = frozenset(
    "le la l' les un une des du chaque chacun chacune tout toute tous toutes il elle ils elles ce cet cette ces ledit ladite lesdits "
    "lesdites aucun aucune son sa ses leur leurs nous l'un l'une deux d' celui-ci celle-ci ceux-ci".split()
)
FINITE: Final = frozenset("est sont a ont etait etaient avait avaient fait font va vont".split())
# Participles that describe after "est" and "sont" instead of having something done.
DESCRIBING: Final = frozenset(
    """considere prevu vise mentionne defini situe compose lie regi base fonde convaincu persuade interesse concerne destine
    annexe redige appele denomme exempte exonere soumis assimile compris inclus exclu limite repute cense connu dit entendu
    oppose place employe domicilie inscrit venu alle parti reste devenu ne entre convenu souhaite necessaire permis devenu parvenu apparu decede enonce stipule reconnu
    charge tenu autorise habilite engage subordonne investi dote muni dote dispense egal donne""".split()
)
# What is signed, as the press calls it.
INSTRUMENTS: Final = (
    "accord|accords|convention|protocole|memorandum|partenariat|jumelage|entente|plan|pacte|traite|feuille|cooperation|collaboration|lettre|programme",
)
