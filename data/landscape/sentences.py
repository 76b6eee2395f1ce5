"""Invented strengths, challenges and weaknesses of the example dataset, whole sentences in Norwegian."""

STRENGTHS: dict[str, tuple[str, str, str]] = {
    "1.1": (
        "Planen for lokaldemokratiet er vedtatt og blir fulgt opp hvert år.",
        "Informasjonsarbeidet har klare mål, ansvar og frister.",
        "Folkevalgte og ansatte kjenner planen for åpenhet og innbyggerkontakt.",
    ),
    "1.2": (
        "Sakspapirene ligger lett tilgjengelig og er skrevet så alle kan forstå dem.",
        "Møtene i kommunestyret sendes direkte og kan ses i opptak.",
        "Innbyggerne får korte omtaler av viktige saker før de avgjøres.",
    ),
    "1.3": (
        "Resultatene presenteres samlet på nettsiden med enkle figurer.",
        "Årets resultater sendes ut i en kortversjon til alle husstander.",
        "Innbyggerne kan selv se resultater for hver skole og barnehage.",
    ),
    "1.4": (
        "Innbyggerne trekkes tidlig med i store saker gjennom åpne verksteder.",
        "Ungdomsråd og innbyggerpanel brukes jevnlig og får svar på innspillene sine.",
        "Kommunen har flere faste møteplasser mellom folkevalgte og innbyggere.",
    ),
    "1.5": (
        "Etikk er fast tema på personalmøter i alle enheter.",
        "Det er lett å varsle, også for leverandører og innbyggere.",
        "Etiske spørsmål drøftes med eksempler fra egen hverdag.",
    ),
    "2.1": (
        "Brukerperspektivet er nedfelt i en egen strategi som lederne kjenner.",
        "Kommunen har felles verdier for møtet med brukerne.",
        "Mål for brukerorientering følges opp i alle sektorer.",
    ),
    "2.2": (
        "Innbyggertorget løser de fleste henvendelser ved første kontakt.",
        "Åpningstidene er tilpasset folk i arbeid.",
        "Svartiden på telefon og e-post måles og holdes.",
    ),
    "2.3": (
        "Nettsiden er ryddig og testet sammen med brukere.",
        "Tjenestene er beskrevet på klart språk og flere språk.",
        "De fleste søknader kan fylles ut og følges digitalt.",
    ),
    "2.4": (
        "Brukerundersøkelser gjøres etter en fast plan i alle tjenester.",
        "Funn fra brukerundersøkelser ender i tiltak som brukerne får høre om.",
        "Resultatene fra undersøkelsene sammenlignes mellom enhetene.",
    ),
    "2.6": (
        "Tjenesteerklæringer forteller tydelig hva brukerne kan vente seg.",
        "Klager registreres samlet og brukes til forbedring.",
        "Brukerne får raskt svar når noe har gått galt.",
    ),
    "3.1": (
        "Planer, budsjett og rapporter henger sammen i ett styringssystem.",
        "Årshjulet er kjent og brukt på alle nivåer.",
        "Alle enheter styrer etter samme modell.",
    ),
    "3.2": (
        "Kommunestyret har valgt få og tydelige mål.",
        "De politiske målene er brutt ned til hver enhet.",
        "Målene har indikatorer som det går an å måle.",
    ),
    "3.3": (
        "De folkevalgte får oversiktlige rapporter flere ganger i året.",
        "Kontrollutvalget er aktivt og bruker revisjonen til læring.",
        "Rapportene viser både økonomi og kvalitet.",
    ),
    "3.4": (
        "Fullmaktene er samlet i et reglement som brukes i praksis.",
        "Det er klart hvem som avgjør hva, fra kommunestyre til enhet.",
        "Delegeringen er gjennomgått i starten av valgperioden.",
    ),
    "3.5": (
        "Folkevalgte og administrasjon drøfter rollene sine jevnlig.",
        "Opplæringen av folkevalgte går gjennom hele perioden.",
        "Samspillet mellom politikk og administrasjon bygger på tillit.",
    ),
    "4.1": (
        "Kommunen har en lederplattform som brukes i lederhverdagen.",
        "Forventningene til lederne er skrevet ned og kjent.",
        "Lederstrategien er laget sammen med lederne selv.",
    ),
    "4.2": (
        "Enhetslederne har samlet ansvar for fag, økonomi og personale.",
        "Enhetene har stor frihet innenfor klare rammer.",
        "Enhetene kan ta med seg overskudd til neste år.",
    ),
    "4.3": (
        "Sektorene løser felles oppgaver i faste tverrfaglige lag.",
        "Ledermøtene brukes til utvikling på tvers av fag.",
        "Barn og unge møter et hjelpeapparat som snakker sammen.",
    ),
    "4.4": (
        "Hver leder har en avtale med mål og tiltak.",
        "Lederavtalene vurderes i en årlig samtale.",
        "Lederne vet hva de blir målt på.",
    ),
    "4.5": (
        "Toppledelsen følger opp enhetene i faste dialogmøter.",
        "Rådmannen er synlig og gir tydelige tilbakemeldinger.",
        "Enhetslederne får støtte når resultatene svikter.",
    ),
    "4.6": (
        "Alle ledere deltar i et eget utviklingsprogram.",
        "Nye ledere får mentor og innføring det første året.",
        "Lederutviklingen er knyttet til kommunens egne mål.",
    ),
    "5.1": (
        "Strategien for gode resultater er forankret i hele organisasjonen.",
        "Effektiv bruk av midlene er et uttalt mål i alle sektorer.",
        "Resultatene følges opp på samme måte i alle enheter.",
    ),
    "5.2": (
        "Budsjettet viser hva tjenestene koster og hva de gir.",
        "Enhetskostnader beregnes og brukes i budsjettarbeidet.",
        "Sammenhengen mellom penger og mål er lett å lese i økonomiplanen.",
    ),
    "5.3": (
        "Arbeidsprosesser kartlegges og forenkles jevnlig.",
        "Internkontrollen er samlet og enkel å bruke.",
        "Digitale verktøy har fjernet mye dobbeltarbeid.",
    ),
    "5.4": (
        "Ressursbruk og resultat drøftes åpent i ledergruppen.",
        "Politikerne får gode underlag for å prioritere.",
        "Enhetene møtes for å snakke om hva pengene gir.",
    ),
    "5.5": (
        "Kommunen måler seg jevnlig mot andre og lærer av det.",
        "Nøkkeltall fra lignende kommuner er med i hver årsrapport.",
        "Enhetene sammenligner seg med hverandre og bytter erfaringer.",
    ),
    "5.6": (
        "Samarbeidet med nabokommunene gir bedre tjenester.",
        "Frivillige og private er gode medspillere i tjenestene.",
        "Felles kontorer med naboene sparer penger og gir større fagmiljø.",
    ),
    "6.1": (
        "Arbeidsgiverstrategien er fornyet og godt kjent.",
        "Tillitsvalgte har vært med på å forme arbeidsgiverpolitikken.",
        "Arbeidsgiverpolitikken følges opp med tiltak hvert år.",
    ),
    "6.2": (
        "Kommunen arbeider målrettet for å rekruttere og beholde folk.",
        "Flere ansatte får hele stillinger.",
        "Kommunen profilerer seg godt overfor studenter og lærlinger.",
    ),
    "6.3": (
        "Kompetanseplanen bygger på en kartlegging i alle enheter.",
        "Medarbeidersamtalene gjennomføres og følges opp.",
        "Ansatte får tid og støtte til videreutdanning.",
    ),
    "6.4": (
        "Kriteriene for lokal lønn er kjent og oppleves rettferdige.",
        "Lønn brukes bevisst for å belønne god innsats.",
        "Lønnssamtaler holdes for alle som ønsker det.",
    ),
    "6.5": (
        "Sykefraværet følges opp tidlig og tett.",
        "Medarbeiderundersøkelsen fører til tiltak i hver enhet.",
        "Vernetjenesten er godt med i det daglige arbeidet.",
    ),
    "6.6": (
        "Likestilling og mangfold har egne mål og tiltak.",
        "Kommunen rekrutterer bevisst på tvers av bakgrunn.",
        "Menn i omsorgsyrker er et eget satsingsområde.",
    ),
    "7.1": (
        "Kvalitetsarbeidet er samlet i en plan med tydelige eiere.",
        "Kommunen har en klar tanke om hvordan den vil lære og fornye seg.",
        "Alle sektorer arbeider etter samme kvalitetsmodell.",
    ),
    "7.2": (
        "Avvik meldes av mange og behandles raskt.",
        "Avvikene analyseres samlet to ganger i året.",
        "Tilbakemeldinger fra brukere er del av kvalitetssystemet.",
    ),
    "7.3": (
        "Kommunen deltar aktivt i flere læringsnettverk.",
        "Ansatte besøker andre kommuner for å hente gode løsninger.",
        "Samarbeidet med høgskole og universitet er fast og nyttig.",
    ),
    "7.4": (
        "Forbedringsarbeid med tavler og korte møter er innført i mange enheter.",
        "Tjenestene utvikles sammen med dem som bruker dem.",
        "Kvaliteten måles og drøftes jevnlig i alle enheter.",
    ),
    "7.5": (
        "Ansatte melder inn ideer og får svar på dem.",
        "Et eget fond gir rom for å prøve ut nye løsninger.",
        "Gode ideer løftes fram og belønnes hvert år.",
    ),
    "8.1": (
        "Strategien for samfunnsutvikling er laget sammen med lokalsamfunnet.",
        "Kommuneplanens samfunnsdel er levende og brukes i styringen.",
        "Kommunen har et tydelig bilde av hvor den vil være om ti år.",
    ),
    "8.2": (
        "Lag og foreninger har en fast kontakt i kommunen.",
        "Frivillige og kommunen har en avtale som begge bruker.",
        "Bygdelagene får støtte til egne utviklingsprosjekter.",
    ),
    "8.3": (
        "Kulturlivet er med når kulturplanen lages.",
        "Kommunen stiller lokaler gratis til rådighet for lag og kor.",
        "Kulturarrangementene samler folk fra hele kommunen.",
    ),
    "8.4": (
        "Næringslivet får rask og samlet hjelp fra kommunen.",
        "Møtene med bedriftene er faste og godt besøkt.",
        "Næringsplanen har tiltak som gjennomføres.",
    ),
    "8.5": (
        "Kommunen deltar i prosjekter med partnere i andre land.",
        "Vennskapskommunene brukes til læring og ungdomsutveksling.",
        "Det internasjonale arbeidet har egne mål.",
    ),
    "8.6": (
        "Klimaplanen har målbare mål og årlige regnskap.",
        "Miljøhensyn veier tungt i innkjøp og nye bygg.",
        "Kommunens egne bygg bruker stadig mindre energi.",
    ),
    "8.7": (
        "Folkehelse er et gjennomgående tema i planene.",
        "Nye innbyggere blir tatt godt imot og kommer raskt i arbeid.",
        "Innsatsen mot barnefattigdom er samordnet og følges opp.",
    ),
}

