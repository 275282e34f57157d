"""The rules for English, in the phrase language of :mod:`tracker.extract.wording`."""

from typing import Final

# (phrase, modality, name): the verb that makes a clause one to track. The longest phrase wins.
TRIGGERS: Final = (
    ("shall", "obligation", "shall"),
    ("must", "obligation", "must"),
    ("will", "obligation", "will"),
    ("should", "best-effort", "should"),
    ("ought to", "best-effort", "should"),
    ("may", "permission", "may"),
    ("can", "permission", "can"),
    ("might", "permission", "may"),
    ("hereby agree*|undertake*|commit*|establish*|create*|set* ?up ?to|that", "obligation", "hereby"),
    ("is|are|be hereby established|created|constituted|set|instituted", "obligation", "hereby"),
    ("there is|are established|created|constituted", "obligation", "hereby"),
    ("agree|agrees ?further ?also ?hereby to|that|on|upon|in", "obligation", "agree"),
    ("have|has ?also ?further ?mutually ?jointly agreed to|that|on|for|upon", "obligation", "agreed"),
    ("agreed ?also ?further ?mutually ?jointly ?in ?principle to|that|on|for|upon", "obligation", "agreed"),
    ("were|was agreed to|that", "obligation", "agreed"),
    ("it was|is|has ?also ?been agreed that|to", "obligation", "agreed"),
    ("it is understood that", "obligation", "understood"),
    ("undertake|undertakes|undertook|undertaken to", "obligation", "undertake"),
    ("undertake|undertakes ?the", "obligation", "undertake"),
    ("commit|commits|committed ?themselves|itself|ourselves to", "obligation", "commit"),
    ("pledge|pledges|pledged to|that|support|usd|us|eur|$|€", "obligation", "pledge"),
    ("promise|promises|promised|vow|vows|vowed to", "obligation", "pledge"),
    ("resolve|resolves|resolved|decide|decides|decided|determined to|that", "obligation", "decide"),
    ("reaffirm*|reiterate*|renew*|express*|confirm* their|its|our ~2 commitment ?* to", "intent", "reaffirm"),
    ("reaffirm*|reiterate*|renew*|express*|confirm* their|its|our ~2 commitment|readiness|determination|intention|willingness to", "intent", "reaffirm"),
    ("express*|expressed|declare* their|its|our ~1 readiness|willingness|intention|intent to", "intent", "intend"),
    ("endeavour|endeavours|endeavor|endeavors|endeavoured to", "best-effort", "endeavour"),
    ("strive|strives to", "best-effort", "endeavour"),
    ("seek|seeks to", "best-effort", "endeavour"),
    ("intend|intends|intended to", "intent", "intend"),
    ("aim|aims|aimed to|at", "intent", "aim"),
    ("plan|plans|planned|propose|proposes to", "intent", "intend"),
    ("envisage|envisages|envisaged|foresee|foresees ?that", "intent", "envisage"),
    ("contemplate|contemplates|anticipate|anticipates ?that", "intent", "envisage"),
    ("is|are ?also ?currently expected|scheduled|planned|envisaged|slated|anticipated to|for|in|by|that|at", "intent", "expected"),
    ("is|are set|due to", "intent", "expected"),
    ("is|are to be", "obligation", "is-to"),
    ("is|are to meet|hold|report|submit|prepare|provide|review|develop|establish|conduct|organi*|draw|ensure|"
     "consult|share|exchange|convene|explore|inform|notify|pay|contribute|take|make|carry|set|host", "obligation", "is-to"),
    ("is|are ?solely ?jointly responsible for", "obligation", "responsible"),
    ("is|are ?also required|obliged|bound|requested|requested|mandated|tasked|charged|instructed to|with", "obligation", "required"),
    ("is|are held to", "obligation", "required"),
    ("reserves|reserve the right to|not", "permission", "may"),
    ("has|have the right to", "permission", "may"),
    ("is|are entitled|free|permitted|allowed|authori* to", "permission", "may"),
    ("enters|enter|entered|comes|come into force|effect|operation", "obligation", "force"),
    ("takes effect", "obligation", "force"),
    ("remains|remain|continues|stays|stay ?to ?be ?remain in force|effect|valid", "obligation", "force"),
    ("is|are valid|effective|concluded for|until|from|upon|through", "obligation", "force"),
    ("is renewable|renewed", "obligation", "force"),
    ("expires|expire on|in|at|after|upon", "obligation", "force"),
)

