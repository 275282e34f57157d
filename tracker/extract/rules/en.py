"""The rules for English, in the phrase language of :mod:`tracker.extract.wording`."""

from typing import Final

# (phrase, modality, name): the verb that makes a clause one to track. The longest phrase wins.
TRIGGERS: Final = (
    ("shall", "obligation", "shall"),
    ("must", "obligation", "must"),
    ("will", "obligation", "will"),
    ("should", "obligation", "should"),
    ("ought to", "obligation", "should"),
    ("may", "permission", "may"),
    ("can", "permission", "can"),
    ("might", "permission", "may"),
    ("hereby agree*|undertake*|commit*|establish*|create*|set* ?up ?to|that", "obligation", "hereby"),
    ("is|are|be hereby established|created|constituted|set|instituted", "obligation", "hereby"),
    ("there is|are established|created|constituted", "obligation", "hereby"),
    ("agree|agrees ?further ?also ?hereby to|that|on|upon|in|:", "obligation", "agree"),
    ("have|has ?also ?further ?mutually ?jointly agreed to|that|on|for|upon", "obligation", "agreed"),
    ("were|was agreed to|that", "obligation", "agreed"),
    ("it was|is|has ?also ?been agreed that|to", "obligation", "agreed"),
    ("it is understood that", "obligation", "understood"),
    ("undertake|undertakes to|:", "obligation", "undertake"),
    ("undertake|undertakes ?the", "obligation", "undertake"),
    ("commit|commits ?themselves|itself|ourselves to", "obligation", "commit"),
    ("pledge|pledges to|that", "obligation", "pledge"),
    ("promise|promises|vow|vows to", "obligation", "pledge"),
    ("resolve|resolves|decide|decides to|that", "obligation", "decide"),
    ("reaffirm*|reiterate*|renew*|express*|confirm* their|its|our ~2 commitment ?* to", "intent", "reaffirm"),
    ("reaffirm*|reiterate*|renew*|express*|confirm* their|its|our ~2 commitment|readiness|determination|intention|willingness to", "intent", "reaffirm"),
    ("express*|expressed|declare* their|its|our ~1 readiness|willingness|intention|intent to", "intent", "intend"),
    ("endeavour|endeavours|endeavor|endeavors|endeavoured to", "best-effort", "endeavour"),
    ("strive|strives to", "best-effort", "endeavour"),
    ("seek|seeks to", "best-effort", "endeavour"),
    ("intend|intends to", "intent", "intend"),
    ("aim|aims to", "intent", "aim"),
    ("plan|plans|propose|proposes to", "intent", "intend"),
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
    ("enters|comes into force|effect|operation", "obligation", "force"),
    ("takes effect", "obligation", "force"),
    ("remains|remain|continues|stays|stay ?to ?be ?remain in force|effect|valid", "obligation", "force"),
    ("is|are valid|effective|concluded for|until|from|upon|through", "obligation", "force"),
    ("is renewable|renewed", "obligation", "force"),
    ("expires|expire on|in|at|after|upon", "obligation", "force"),
)

# Only where the document is news: what an agreement is reported to hold.
NEWS: Final = (
    ("reached|came ~2 agreement|understanding to|on|that", "obligation", "agreed"),
    ("is|are ?also going to", "obligation", "will"),
    ("agreed ?also ?further ?mutually ?jointly ?in ?principle to|that|on|for|upon", "obligation", "agreed"),
    ("undertook|committed ?themselves|itself to", "obligation", "undertake"),
    ("pledged|promised|vowed to|that|support|funding|assistance|aid|an|a|$|€|£", "obligation", "pledge"),
    ("pledged ~4 million|billion|$|€", "obligation", "pledge"),
    ("resolved|decided to|that", "obligation", "decide"),
    ("intended|planned|plans|proposed|aims|aimed to", "intent", "intend"),
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
    "have ~16 legal|juridical status|capacity|personality",
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
    "replace|supersede|cancel ?and the|any|all",
    "be ?construed read|defined|calculated|computed|counted",
    "cease to",
    "arise|occur|appear|exist|happen|result",
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
    "customs|import|export duty|duties",
    "duty-free",
    "free from|of ~4 tax|taxes|duties|duty",
    "income tax|taxes",
    "taxes|taxation ~3 on|in",
    "agreed ?also on|that ~4 importance|need|significance|necessity|value|urgency",
    "immunity from",
    "exempt|exempted|exemption ~8 from",
    "academic freedom",
    "objective|objectives|purpose|purposes|aim|aims|goal ~14 is|are|will|shall ?be to",
    "legal ?and ?institutional ?administrative framework",
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
    "transform*|elevate*|bolster*|address*|ensure*|cement*|demonstrate*|reflect*|dovetail*|augment*|result*|add",
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
    "promote|facilitate|assist|allocate*|extend|offer|supply|deliver*|make|give|come|enter|run|take|last|cover|include|be",
    "remain in|valid|effective",
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
    "continue ?to",
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
PRONOUNS: Final = ("they|it|he|she|who|which|this|these",)

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
    "which who whom whose that where when whenever wherever if unless as because whether what how than "
    "although though extent".split()
)
COORDINATORS: Final = frozenset("and but while whereas then".split())
INTRODUCTIONS: Final = frozenset(
    "in under for with within on at to pursuant accordingly thereafter furthermore moreover additionally also subject "
    "without notwithstanding consistent by during as through upon from after before where following based recognizing "
    "recognising taking considering given having bearing towards toward between hereafter finally secondly firstly "
    "therefore consequently meanwhile similarly likewise until regarding concerning".split()
)
CONDITIONS: Final = frozenset("if unless should in where".split())