WEAKNESSES: dict[str, tuple[str, str, str]] = {
    "1.1": (
        "Det finnes ingen samlet plan for lokaldemokratiet.",
        "Informasjonsplanen er gammel og lite brukt.",
        "Ansvaret for informasjon er spredt og uklart.",
    ),
    "1.2": (
        "Politiske saker er vanskelige å finne på nettsiden.",
        "Innbyggerne får lite å vite før sakene er avgjort.",
        "Møtene kan ikke følges for dem som ikke kan møte fram.",
    ),
    "1.3": (
        "Innbyggerne får ikke vite hvilke resultater tjenestene gir.",
        "Resultatene finnes bare i årsmeldingen og er tunge å lese.",
        "Ingen resultater vises i sammenligning med andre kommuner.",
    ),
    "1.4": (
        "Innbyggerne trekkes sjelden med ut over lovens krav.",
        "Innspill fra innbyggerne blir ikke besvart.",
        "Det mangler faste møteplasser mellom folkevalgte og innbyggere.",
    ),
    "1.5": (
        "Etiske retningslinjer er lite kjent blant de ansatte.",
        "Leverandører har ingen kanal for å si fra.",
        "Etikk drøftes bare når noe har gått galt.",
    ),
    "2.1": (
        "Kommunen mangler en strategi for brukerorientering.",
        "Hver sektor har sin egen måte å møte brukerne på.",
        "Mål for brukerorientering blir ikke fulgt opp.",
    ),
    "2.2": (
        "Svartider blir ikke målt.",
        "Brukerne må ofte innom flere kontorer i samme sak.",
        "Åpningstidene passer dårlig for folk i arbeid.",
    ),
    "2.3": (
        "Nettsiden er aldri prøvd ut med brukere.",
        "Få tjenester kan løses digitalt fra start til slutt.",
        "Tjenestene er beskrevet med tungt fagspråk.",
    ),
    "2.4": (
        "Brukerundersøkelser gjøres bare i noen få tjenester.",
        "Undersøkelsene fører sjelden til tiltak.",
        "Brukerne får ikke vite hva undersøkelsene viste.",
    ),
    "2.6": (
        "Brukerne vet ikke hva de kan vente seg av tjenestene.",
        "Klager blir ikke samlet og brukt til læring.",
        "Tjenesteerklæringer er ikke tatt i bruk.",
    ),
    "3.1": (
        "Planer og budsjett lever hver for seg.",
        "Styringssystemet er lite kjent ute i enhetene.",
        "Kommunen mangler en samlet beskrivelse av styringen.",
    ),
    "3.2": (
        "Målene er mange og sier lite om retningen.",
        "De politiske målene kan ikke måles.",
        "Enhetene ser ikke sine egne oppgaver i målene.",
    ),
    "3.3": (
        "Rapportene handler nesten bare om økonomi.",
        "De folkevalgte får lite å vite om kvaliteten i tjenestene.",
        "Forvaltningsrevisjon brukes lite til læring.",
    ),
    "3.4": (
        "Fullmaktene er uklare og står i flere dokumenter.",
        "Reglementet for delegering er ikke fornyet på mange år.",
        "Små saker havner ofte på politikernes bord.",
    ),
    "3.5": (
        "Rollene mellom politikk og administrasjon drøftes sjelden.",
        "Folkevalgte får bare opplæring rett etter valget.",
        "Det finnes ingen felles spilleregler for samarbeidet.",
    ),
    "4.1": (
        "Kommunen har ikke bestemt hva god ledelse er hos seg.",
        "Lederstrategien er lite kjent ute i enhetene.",
        "Lederkravene følges ikke opp.",
    ),
    "4.2": (
        "Enhetslederne har ansvar uten å ha fullmakt.",
        "Enhetene får ikke beholde det de sparer.",
        "Mange avgjørelser må tas av andre enn enheten selv.",
    ),
    "4.3": (
        "Sektorene arbeider hver for seg.",
        "Felles oppgaver faller mellom flere stoler.",
        "Ledermøtene brukes mest til beskjeder.",
    ),
    "4.4": (
        "Lederne har ingen avtale om mål og resultater.",
        "Lederavtalene er like for alle og blir ikke brukt.",
        "Lederne får sjelden vite hvordan de ligger an.",
    ),
    "4.5": (
        "Toppledelsen har få faste møter med enhetene.",
        "Oppfølgingen gjelder bare regnskapet.",
        "Enhetslederne savner tilbakemelding fra ledelsen.",
    ),
    "4.6": (
        "Det finnes ikke noe samlet tilbud om lederutvikling.",
        "Nye ledere må lære av egne feil.",
        "Lederutvikling skjer bare når det er penger til overs.",
    ),
    "5.1": (
        "Kommunen mangler en strategi for resultat og effektivitet.",
        "Hva et godt resultat er, varierer fra enhet til enhet.",
        "Effektivitet er lite omtalt i planene.",
    ),
    "5.2": (
        "Budsjettet sier lite om hva pengene skal gi.",
        "Kostnaden for hver tjeneste er ikke beregnet.",
        "Mål og penger behandles i hver sin sak.",
    ),
    "5.3": (
        "Arbeidsprosesser blir sjelden gjennomgått.",
        "Internkontrollen er mangelfull og lite brukt.",
        "Mange rutiner er dobbelt på papir og skjerm.",
    ),
    "5.4": (
        "Ressurser og resultat drøftes ikke samlet.",
        "Politikerne får et tynt grunnlag for å prioritere.",
        "Resultatene er sjelden tema i ledergruppen.",
    ),
    "5.5": (
        "Kommunen sammenligner seg lite med andre.",
        "Nøkkeltall samles inn, men brukes ikke.",
        "Enhetene kjenner ikke hverandres resultater.",
    ),
    "5.6": (
        "Samarbeid med andre er tilfeldig og lite vurdert.",
        "Kommunen har ingen plan for samarbeid med private.",
        "Nytten av samarbeidet med naboene er ikke målt.",
    ),
    "6.1": (
        "Arbeidsgiverpolitikken er gammel og ligger ubrukt.",
        "Tillitsvalgte er lite med i arbeidsgiverpolitikken.",
        "Arbeidsgiverpolitikken har ingen tiltak.",
    ),
    "6.2": (
        "Kommunen gjør lite for å være en attraktiv arbeidsplass.",
        "Mange stillinger er små og ufrivillig delt.",
        "Det mangler en plan for rekruttering.",
    ),
    "6.3": (
        "Kompetansebehovet er ikke kartlagt.",
        "Mange ansatte har ikke hatt medarbeidersamtale.",
        "Opplæringen styres av tilfeldige kurs.",
    ),
    "6.4": (
        "Lokal lønn gis uten kjente kriterier.",
        "Lønn brukes ikke som virkemiddel.",
        "Lønnspolitikken er lite drøftet med de ansatte.",
    ),
    "6.5": (
        "Sykefraværet er høyt og følges ulikt opp.",
        "Medarbeiderundersøkelsen fører ikke til endring.",
        "Arbeidsmiljøet er ikke målt på flere år.",
    ),
    "6.6": (
        "Mangfold er ikke tema i rekrutteringen.",
        "Likestillingsarbeidet har ingen mål.",
        "Kommunen mangler oversikt over mangfoldet blant ansatte.",
    ),
    "7.1": (
        "Kvalitetsarbeidet har ingen felles retning.",
        "Det er uklart hvem som eier kvalitetsarbeidet.",
        "Fornyelse er overlatt til enkeltpersoner.",
    ),
    "7.2": (
        "Få avvik meldes, og de samme feilene skjer igjen.",
        "Avvikene blir ikke sett i sammenheng.",
        "Den som melder avvik, får sjelden svar.",
    ),
    "7.3": (
        "Kommunen ser lite til hvordan andre løser oppgavene.",
        "Det er ingen fast kontakt med høgskole eller universitet.",
        "Erfaringer fra nettverk blir hos dem som deltok.",
    ),
    "7.4": (
        "Ingen felles metode for forbedring er tatt i bruk.",
        "Brukerne er ikke med når tjenester endres.",
        "Kvaliteten blir sjelden gransket av noen utenfra.",
    ),
    "7.5": (
        "Det finnes ingen ordning for ideer fra ansatte.",
        "Gode forslag blir ikke belønnet.",
        "Det er lite rom for å prøve og feile.",
    ),
    "8.1": (
        "Samfunnsplanen er eldre enn valgperioden.",
        "Lokalsamfunnet har ikke vært med på å sette mål.",
        "Det er uklart hvilken retning kommunen vil utvikle seg i.",
    ),
    "8.2": (
        "Frivilligheten mangler en fast kontakt i kommunen.",
        "Samspillet med lag og foreninger er tilfeldig.",
        "Ildsjeler får lite støtte fra kommunen.",
    ),
    "8.3": (
        "Kulturplanen er utløpt.",
        "Kulturlivet blir sjelden spurt om råd.",
        "Lag og kor savner egnede lokaler.",
    ),
    "8.4": (
        "Bedriftene vet ikke hvem de skal snakke med.",
        "Næringsplanen har ingen tiltak.",
        "Kontakten med næringslivet skjer bare ved problemer.",
    ),
    "8.5": (
        "Kommunen har ingen kontakter i andre land.",
        "Det internasjonale arbeidet mangler mål.",
        "Vennskapsavtalene er ikke i bruk.",
    ),
    "8.6": (
        "Klimaplanen følges ikke opp med tall.",
        "Miljøkrav mangler i de fleste innkjøp.",
        "Energibruken i egne bygg er ikke kartlagt.",
    ),
    "8.7": (
        "Folkehelsearbeidet er ikke samordnet.",
        "Innsatsen for utsatte barn er delt på mange.",
        "Nye innbyggere får lite hjelp til å finne seg til rette.",
    ),
}