# Only where the document is news: what an agreement is reported to hold.
NEWS: Final = (
    ("agreement|mou|memorandum|mous|memoranda|plan|accord|pact|deal|arrangement|framework|partnership|protocol|roadmap|it "
     "~4 provides|provide|provided ?for ?also|as", "obligation", "provides"),
    ("agreement|mou|memorandum|plan|accord|pact|deal|protocol|partnership ~4 calls|called for", "obligation", "provides"),
    ("agreement|mou|memorandum|plan|accord|pact|deal|protocol|partnership|cooperation ~4 covers|covered|encompasses|"
     "includes|comprises|focuses", "intent", "covers"),
    ("areas of cooperation|collaboration|partnership ~6 include|includes|are|cover", "intent", "covers"),
    ("agreement|mou|memorandum|plan|accord|protocol|partnership|declaration ~3 sets|lays out|down", "intent", "provides"),
    ("agreement|mou|memorandum|plan|accord|protocol|partnership|declaration ~3 establishes|creates|stipulates|"
     "commits|requires|obliges|outlines|details", "obligation", "provides"),
    ("under which|the ~3 will|shall", "obligation", "will"),
    ("establishing a|an|the ~5 council|committee|commission|group|force|mechanism|centre|center|forum|office|platform|"
     "dialogue|secretariat|programme|fund", "obligation", "establishing"),
)

# Sentences of resolutions, declarations and communiques that begin with their verb.
OPERATIVE: Final = (
    ("decides ?also ?further to|that", "obligation", "operative"),
    ("requests ?also ?further the", "obligation", "operative"),
    ("request ?also ?further the", "obligation", "operative"),
    ("invites|encourages|urges|calls ?also ?further ?upon ?on ?the|all|member|states", "intent", "operative"),
    ("agrees|undertakes|resolves|commits to", "obligation", "operative"),
)

# A lead-in that makes the items of its list commitments even without a verb of its own.
LEADS: Final = (
    ("following areas|fields|forms|activities|means|measures|topics|sectors|matters|ways|modalities|subjects|methods|tasks|"
     "functions|responsibilities|actions|commitments|obligations|duties", "intent", "areas"),
    ("areas of|for cooperation|collaboration", "intent", "areas"),
    ("cooperation ~4 include|includes|including|through|by|in", "intent", "areas"),
    ("to this|that end", "obligation", "areas"),
    ("responsible for", "obligation", "responsible"),
    ("responsibilities|commitments|obligations|functions|tasks|duties of", "obligation", "responsible"),
)

# What follows the trigger and makes the clause none to track: definitions, status, scope, privileges.
NOT_ACTS: Final = (
    "not ?be ?deemed ?construed ?as ?to affect|prejudice|prevent|preclude|limit|restrict|impair|derogate|bind|apply|constitute|create",
    "be ?so construed|interpreted|understood|deemed|regarded|considered|treated",
    "not|in be|no ?way ?be construed|interpreted|understood|deemed|regarded|considered|affect|prejudice",
    "mean|means|signify|denote",
    "refer|refers to",
    "have ?the ?same ?following meaning*",
    "?also ?each enjoy",
    "?also be exempt|exempted|immune|inviolable|accorded|immunity",
    "be inviolable",
    "possess ?full ?juridical|legal",
    "have ?within ?the ~8 legal status|personality|capacity",
    "have ?full ?juridical|legal personality|capacity|effect",
    "be ?equally authentic|authoritative",
    "be the authentic",
    "prevail",
    "constitute",
    "form ?an integral",
    "be ?an ?annexed integral|annexed",
    "be without prejudice",
    "be known|called|named|designated|referred|cited as|to|the",
    "apply ?equally ?only ?also ?mutatis to|in|only|as|mutatis|where|if|with",
    "not apply",
    "extend to",
    "be ?directly ?legally binding",
    "not be ?legally|held ?liable binding|liable|responsible|obliged|required",
    "be ?deemed ?to ?have ?been an|the ?annex ?integral part",
    "also be known",
    "be guided by",
    "be ?held ?liable governed by|for",
    "arise|occur|appear|exist|happen|result",
    "be necessary|required|appropriate|desirable|able|considered",
    "?only be driven|entitled",
    "?also look forward",
    "be an|a ?very ?great ?important ?key opportunity|honour|step|milestone|example|pleasure|framework|instrument|platform",
)

