"""French verbs that treaties, agreements and press releases use, by conjugation.

A table and not a rule on endings: "accordera" is a promise, "Camera" and "hectare" are not.
Accents are left out, as in the folded text.
"""

from typing import Final

REGULAR_ER: Final = """
aborder abroger accelerer accepter acceder accompagner accorder accrediter acheminer acheter achever acquitter
actualiser adapter adopter adresser affecter affirmer afficher agreer aider ajouter ajuster aliener allouer
ameliorer amender amenager animer annoncer annuler anticiper appeler appliquer apporter apprecier approuver
appuyer arreter articuler assigner assister associer assumer assurer attacher attester attribuer augmenter
autoriser aviser baser beneficier bloquer cantonner capitaliser ceder celebrer centraliser cesser certifier charger
chercher choisir clarifier clore collaborer collecter combler commencer commander commercialiser communiquer
comparer completer compter concentrer concerter concretiser confectionner conferer confier confirmer
conjuguer consacrer conseiller conserver considerer consolider constater constituer consulter contacter continuer
contracter contribuer controler convoquer cooperer coordonner coorganiser copresider correspondre couronner creer
debloquer debuter decerner decider declarer declencher decoller dedier dedommager defrayer delayer deleguer
delimiter delivrer demander demarrer demeurer denoncer deployer deposer designer desirer destiner determiner
developper devouer diffuser diligenter diminuer discuter disposer dispenser distribuer diversifier divulguer donner
doter durer echanger eclairer economiser editer eduquer effectuer efforcer elaborer elever eliminer embaucher
employer encadrer encourager endosser engager enregistrer enrichir enseigner entamer entrer envisager envoyer
epauler equiper escompter esperer estimer etudier evaluer eviter evoquer examiner executer exempter exercer
exiger experimenter expirer expliquer exploiter explorer exporter exposer exprimer fabriquer faciliter favoriser
feliciter figurer finaliser financer fixer focaliser fonder former formuler gagner garder gerer habiliter
harmoniser heberger identifier imposer imputer inaugurer inciter incomber incorporer indemniser indiquer informer
initier innover inspecter inspirer installer instaurer instituer integrer intensifier interpreter interroger
inventorier investir inviter jouer juger lancer legaliser liberer lier limiter liquider livrer loger lutter
manifester marquer materialiser mener mentionner mesurer mobiliser moderniser modifier monter motiver negocier
nommer notifier nouer observer octroyer occuper offrir operer ordonner organiser orienter oeuvrer outiller
parrainer partager participer passer payer perenniser perfectionner persuader piloter placer planifier porter
positionner posseder postuler preciser preconiser preparer presenter preserver presider preter prevaloir prier
priver proceder proclamer procurer prodiguer produire progresser prohiber prolonger promulguer prononcer proposer
proroger proteger publier qualifier quitter rapatrier rapporter rapprocher ratifier realiser reaffirmer rechercher
recommander reconsiderer recruter rediger reexaminer refuser regarder regler regulariser regrouper rejeter
relater relever rembourser remercier remplacer remunerer rencontrer renforcer renoncer renouveler renseigner
rentrer reparer repeter representer reserver resider resilier resister respecter respecter rester restituer
resumer retourner reviser revoquer saisir sauvegarder secretariser securiser selectionner sensibiliser sieger
signaler signer simplifier situer solliciter souhaiter souligner soumissionner specifier sponsoriser stationner statuer
stimuler stipuler structurer subordonner subventionner supporter supprimer surveiller suspecter tabler taxer tenter
terminer tester tirer toucher traiter transferer transformer transiter transposer travailler traverser trouver
utiliser valider valoriser varier veiller vendre verifier verser viser visiter voter accentuer approfondir
alimenter apprehender capter cibler comporter conforter consentir consigner crediter demontrer denombrer
depecher derouler developper discuter echelonner ecouter emaner entreposer etaler eriger federer focaliser
generer impliquer importer inscrire jumeler mandater mutualiser monitorer numeriser optimiser parachever
programmer projeter reactiver redoubler reiterer reorganiser repertorier restaurer reunir sanctionner seconder
soulager suggerer superviser sauvegarder tripler doubler vulgariser vacciner agir
""".split()

REGULAR_IR: Final = """
abolir accomplir aboutir affermir agir approfondir assujettir avertir batir choisir definir elargir enrichir
etablir finir fournir franchir garantir investir munir nantir nourrir obeir reagir reflechir regir remplir
repartir reunir reussir saisir subir unir abrutir convertir raffermir retablir
""".split()

REGULAR_RE: Final = "attendre correspondre defendre dependre descendre entendre etendre repondre rendre suspendre tendre vendre".split()

