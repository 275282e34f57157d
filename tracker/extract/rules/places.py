"""States by their short English and French names, with the adjective that press releases use for them.

Each line: English name | French name | stems of adjectives, folded.
"""

from typing import Final

_ROWS: Final = """
Afghanistan|Afghanistan|afghan
Albania|Albanie|albania albanais
Algeria|Algérie|algeri
Angola|Angola|angol
Argentina|Argentine|argentin
Armenia|Arménie|armeni
Australia|Australie|australi
Austria|Autriche|austria autrichien
Azerbaijan|Azerbaïdjan|azerbaijani azerbaidjanais azeri
Bahrain|Bahreïn|bahrain bahrein
Bangladesh|Bangladesh|bangladesh
Belarus|Bélarus|belarus bielorusse
Belgium|Belgique|belgian belge
Benin|Bénin|benin
Bhutan|Bhoutan|bhutan bhoutan
Bolivia|Bolivie|bolivi
Bosnia and Herzegovina|Bosnie-Herzégovine|bosnia bosni
Botswana|Botswana|botswan
Brazil|Brésil|brazilian bresilien
Brunei Darussalam|Brunéi Darussalam|brunei
Bulgaria|Bulgarie|bulgar
Burkina Faso|Burkina Faso|burkina
Burundi|Burundi|burund
Cambodia|Cambodge|cambod
Cameroon|Cameroun|cameroon camerounais
Canada|Canada|canad
Cape Verde|Cap-Vert|
Central African Republic|République centrafricaine|centrafricain
Chad|Tchad|chadian tchadien
Chile|Chili|chile chilien
China|Chine|chinese chinois
Colombia|Colombie|colombi
Comoros|Comores|comor
Congo|Congo|congol
Costa Rica|Costa Rica|costaric
Côte d'Ivoire|Côte d'Ivoire|ivori ivoir
Croatia|Croatie|croat
Cuba|Cuba|cuba
Cyprus|Chypre|cypriot chypriot
Czech Republic|République tchèque|czech tcheque
Denmark|Danemark|danish danois
Djibouti|Djibouti|djibouti
Ecuador|Équateur|ecuador equatorien
Egypt|Égypte|egypt
El Salvador|El Salvador|salvador
Equatorial Guinea|Guinée équatoriale|equatoguin equato-guin
Eritrea|Érythrée|eritre erythre
Estonia|Estonie|estoni
Ethiopia|Éthiopie|ethiopi
European Union|Union européenne|
Finland|Finlande|finnish finland
France|France|french francais
Gabon|Gabon|gabon
Gambia|Gambie|gambi
Georgia|Géorgie|georgi
Germany|Allemagne|german allemand
Ghana|Ghana|ghana
Greece|Grèce|greek grec
Guatemala|Guatemala|guatemal
Guinea|Guinée|guine
Guinea-Bissau|Guinée-Bissau|
Guyana|Guyana|guyan
Haiti|Haïti|haiti
Honduras|Honduras|hondur
Hungary|Hongrie|hungarian hongrois
Iceland|Islande|iceland island
India|Inde|indian indien
Indonesia|Indonésie|indonesi
Iran|Iran|irani iranien
Iraq|Iraq|iraq irak
Ireland|Irlande|irish irland
Israel|Israël|israel
Italy|Italie|italian italien
Jamaica|Jamaïque|jamaic
Japan|Japon|japan japon
Jordan|Jordanie|jordani
Kazakhstan|Kazakhstan|kazakh
Kenya|Kenya|keny
Kuwait|Koweït|kuwait koweit
Kyrgyzstan|Kirghizistan|kyrgyz kirghiz
Laos|Laos|lao
Latvia|Lettonie|latvi letton
Lebanon|Liban|leban liban
Lesotho|Lesotho|
Liberia|Libéria|liberi
Libya|Libye|libya libye
Lithuania|Lituanie|lithuani lituan
Luxembourg|Luxembourg|luxembourg
Madagascar|Madagascar|malagas malgach
Malawi|Malawi|malaw
Malaysia|Malaisie|malaysi malaisi
Maldives|Maldives|maldiv
Mali|Mali|malian malien
Malta|Malte|malt
Mauritania|Mauritanie|mauritani
Mauritius|Maurice|mauriti maurici
Mexico|Mexique|mexic
Moldova|Moldova|moldov
Monaco|Monaco|monegasque
Mongolia|Mongolie|mongol
Montenegro|Monténégro|montenegr
Morocco|Maroc|morocc maroc
Mozambique|Mozambique|mozambi
Myanmar|Myanmar|myanmar birman
Namibia|Namibie|namibi
Nepal|Népal|nepal
Netherlands|Pays-Bas|dutch netherlands neerlandais
New Zealand|Nouvelle-Zélande|neozeland
Nicaragua|Nicaragua|nicaragu
Niger|Niger|nigerien
Nigeria|Nigéria|nigeria
North Macedonia|Macédoine du Nord|macedoni
Norway|Norvège|norwegian norvegien
Oman|Oman|omani
Pakistan|Pakistan|pakistan
Palestine|Palestine|palestin
Panama|Panama|panam
Paraguay|Paraguay|paraguay
Peru|Pérou|peruvian peruvien
Philippines|Philippines|philippin filipin
Poland|Pologne|polish polonais
Portugal|Portugal|portug
Qatar|Qatar|qatar
Republic of Korea|République de Corée|korean coreen
Romania|Roumanie|romani roumain
Russia|Russie|russian russe
Russian Federation|Fédération de Russie|
Rwanda|Rwanda|rwand
Saudi Arabia|Arabie saoudite|saudi saoudien
Senegal|Sénégal|senegal
Serbia|Serbie|serb
Sierra Leone|Sierra Leone|
Singapore|Singapour|singapore singapour
Slovakia|Slovaquie|slovak slovaque
Slovenia|Slovénie|sloven
Somalia|Somalie|somali
South Africa|Afrique du Sud|sud-africain
South Sudan|Soudan du Sud|
Spain|Espagne|spanish espagnol
Sri Lanka|Sri Lanka|
Sudan|Soudan|sudan soudan
Suriname|Suriname|surinam
Sweden|Suède|swedish suedois
Switzerland|Suisse|swiss suisse
Syria|Syrie|syria syrien
Tajikistan|Tadjikistan|tajik tadjik
Tanzania|Tanzanie|tanzani
Thailand|Thaïlande|thai
Togo|Togo|togol
Trinidad and Tobago|Trinité-et-Tobago|
Tunisia|Tunisie|tunisi
Türkiye|Türkiye|turkish turc
Turkey|Turquie|
Turkmenistan|Turkménistan|turkmen
Uganda|Ouganda|ugand ougand
Ukraine|Ukraine|ukrain
United Arab Emirates|Émirats arabes unis|emirati
United Kingdom|Royaume-Uni|british britanni
United States|États-Unis|american americain
United States of America|États-Unis d'Amérique|
Uruguay|Uruguay|uruguay
Uzbekistan|Ouzbékistan|uzbek ouzbek
Vatican|Vatican|
Venezuela|Venezuela|venezuel
Viet Nam|Viet Nam|vietnam
Vietnam|Vietnam|
Yemen|Yémen|yemen
Zambia|Zambie|zambi
Zimbabwe|Zimbabwe|zimbabw
"""


def places(language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give each state's name in the language, and the stems of its adjectives."""
    column = 0 if language == "en" else 1
    rows = (line.split("|") for line in _ROWS.strip().splitlines())
    return [(row[column], tuple(row[2].split())) for row in rows]