# Anywhere in the clause.
NOT_CLAUSES: Final = (
    "nothing in this|the|these",
    "no provision ~3 shall",
    "for the purpose|purposes of this|the ~2 agreement|memorandum|mou|convention|protocol ~14 mean*|includes|term|shall mean",
    "the term|terms|expression|words ~8 means|mean|shall|refers|includes",
    "privileges and immunities",
    "freedom from",
    "immunity from",
    "exempt|exemption from",
    "academic freedom",
    "look|looks|looking forward to",
    "may arise",
    "scope of this agreement",
    "for more|further information",
    "all rights reserved",
    "you may|can|must|will|agree",
    "your",
    "cookies",
    "subscribe|newsletter",
)

# News: a future that praises. Verb after the trigger ...
PRAISE_VERBS: Final = (
    "?also ?further ?greatly ?only ?significantly ?not strengthen*|reinforce*|consolidat*|deepen*|enhance*|boost*|help*|enable*|allow*|"
    "benefit*|foster*|pave*|bring*|open*|serve*|play*|mark*|remain*|become*|contribut*|lead*|give*|make*|encourage*|"
    "create*|offer*|usher*|advance*|improve*|promote*|support*|facilitat*|accelerat*|unlock*|empower*|inspire*|"
    "transform*|elevate*|bolster*|address*|ensure*|cement*|demonstrate*|reflect*|dovetail*|augment*|result*|add|"
    "provide ?more ?new ?greater ?an ?the ?a opportunit*|impetus|basis|boost|platform|chance|foundation|framework",
    "?also go|take ?a ?long ?the ?our way|partnership|relationship|cooperation|ties",
    "?also ?not be able|possible|crucial|key|essential|important|beneficial|instrumental|vital|necessary|critical|felt|seen|a|an|the|one|"
    "good|used ?by ?for",
    "have ?a ?an impact|effect|benefit*|access|the|more|been",
    "see|need|come|know|like|say|find|continue|want|depend|affect|mean|still|never|always|likely|feel|believe|always|face|learn|enjoy|share|"
    "experience|understand|reduce|increase|save|grow|cost|earn|live|reap|gain|also",
)

# ... unless somebody in the text's own circle does something that can be checked.
FIRM_VERBS: Final = (
    "?also ?jointly ?officially ?soon ?be ?together host*|held|hold|launch*|establish*|convene*|sign*|meet|organi*|developed|conduct*|train*|"
    "publish*|appoint*|deploy*|fund*|financ*|invest*|contribute*|provid*|share|exchange|exchanged|set|implement*|"
    "review*|report*|construct*|build|built|open|opened|start|begin|begun|commence*|work|cooperate|collaborate|"
    "complemented|administer|focus|carry|carried|exchang*|draw|draft|develop|undertake|undertaken|participate|"
    "join*|pay|donate|grant|second|send|receive|award*|co-host|co-organi*|co-chair|chair|submit*|consult|explore|"
    "discuss|identify|prepare|form|created|formed|step|strengthen|enhance|deepen|expand|intensify|continue|support|"
    "promote|facilitate|assist|allocate*|extend|offer|supply|deliver*|make|give|come|enter|run|take|last|remain|cover|include|be",
)

TRAVEL: Final = (
    "?also ?then visit*|tour|attend|speak|deliver|travel*|arrive|depart|leave|fly|address|close|conclude|return|brief|give|"
    "participate|join|accompany|proceed|be ?also accompanied|received|hosted|joined|in|on|the|at|a",
    "?also ?then meet|call|hold ?bilateral ?talks ?separate ?meetings ?with ?on",
    "?also ?then pay",
)

PERSON: Final = (
    "mr|mrs|ms|dr|minister|president|ambassador|secretary|he|she|premier|king|prince|sheikh|chancellor|sir|madam|"
    "professor|excellency|delegation|director|senator|commissioner|governor|mayor",
)

# Opinion and background: who says it is no party, or it is said to be so.
OPINION: Final = (
    "experts|analysts|critics|activists|observers|scientists|commentators ~6 said|say|says|believe|warned|warn|estimate|argue",
    "according to",
    "hope|hopes|hoped|believe|believes|believed|thinks|thought|expects|feels that|to",
    "is|was|are|were pleased|delighted|honoured|honored|confident|proud|glad|happy to|that",
    "thanked|congratulated|praised|lauded|hailed|commended|welcomed",
    "would",
)

SPEECH_PROMISES: Final = (
    "we ?have ?also ?jointly ?hereby agreed|agree|commit|undertake|pledge|decided|resolve ?to ?that ?on",
    "we will|shall ?also ?soon ?jointly host|hold|launch|establish|convene|sign|organi*|train|publish|fund|invest|set|open|provide|deploy",
)