# (kind, weight, phrases apart by " / "): the score of a kind is the sum of what is found.
KINDS: Final = (
    ("observer-status", 9, "observer|observers ?status"),
    ("joint-meeting", 5, "meeting|meetings / session|sessions / convene*"),
    ("joint-meeting", 6, "shall|will|to|may ?also ?jointly meet|convene / meets|meet at|every|once|twice|annually|regularly|on|as"),
    ("joint-meeting", 5, "joint|steering|coordinating|coordination|mixed|executive|management|bilateral|monitoring|technical|project|liaison "
     "committee|commission|council|board|group / working group*|party|parties|level / task force / contact group"),
    ("joint-meeting", 4, "conference|conferences|seminar*|workshop*|symposi*|colloqui*|summit|forum|roundtable*|round-table*|consultations|congress|webinar*"),
    ("joint-meeting", 4, "host|hosts|hosted the|a|an|its|next / co-host* / co-organi*"),
    ("joint-meeting", 2, "committee|commission|council / agenda / quorum"),
    ("information-exchange", 7, "exchange|exchanges|exchanged|exchanging ?of ~4 information|data|experience*|document*|documentation|knowledge|publication*|"
     "views|material*|expertise|intelligence|statistics|reports|lessons|practices|literature|ideas|know-how"),
    ("information-exchange", 6, "information|knowledge|data|experience|intelligence sharing|exchange*"),
    ("information-exchange", 6, "share|sharing|shared|shares ?of ~4 information|data|experience*|knowledge|practices|expertise|lessons|documents|results|findings|copies"),
    ("information-exchange", 8, "notify|notifies|inform|advise each|one other|another"),
    ("information-exchange", 6, "inform|informs|informed / keep|keeps|kept ~6 informed|abreast|advised"),
    ("information-exchange", 4, "notify|notifies|notified|communicate|communicates|communicated|transmit*|advise|furnish ~6 information|documents / access to ~3 information|data|documents"),
    ("information-exchange", 4, "provide*|supply|supplies|supplied|furnish* ~5 information|data|documents|documentation|copies|statistics"),
    ("information-exchange", 5, "information ~14 made|make available|public"),
    ("information-exchange", 4, "publication|publications|publish*|publicity|disseminat*|confidential*|disclos*|visibility|publicize|press ?release"),
    ("information-exchange", 2, "information"),
    ("review-cycle", 7, "review|reviews|reviewed|reviewing / evaluat* / assess|assesses|assessed|assessment|assessments / mid-term|midterm / stocktaking|stock-taking / take stock"),
    ("review-cycle", 6, "monitor|monitors|monitored|monitoring / oversee|oversees|oversight / follow-up / follow up / supervis* / audit|audits|audited"),
    ("review-cycle", 2, "progress / implementation of ~4 agreement|memorandum|convention|protocol|mou|plan|programme"),
    ("joint-programme", 5, "joint|jointly|cooperative|collaborative|common ~2 programme*|program|programs|project*|activit*|research|initiative*|action*|"
     "venture*|plan|plans|promotion|publications|efforts|studies|exercises"),
    ("joint-programme", 4, "programme|programmes|program|programs|project|projects / work plan|plans|programme / workplan / action plan|plans / plan of action"),
    ("joint-programme", 4, "cooperate*|cooperation|cooperative|collaborat*|partnership*|partner"),
    ("joint-programme", 2, "implement*|activities|initiatives|joint|jointly|scheme|develop|developed / work ?closely ?more together|with|jointly / working together|closely"),
    ("joint-programme", 3, "research|areas of / fields of"),
    ("joint-programme", 4, "arrangement|arrangements / conclude ~3 agreement*|protocol*"),
    ("capacity-building", 7, "training|train|trains|trainee*|scholarship*|fellowship*|internship*|traineeship* / capacity-building / capacity building|development"),
    ("capacity-building", 6, "exchange|exchanges ?of ~5 scientist*|expert*|staff|student*|personnel|researcher*|specialist*|teacher*|professor*|official*|"
     "scholar*|trainee*|delegation*|faculty|visit|visits|lecturer*|youth|artists|academics"),
    ("capacity-building", 6, "visits ~3 exchange* / technical assistance|support / study tour*|visit* / staff|student|academic|youth exchange*|mobility"),
    ("capacity-building", 5, "second|secondment*|secondee*|seconded"),
    ("capacity-building", 4, "capacities|skills|course|courses|education|educational|curricul* / human resources|resource / strengthen*|build* ~4 capacity|capacities"),
    ("consultation", 7, "consult|consults|consulted|consulting"),
    ("consultation", 6, "consultation|consultations / negotiat* / amicabl* / mutual agreement|consent / mutually agreed|acceptable"),
    ("consultation", 6, "dispute*|difference* ~6 settle*|settled|resolved|interpretation|arising|application / settlement of ~4 dispute*|difference* / settle|settled / solved|resolved ~3 between|by|through"),
    ("consultation", 3, "agreed upon / jointly decide / coordinate|coordination|dialogue / discuss|discussion*"),
    ("consultation", 5, "shall|will|may decide|determine|agree / decided|determined|agreed|settled by|between|in|jointly"),
    ("reporting", 7, "report|reports|progress-report*|reporting|reported"),
    ("reporting", 5, "submit*|present|presents|presented ~6 report*|account*|statement*|proposal*|recommendation* / account to / financial statement*|accounts"),
    ("funding", 6, "fund|funds|funding|funded|financ*|cost|costs|expense*|expenditure*|contribution|contributions|budget*|pay|pays|paid|payment*|payable|reimburse*"),
    ("funding", 6, "grant|grants ~4 amount|of|to|million / instalment*|fee|fees|salary|salaries|remuneration|disburse*|million|billion|donat*|invoice*|allowance*|subsid*|loan|loans|stipend*"),
    ("funding", 4, "contribute* ~3 million|usd|us|euro*|hfl|dollars|amount / resources / free of charge / bear|bears|borne"),
    ("representation", 7, "designate|designates|designated|appoint|appoints|appointed|appointment|nominate*|nominated / focal|contact point* / central address / point of contact / liaison"),
    ("representation", 6, "open|opens|opened|opening|establish*|set|maintain|locate* ~6 office|offices|mission|bureau|secretariat|delegation|headquarters|embassy / regional|country|liaison office"),
    ("representation", 4, "represented|composed|comprise|consist* ~4 representative*|members / participate|attend|represented ~4 meetings|sessions / invited to attend|participate / be represented / invite* ~8 meeting*|session*|conference* / reciprocal representation"),
    ("representation", 3, "executive entity / counterpart* / representative|representatives / national mechanism*"),
    ("validity", 10, "enter|enters|entry|come|comes|came|put|brought into force|effect|operation"),
    ("validity", 10, "remain|remains|continue|continues|stay ?to ?be in force|effect|operation|valid / be|is|are valid|effective"),
    ("validity", 9, "take|takes|become|becomes effect|effective|operative / validity / duration of / valid for|until"),
    ("validity", 8, "extend|extended|renew*|prolong* ~9 period*|year|years|automatically|tacit* / automatically ?be renewed|extended / renewable"),
    ("validity", 7, "expire|expires|expiry|expiration / formalities required / constitutional|internal|legal requirement*|procedure* / ratif* / not end / end before / concluded for ~4 period"),
    ("amendment-termination", 10, "terminate|terminates|terminated|termination|denounce*|denunciation|withdraw|withdraws|withdrawal|suspend|suspended|suspension"),
    ("amendment-termination", 10, "amend|amended|amendment|amendments|modify|modified|modification|modifications"),
    ("amendment-termination", 7, "revise|revised|revision|supplemented|alteration* / notice ~6 terminat*|intention / months ~3 notice"),
)
# (kind, weight, phrases) over the heading that the clause stands under.
TITLES: Final = (
    ("joint-meeting", 2, "meeting*|committee*|governance"),
    ("information-exchange", 3, "information|publication*|confidential*|visibility|publicity"),
    ("review-cycle", 3, "review|monitoring|evaluation|follow-up"),
    ("joint-programme", 2, "cooperation|collaboration|programme*|project*|activit*|areas|forms"),
    ("capacity-building", 3, "training|capacity|students|scholarship*|education"),
    ("consultation", 4, "consultation*|dispute*|settlement|conflicts"),
    ("reporting", 3, "report*"),
    ("funding", 4, "financ*|fund*|contribution|contributions|cost*|budget*|expense*|payment*"),
    ("representation", 3, "representation|focal|contact*|liaison|office*"),
    ("validity", 3, "entry|duration|validity|term"),
    ("amendment-termination", 3, "amend*|terminat*|revision|denunciation|modification*|withdraw*|ending"),
    ("observer-status", 4, "observer*"),
)

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
    "can may shall will should must could would is are was were has have had does do did ceases wishes intends desires exists arises occurs becomes remains".split()
)
# What is signed, as the press calls it.
INSTRUMENTS: Final = (
    "agreement|mou|memorandum|memoranda|accord|pact|partnership|protocol|arrangement|plan|treaty|compact|roadmap|cooperation|collaboration|letter",
)