# infinitive: future stem, present singular, present plural, past participle; compounds follow by prefix
IRREGULAR: Final = {
    "etre": "ser est sont ete",
    "avoir": "aur a ont eu",
    "faire": "fer fait font fait",
    "tenir": "tiendr tient tiennent tenu",
    "venir": "viendr vient viennent venu",
    "pouvoir": "pourr peut peuvent pu",
    "devoir": "devr doit doivent du",
    "vouloir": "voudr veut veulent voulu",
    "savoir": "saur sait savent su",
    "voir": "verr voit voient vu",
    "prevoir": "prevoir prevoit prevoient prevu",
    "pourvoir": "pourvoir pourvoit pourvoient pourvu",
    "recevoir": "recevr recoit recoivent recu",
    "percevoir": "percevr percoit percoivent percu",
    "concevoir": "concevr concoit concoivent concu",
    "mettre": "mettr met mettent mis",
    "prendre": "prendr prend prennent pris",
    "construire": "construir construit construisent construit",
    "conduire": "conduir conduit conduisent conduit",
    "produire": "produir produit produisent produit",
    "introduire": "introduir introduit introduisent introduit",
    "traduire": "traduir traduit traduisent traduit",
    "reduire": "reduir reduit reduisent reduit",
    "instruire": "instruir instruit instruisent instruit",
    "ecrire": "ecrir ecrit ecrivent ecrit",
    "inscrire": "inscrir inscrit inscrivent inscrit",
    "souscrire": "souscrir souscrit souscrivent souscrit",
    "couvrir": "couvrir couvre couvrent couvert",
    "offrir": "offrir offre offrent offert",
    "ouvrir": "ouvrir ouvre ouvrent ouvert",
    "servir": "servir sert servent servi",
    "partir": "partir part partent parti",
    "suivre": "suivr suit suivent suivi",
    "poursuivre": "poursuivr poursuit poursuivent poursuivi",
    "elire": "elir elit elisent elu",
    "reconnaitre": "reconnaitr reconnait reconnaissent reconnu",
    "connaitre": "connaitr connait connaissent connu",
    "conclure": "conclur conclut concluent conclu",
    "inclure": "inclur inclut incluent inclus",
    "exclure": "exclur exclut excluent exclu",
    "acquerir": "acquerr acquiert acquierent acquis",
    "requerir": "requerr requiert requierent requis",
    "concourir": "concourr concourt concourent concouru",
    "recourir": "recourr recourt recourent recouru",
    "parcourir": "parcourr parcourt parcourent parcouru",
    "accueillir": "accueiller accueille accueillent accueilli",
    "recueillir": "recueiller recueille recueillent recueilli",
    "valoir": "vaudr vaut valent valu",
    "lire": "lir lit lisent lu",
    "dire": "dir dit disent dit",
    "interdire": "interdir interdit interdisent interdit",
    "satisfaire": "satisfer satisfait satisfont satisfait",
    "joindre": "joindr joint joignent joint",
    "adjoindre": "adjoindr adjoint adjoignent adjoint",
    "atteindre": "atteindr atteint atteignent atteint",
    "restreindre": "restreindr restreint restreignent restreint",
    "resoudre": "resoudr resout resolvent resolu",
    "rompre": "rompr rompt rompent rompu",
    "vaincre": "vaincr vainc vainquent vaincu",
    "convaincre": "convaincr convainc convainquent convaincu",
    "aller": "ir va vont alle",
    "envoyer": "enverr envoie envoient envoye",
    "renvoyer": "renverr renvoie renvoient renvoye",
    "appeler": "appeller appelle appellent appele",
    "rappeler": "rappeller rappelle rappellent rappele",
    "renouveler": "renouveller renouvelle renouvellent renouvele",
    "jumeler": "jumeller jumelle jumellent jumele",
    "projeter": "projetter projette projettent projete",
    "rejeter": "rejetter rejette rejettent rejete",
    "consentir": "consentir consent consentent consenti",
    "revetir": "revetir revet revetent revetu",
    "admettre": "admettr admet admettent admis",
    "echoir": "echerr echoit echoient echu",
    "nuire": "nuir nuit nuisent nui",
    "vivre": "vivr vit vivent vecu",
    "clore": "clor clot closent clos",
    "prevaloir": "prevaudr prevaut prevalent prevalu",
    "equivaloir": "equivaudr equivaut equivalent equivalu",
    "seoir": "sier sied sieent sis",
}
COMPOUNDS: Final = {
    "tenir": "main sou ob de con re entre",
    "venir": "con inter sub par pre de re contre sur ad",
    "mettre": "sou per trans com re pro e",
    "prendre": "entre com ap re sur",
    "faire": "re",
    "joindre": "re",
}

# Present forms that state what is, not what somebody is to do.
STATIVE: Final = frozenset(
    """etre avoir devoir pouvoir vouloir savoir constituer comporter considerer estimer reconnaitre constater souligner
    rappeler reaffirmer affirmer declarer demeurer rester posseder connaitre emaner esperer souhaiter desirer
    apprecier remercier feliciter impliquer figurer resider dependre correspondre indiquer exprimer regir
    concerner valoir prevaloir beneficier jouer toucher entendre dire noter marquer signifier expliquer evoquer
    preciser tendre aller partir venir voir porter lier situer trouver vivre equivaloir baser fonder inspirer
    importer varier interesser faire appliquer annoncer""".split()
)