BEST_EFFORT: Final = (
    "endeavour*|endeavor*|strive|strives",
    "do|use|make|exert|undertake|exercise ~2 utmost|best",
    "best|reasonable|every|all efforts|effort|endeavours",
    "all|every ?possible ?appropriate ?necessary ?reasonable effort*",
    "take all|any reasonable|possible|practicable steps|measures",
    "make ?their ?its ?every ?all effort*",
    "as far as|practicable|possible",
    "to the ~2 extent ?that ?it ?is possible|feasible|practicable",
    "wherever|where|whenever possible|practicable|feasible",
    "seek to",
    "attempt to",
    "try to",
    "work towards|toward",
    "within their|its|the ~2 means|capacities|capabilities|possibilities",
    "in so far as",
    "insofar as",
)
INTENT: Final = (
    "intend*|envisage*|envision* ?to",
    "aim|aims to|at",
    "hope*|wish|desire to",
    "consider ?the ?possibility ?favourably establish*|explor*|of",
    "is|are expected",
)
PERMISSION: Final = ("be free|entitled|authori*|permitted|allowed|eligible|open|able to", "have the right|option|opportunity|possibility")

# Who is meant by the whole circle of parties.
COLLECTIVE: Final = (
    "the|both|two|all|either|each|contracting|signatory|respective|other|one|any|neither|cooperating|these|three ?two ?contracting ?high ?signatory "
    "?cooperating ?participating ?respective part*|governments|government|countries|country|sides|side|organi*|institutions|institution|ministers|"
    "ministries|agencies|universities|university|states|state|leaders|delegations|signatories|signatory|entities|members|secretariats|heads|"
    "presidents|nations|neighbours|authorities|groups|companies|bodies|chambers|unions",
    "parties|participants|partners|signatories|sides",
    "we",
    "their",
)
PRONOUNS: Final = ("they|it|he|she|this|these|who|which",)

# Words that say a subject is somebody with a task: an organ or office rather than a thing.
ORGANS: Final = (
    "committee*|council*|commission*|board|secretariat*|bureau|office|offices|director*|secretary|secretary-general|"
    "institute*|centre*|center*|authority|authorities|agency|agencies|ministry|ministries|minister*|unit|group|groups|"
    "mechanism*|team*|coordinator*|representative*|expert*|employer*|department*|committees|chair|chairperson|"
    "chairman|president|president|rapporteur|administrator|manager*|officer*|point|points|university|foundation|academy|"
    "court|tribunal|panel|assembly|conference|forum|delegation*|embassy|government*|bank|fund|organi*|association|"
    "states|state|host|depositary|company|contractor|researcher*|student*|institution*|supervisor*|facility|taskforce|force|"
    "members|member|countries|country|network|consortium|library|school|hospital|union|federation|arbitrator*|personnel|staff",
)

# A word that opens a subordinate clause: what stands behind it is no promise of its own.
SUBORDINATORS: Final = frozenset(
    "which who whom whose that where when whenever wherever if unless as because until till whether what how than "
    "although though extent after before once since".split()
)
COORDINATORS: Final = frozenset("and but while whereas then".split())
INTRODUCTIONS: Final = frozenset(
    "in under for with within on at to pursuant accordingly thereafter furthermore moreover additionally also subject "
    "without notwithstanding consistent by during as through upon from after before where following based recognizing "
    "recognising taking considering given having bearing towards toward between hereafter finally secondly firstly "
    "therefore consequently meanwhile similarly likewise until regarding concerning".split()
)
CONDITIONS: Final = frozenset("if unless should in where".split())