CHALLENGES: dict[int, tuple[str, ...]] = {
    1: (
        "Gjøre det enklere for unge å si sin mening.",
        "Fortelle mer om resultater, også de svake.",
        "Bruke sosiale medier til samtale og ikke bare til kunngjøring.",
        "Gi innbyggerne svar på hva innspillene førte til.",
        "Nå fram til dem som aldri møter på folkemøter.",
        "Samle alt om innflytelse på én side.",
    ),
    2: (
        "Måle om svartidene holdes.",
        "La brukerne prøve nye nettsider før de tas i bruk.",
        "Samle erfaringer fra klager på tvers av sektorene.",
        "Gjøre flere søknader helt digitale.",
        "Si tydeligere hva brukerne ikke kan vente seg.",
        "Lære av de enhetene som har mest fornøyde brukere.",
    ),
    3: (
        "Redusere antallet mål.",
        "Rapportere på kvalitet like ofte som på økonomi.",
        "Holde opplæringen av folkevalgte ved like mellom valgene.",
        "Tegne styringssystemet så alle forstår det.",
        "Gjøre eierstyringen av selskapene tydeligere.",
        "Bruke revisjonens rapporter til å lære.",
    ),
    4: (
        "Gi lederne tid til å lede.",
        "Følge opp lederavtalene gjennom hele året.",
        "Få sektorene til å eie felles mål.",
        "Gjøre lederutviklingen varig også når økonomien er stram.",
        "Dele god ledelse mellom enhetene.",
        "Avklare hvilket ansvar avdelingslederne har.",
    ),
    5: (
        "Koble mål og penger tydeligere i økonomiplanen.",
        "Bruke nøkkeltall i samtaler og ikke bare i vedlegg.",
        "Regne ut hva de viktigste tjenestene koster.",
        "Vurdere nytten av hvert samarbeid med andre.",
        "Rydde i gamle rutiner.",
        "Drøfte effektivitet uten at det bare handler om kutt.",
    ),
    6: (
        "Få ned bruken av små stillinger.",
        "Beholde unge fagfolk etter de første årene.",
        "Gjøre medarbeidersamtalen mer nyttig.",
        "Planlegge for at mange går av med pensjon.",
        "Gjøre kriteriene for lønn bedre kjent.",
        "Holde sykefraværet nede over tid.",
    ),
    7: (
        "Gjøre forbedring til en del av hverdagen.",
        "Dele gode løsninger mellom sektorene.",
        "Lære mer av avvik enn den enkelte saken.",
        "Ta brukerne med når tjenester skal endres.",
        "Gi ansatte tid til å prøve ut ideer.",
        "Hente inn forskning på egne tjenester.",
    ),
    8: (
        "Gjøre samfunnsplanen til et verktøy i hverdagen.",
        "Få flere unge til å flytte tilbake.",
        "Samordne kontakten med næringslivet.",
        "Vise hva klimatiltakene faktisk gir.",
        "Støtte frivilligheten uten å overta den.",
        "Knytte folkehelse til arealplanleggingen.",
    ),
}