# (kind, weight, phrase): the score of a kind is the sum of what is found.
KINDS: Final = (
    ("observer-status", 8, "observer ?status"),
    ("observer-status", 8, "as|of observers"),
    ("observer-status", 6, "observers"),
    ("joint-meeting", 4, "meeting|meetings|met"),
    ("joint-meeting", 5, "shall|will|to|and|may ?also meet"),
    ("joint-meeting", 4, "meets|convene*|session|sessions"),
    ("joint-meeting", 4, "joint committee|commission|council|board|group|working|steering"),
    ("joint-meeting", 3, "steering|coordinating|coordination|mixed|executive|management|monitoring committee|group|board"),
    ("joint-meeting", 4, "working group*|party|parties|level"),
    ("joint-meeting", 3, "conference|conferences|seminar*|workshop*|symposi*|colloqui*|summit|forum|roundtable*"),
    ("joint-meeting", 3, "host the|a|an|its"),
    ("joint-meeting", 2, "committee|commission|council|task force"),
    ("information-exchange", 6, "exchange* ~3 information|data|experience*|document*|knowledge|publication*|views|material*|expertise|intelligence|"
     "statistics|reports|lessons|practices"),
    ("information-exchange", 5, "exchange of ~3 information|data|experience*|document*|knowledge|publication*|material*|views|best|literature|ideas|statistics"),
    ("information-exchange", 5, "information|knowledge|data|experience|intelligence sharing|exchange*"),
    ("information-exchange", 5, "share|sharing|shared ~4 information|data|experience*|knowledge|practices|expertise|lessons|documents|results|findings"),
    ("information-exchange", 5, "inform each|one|the"),
    ("information-exchange", 4, "inform|informed|informs"),
    ("information-exchange", 4, "keep ~6 informed|abreast"),
    ("information-exchange", 3, "notify|notified|communicate|transmit"),
    ("information-exchange", 3, "provide* ~5 information|data|documents|documentation"),
    ("information-exchange", 4, "information ~12 made available|public"),
    ("information-exchange", 3, "publication*|publish*|publicity|disseminat*|confidential*|disclos*|visibility"),
    ("information-exchange", 2, "information"),
    ("review-cycle", 6, "review|reviews|reviewed|reviewing"),
    ("review-cycle", 6, "evaluat*|assess|assessed|assessment|mid-term|midterm|stocktaking|stock-taking|take stock"),
    ("review-cycle", 5, "monitor|monitoring|monitored|monitors|oversee|oversight|supervis*|follow-up|follow up|audit*"),
    ("review-cycle", 4, "progress|implementation ?of of"),
    ("joint-programme", 4, "joint|cooperative|collaborative|common ~1 programme*|program|programs|project*|activit*|research|initiative*|action*|"
     "venture*|plan|promotion|publications"),
    ("joint-programme", 3, "programme|programmes|program|programs|project|projects"),
    ("joint-programme", 3, "cooperate*|cooperation|cooperative|collaborat*|partnership*"),
    ("joint-programme", 2, "implement|activities|initiatives|work plan|workplan|action plan|joint|jointly|work together|scheme|develop"),
    ("joint-programme", 2, "research"),
    ("capacity-building", 6, "training|train|trainee*|capacity-building|capacity building|scholarship*|fellowship*|internship*|traineeship*"),
    ("capacity-building", 5, "exchange* ~4 scientist*|expert*|staff|student*|personnel|researcher*|specialist*|teacher*|professor*|official*|"
     "scholar*|trainee*|delegation*|faculty|visit*|lecturer*"),
    ("capacity-building", 5, "visits ~2 exchange*"),
    ("capacity-building", 5, "technical assistance"),
    ("capacity-building", 4, "second|secondment*|secondee* ~4 staff|expert*|official*|personnel"),
    ("capacity-building", 4, "capacities|skills|course|courses|study tour*|study visit*|human resources ?development|education|curricul*"),
    ("capacity-building", 3, "strengthen ~4 capacit*"),
    ("consultation", 6, "consult|consults|consulted|consulting"),
    ("consultation", 5, "consultation|consultations"),
    ("consultation", 5, "dispute*|disagreement*|difference*|settle*|settled"),
    ("consultation", 3, "negotiat*|amicabl*|mutual agreement|mutually agreed|agreed upon|jointly decide|coordinate|coordination|dialogue"),
    ("consultation", 4, "shall|will decide|determine|agree|discuss"),
    ("consultation", 2, "coordinate ~3 positions|with"),
    ("reporting", 7, "report|reports|progress-report*|reporting"),
    ("reporting", 4, "submit*|present* ~6 report*|account*|statement*|proposal*|recommendation*"),
    ("reporting", 3, "account for|of"),
    ("reporting", 3, "financial statement*|accounts"),
    ("funding", 6, "fund|funds|funding|funded|financ*|cost|costs|expense*|expenditure*|contribution|contributions|budget*|pay|paid|payment*|payable|reimburse*"),
    ("funding", 5, "grant|grants|instalment*|fee|fees|salary|salaries|remuneration|disburse*|million|billion|donat*|invoice*|tax|taxes|allowance*|subsid*|loan*"),
    ("funding", 5, "bear|bears|borne ~6 cost*|expense*"),
    ("funding", 4, "contribute ~3 million|usd|us|euro*|hfl|dollars|amount"),
    ("funding", 3, "resources|resource|free of charge|financial"),
    ("representation", 5, "designate|designates|designated|appoint|appoints|appointed|nominate*|focal point*|contact point*|coordinator*|"
     "representative|liaison|central address|point of contact"),
    ("representation", 5, "open|opens|establish|office|set ?up ~5 office|offices|mission|bureau|secretariat|centre|center|delegation"),
    ("representation", 3, "representatives|represented|composed of|participate in ~4 meetings|attend"),
    ("representation", 3, "executive entity|organization will be set up|counterpart*"),
    ("validity", 9, "enter*|entry|come*|came|put|brought into force|effect|operation"),
    ("validity", 9, "remain*|continue*|stay* ?to ?be in force|effect|valid"),
    ("validity", 8, "take effect|become effective|be effective|is effective|takes effect"),
    ("validity", 7, "valid|validity|in force for|until"),
    ("validity", 7, "extend*|renew*|prolong* ~8 period*|year*|automatically|tacit*"),
    ("validity", 6, "automatically ?be renewed|extended"),
    ("validity", 6, "expire*|duration"),
    ("validity", 3, "formalities required|constitutional|legal requirement*|ratif*|internal procedure*|signature"),
    ("amendment-termination", 9, "terminate*|termination|denounce*|denunciation|withdraw*|suspend*|suspension"),
    ("amendment-termination", 9, "amend*|modif*|supplemented|revised by"),
    ("amendment-termination", 7, "revise|revised|revision|alter*"),
    ("amendment-termination", 5, "notice ~6 terminat*|of|writing|given|months"),
)
# (kind, weight, phrase) over the heading that the clause stands under.
TITLES: Final = (
    ("joint-meeting", 2, "meeting*|joint committee|committee*|governance"),
    ("information-exchange", 3, "exchange ?of information|information|publication*|confidential*|visibility"),
    ("review-cycle", 3, "review|monitoring|evaluation|follow-up|implementation"),
    ("joint-programme", 2, "cooperation|programme*|project*|activit*|areas|forms|scope"),
    ("capacity-building", 3, "training|capacity|exchange ?of staff|students|scholarship*|education"),
    ("consultation", 4, "consultation*|dispute*|settlement|conflicts"),
    ("reporting", 3, "report*"),
    ("funding", 4, "financ*|fund*|contribution*|cost*|budget*|expense*|payment*"),
    ("representation", 3, "representation|focal point*|contact*|liaison|office*|organization"),
    ("validity", 3, "entry into|duration|validity|term|final"),
    ("amendment-termination", 3, "amend*|terminat*|revision|denunciation|modification*|withdraw*|ending"),
    ("observer-status", 4, "observer*|reciprocal"),
)
CONTACTS: Final = ("each|one other|another", "other ~1 party|government|side")

# Verbs that a treaty in the present tense has its parties do.
PRESENT: Final = frozenset(
    """cooperate consult exchange meet meets designate designates inform informs notify notifies ensure ensures provide
    provides submit submits appoint appoints convene convenes bear bears cover covers encourage encourages promote promotes
    support supports facilitate facilitates establish establishes hold holds organise organises organize organizes share
    shares contribute contributes pay pays prepare prepares report reports review reviews decide decides grant grants
    monitor monitors transmit transmits communicate communicates implement implements develop collaborate coordinate
    coordinates assist assists conduct conducts take takes make makes participate invite invites host hosts
    commit pledge""".split()
)
# A lead-in whose items say what something is, not what somebody is to do.
LEAD_STOPS: Final = (
    "composed|consist*|comprised of",
    "aims|aim|objectives|objective|purposes|purpose|goals|principles|definitions|meaning*",
    "terms|expressions ~6 mean*",
    "shall mean",
    "enjoy|exempt|immunity|immunities|privileges",
    "unless|except",
    "if|when|where",
    "case|cases|event of|where|that|in",
    "documents|annexes|texts|languages",
    "present|attended|participants",
)
REPORTING: Final = frozenset(
    "said announced stated indicated confirmed declared revealed assured pledged agreed agree agrees decided decide decides "
    "understood resolved stipulates stipulate provides provide stipulating providing ensure confirms confirm added explained "
    "requires specifies specified foresees means recommended proposes proposed".split()
)
RELATIVES: Final = frozenset("which who that".split())
DETERMINERS: Final = frozenset(
    "the each both either all they it this these a an any every such no neither its their he she one two we".split()
)
FINITE: Final = frozenset(
    "is are was were has have had does do did ceases wishes intends desires exists arises occurs becomes remains".split()
)
