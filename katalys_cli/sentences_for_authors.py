"""The sentences for those who write the knowledge, by key: Dutch, then English."""

from __future__ import annotations

FOR_AUTHORS: dict[str, tuple[str, str]] = {
    # commands and their results
    "matrix": ("Tips per rol en obstakel", "Tips by role and obstacle"),
    "matrix-by": ("Tips per obstakel. {question}", "Tips by obstacle. {question}"),
    "help-by": (
        "de vraag waarvan de antwoorden de kolommen zijn, zoals phase; anders de rol",
        "the question whose answers are the columns, such as phase; else the role",
    ),
    "column-obstacle": ("obstakel", "obstacle"),
    "thin-cells": ("{number} keer minder dan {minimum} tips (!).", "{number} times fewer than {minimum} tips (!)."),
    "scenario-missing": ("{case}: {names} ontbreekt.", "{case}: {names} is missing."),
    "scenario-unwanted": ("{case}: {names} hoort er niet bij.", "{case}: {names} should not be there."),
    "scenarios-hold": (
        "{number} situaties kloppen. {unexpected} van {tips} tips staan in geen enkele situatie.",
        "{number} scenarios hold. {unexpected} of {tips} tips are in no scenario.",
    ),
    "scenarios-fail": (
        "{failing} van {number} situaties kloppen niet.",
        "{failing} of {number} scenarios do not hold.",
    ),
    "knowledge-sound": (
        "In orde: {obstacles} obstakels, {tips} tips, {sources} bronnen.",
        "In order: {obstacles} obstacles, {tips} tips, {sources} sources.",
    ),
    "knowledge-finding": ("1 melding.", "1 finding."),
    "knowledge-findings": ("{number} meldingen.", "{number} findings."),
    "missing-field": ("{where}`{name}` ontbreekt.", "{where}`{name}` is missing."),
    "unknown-field": ("{where}`{name}` hoort hier niet.{hint}", "{where}`{name}` does not belong here.{hint}"),
    "unknown-value": ("{where}`{name}` kan hier niet.{hint}", "{where}`{name}` is not allowed here.{hint}"),
    "unknown-value-at-all": (
        "{where}`{name}` kan hier niet. Kies uit: {allowed}.",
        "{where}`{name}` is not allowed here. Choose from: {allowed}.",
    ),
    "not-a-list": (
        "{where}hier hoort een lijst, met een streepje per regel.",
        "{where}a list belongs here, with a dash on each line.",
    ),
    "not-a-mapping": (
        "{where}hier horen regels met een naam en een dubbele punt, zoals `nl: ...`.",
        "{where}lines with a name and a colon belong here, such as `nl: ...`.",
    ),
    "not-a-number": ("{where}hier hoort een getal.", "{where}a number belongs here."),
    "not-a-boolean": ("{where}hier hoort `true` of `false`.", "{where}`true` or `false` belongs here."),
    "not-a-text": ("{where}hier hoort één tekst of naam.", "{where}a single text or name belongs here."),
    "not-a-date": ("{where}hier hoort een datum als 2026-11-23.", "{where}a date such as 2026-11-23 belongs here."),
    "invalid-entry": ("{where}dit klopt niet ({reason}).", "{where}this is not right ({reason})."),
    "duplicate-key": ("{where}`{name}` staat er twee keer.", "{where}`{name}` stands here twice."),
    "empty-file": ("Dit bestand is leeg.", "This file is empty."),
    "more-than-plain": (
        "hier staat een anker, verwijzing of label van YAML (&, * of !). Schrijf het voluit, of zet de tekst tussen aanhalingstekens.",
        "an anchor, alias or tag of YAML stands here (&, * or !). Write it out, or put the text between quotes.",
    ),
    "other-to-yaml": (
        "{where}andere programma's lezen `{name}` niet als tekst ({read_as}). Zet het tussen aanhalingstekens.",
        "{where}other programs do not read `{name}` as text ({read_as}). Put it between quotes.",
    ),
    "cut-off": (
        "{where}hier eindigt de tekst: wat achter # staat, ziet niemand.",
        "{where}the text ends here: nobody sees what stands behind #.",
    ),
    "brace": (
        "{where}een accolade staat hier open of dubbel. Schrijf de naam van een getal tussen één paar.",
        "{where}a brace is open or doubled here. Write the name of a figure between one pair.",
    ),
    "figure-in-one-language": (
        "{where}`{language}` noemt {names} en `{other}` niet.",
        "{where}`{language}` names {names} and `{other}` does not.",
    ),
    "no-id": (
        "`{name}` is geen goede naam: gebruik kleine letters, cijfers en streepjes, zoals `{near}`.",
        "`{name}` is no proper name: use small letters, digits and hyphens, such as `{near}`.",
    ),
    "stray-file": (
        "niets leest {name} op deze plek. Zet het waar het hoort, of haal het weg.",
        "nothing reads {name} in this place. Put it where it belongs, or take it out.",
    ),
    "misnamed-file": (
        "niets leest {name} onder deze naam. Hernoem het naar {near}.",
        "nothing reads {name} under this name. Rename it to {near}.",
    ),
    "reused-id": (
        "`{name}` is een oude naam van deze en is weer in gebruik. Geef de nieuwe een andere naam.",
        "`{name}` is an old name of this one and is in use again. Give the new one another name.",
    ),
    "same-label": (
        "`{name}` heet voor de lezer net als `{other}`. Geef een van beide een ander `label`.",
        "`{name}` has the same `label` as `{other}` to the reader. Give one of the two another.",
    ),
    "renamed-twice": (
        "`{name}` is ook de oude naam van `{other}`. Zij kan er maar van één zijn.",
        "`{name}` is the old name of `{other}` too. It can be that of one only.",
    ),
    "waiver-for-nothing": (
        "{where}{name} wordt hier niet gemeld.{hint}",
        "{where}{name} is not reported here.{hint}",
    ),
    "waiver-without-reason": (
        "{where}deze uitzondering heeft geen reden.",
        "{where}this waiver has no reason.",
    ),
    "stale-translation": (
        "{where}`{other}` is veranderd en `{language}` niet.",
        "{where}`{other}` was changed and `{language}` was not.",
    ),
    "no-translations": (
        "translations.txt ontbreekt: wat in één taal is veranderd, valt nu niet op.",
        "translations.txt is missing: what was changed in one language goes unnoticed.",
    ),
    "no-pair": (
        "deze regel is geen paar van twee keer acht letters en cijfers.",
        "this line is no pair of twice eight letters and digits.",
    ),
    "not-yaml": ("Dit is geen YAML die wij begrijpen.", "This is not YAML that we understand."),
    "yaml-open-bracket": (
        "Dit is geen YAML: deze haak staat open. Sluit hem, of zet de tekst tussen aanhalingstekens.",
        "This is not YAML: this bracket is left open. Close it, or put the text between quotes.",
    ),
    "yaml-colon": (
        "Dit is geen YAML: er staat een dubbele punt te veel. Zet tekst met een dubbele punt tussen aanhalingstekens.",
        "This is not YAML: there is a colon too many. Put text that holds a colon between quotes.",
    ),
    "yaml-no-colon": (
        "Dit is geen YAML: hier ontbreekt een dubbele punt achter een naam.",
        "This is not YAML: a colon is missing behind a name here.",
    ),
    "yaml-no-space-colon": (
        "Dit is geen YAML: achter deze dubbele punt ontbreekt een spatie.",
        "This is not YAML: a space is missing behind this colon.",
    ),
    "yaml-no-space-dash": (
        "Dit is geen YAML: achter dit streepje ontbreekt een spatie.",
        "This is not YAML: a space is missing behind this dash.",
    ),
    "yaml-two-dashes": (
        "Dit is geen YAML: hier staan twee streepjes. Haal er een weg.",
        "This is not YAML: two dashes stand here. Take one out.",
    ),
    "yaml-long-dash": (
        "Dit is geen YAML: dit is een lang streepje. Een lijst begint met een kort (-).",
        "This is not YAML: this is a long dash. A list begins with a short one (-).",
    ),
    "yaml-tab": (
        "Dit is geen YAML: hier staat een tab. Gebruik spaties.",
        "This is not YAML: there is a tab here. Use spaces.",
    ),
    "yaml-odd-space": (
        "Dit is geen YAML: hier staat een vaste spatie. Typ een gewone.",
        "This is not YAML: there is a no-break space here. Type a plain one.",
    ),
    "yaml-merge-marks": (
        "Hier staan nog tekens van git: van deze regels zijn er twee versies.",
        "Merge marks of git are left here: there are two versions of these lines.",
    ),
    "yaml-second-entry": (
        "Achter --- begint hier een tweede stuk. In een bestand staat er één.",
        "Behind --- a second entry begins here. A file holds one.",
    ),
    "yaml-dash-start": (
        "Dit is geen YAML: hier begint een streepje een lijst. Begin een lijst op de volgende regel, of zet tekst tussen aanhalingstekens.",
        "This is not YAML: a dash begins a list here. Begin a list on the next line, or put text between quotes.",
    ),
    "yaml-empty-place": (
        "Dit is geen YAML: voor deze komma of haak staat niets.",
        "This is not YAML: nothing stands before this comma or bracket.",
    ),
    "yaml-brackets": (
        "Dit is geen YAML: hier ontbreekt een komma, of dit is de verkeerde haak.",
        "This is not YAML: a comma is missing here, or this is the wrong bracket.",
    ),
    "yaml-goes-on": (
        "Dit is geen YAML: achter een aanhalingsteken of haak gaat de tekst hier door. Zet alles samen tussen aanhalingstekens.",
        "This is not YAML: the text goes on here behind a quote or bracket. Put all of it together between quotes.",
    ),
    "yaml-backslash": (
        "Dit is geen YAML: tekst met een \\ hoort tussen enkele aanhalingstekens.",
        "This is not YAML: text that holds a \\ belongs between single quotes.",
    ),
    "yaml-name": (
        "Dit is geen YAML: een naam kan niet uit haken bestaan. Zet tekst met haken tussen aanhalingstekens.",
        "This is not YAML: a name cannot be made of brackets. Put text with brackets between quotes.",
    ),
    "yaml-odd-start": (
        "Dit is geen YAML: tekst kan niet met dit teken beginnen. Zet haar tussen aanhalingstekens.",
        "This is not YAML: text cannot begin with this sign. Put it between quotes.",
    ),
    "yaml-open-quote": (
        "Dit is geen YAML: dit aanhalingsteken staat open. Sluit het. Hoort het bij de tekst, zet dan alles tussen dubbele.",
        "This is not YAML: this quote is left open. Close it. If it is part of the text, put all of it between double ones.",
    ),
    "yaml-indent": (
        "Dit is geen YAML: deze regel springt anders in dan die erboven.",
        "This is not YAML: this line is indented differently from those above it.",
    ),
    "not-utf-8": ("Dit bestand is geen UTF-8. Bewaar het als UTF-8.", "This file is not UTF-8. Save it as UTF-8."),
    "cannot-read": ("Dit bestand is niet te lezen ({reason}).", "This file cannot be read ({reason})."),
    "control-character": (
        "Hier staat een onzichtbaar teken ({code}). Haal het weg.",
        "There is an invisible character here ({code}). Take it out.",
    ),
    "told-by-the-path": (
        "`{name}` hoort niet in het bestand: de map en de bestandsnaam zeggen het al.",
        "`{name}` does not belong in the file: the folder and the file name tell it already.",
    ),
    "no-basis": (
        "Geef bij `basis` een claim met een bron, of schrijf `basis: practice`.",
        "Give `basis` a claim with a source, or write `basis: practice`.",
    ),
    "role-in-condition": (
        "{where}de rol staat in `for`, niet in een voorwaarde.",
        "{where}the role stands in `for`, not in a condition.",
    ),
    "no-period": ("geef dit getal minstens één periode.", "give this figure at least one period."),
    "period-backwards": ("deze periode eindigt voor zij begint.", "this period ends before it begins."),
    "periods-overlap": (
        "deze periode begint op {day}, als een andere nog loopt.",
        "this period begins on {day}, while another is still running.",
    ),
    "not-a-value": (
        "`{name}` is geen waarde. Schrijf 1250.50 voor een getal en 2027-01-01 voor een dag.",
        "`{name}` is no value. Write 1250.50 for a number and 2027-01-01 for a day.",
    ),
    "two-files": (
        "`{name}` staat ook in {other}. Geef een van beide een andere naam.",
        "`{name}` stands in {other} too. Give one of the two another name.",
    ),
    "dead-tip": (
        "niemand krijgt deze tip: geen enkel antwoord past bij `when` zonder door `unless` af te vallen.",
        "nobody gets this tip: no answers fit `when` without being shut out by `unless`.",
    ),
    "no-option": (
        "niemand krijgt deze tip: `{name}` noemt geen optie.",
        "nobody gets this tip: `{name}` names no option.",
    ),
    "for-nobody": ("niemand krijgt deze tip: `for` noemt geen rol.", "nobody gets this tip: `for` names no role."),
    "for-both-sides": (
        "deze tip is voor initiatiefnemers en voor professionals. Schrijf er twee.",
        "this tip is for initiators and for professionals. Write two tips.",
    ),
    "gap": (
        "{role} krijgt geen enkele tip bij {answers}. Het dichtst erbij: {near}.",
        "{role} gets no tip at all with {answers}. Nearest: {near}.",
    ),
    "gap-for-everyone": (
        "{role} krijgt hier geen enkele tip.",
        "{role} gets no tip at all here.",
    ),
    "thin": (
        "{role}: {number} tips, minder dan de {least} die about.yaml vraagt.",
        "{role}: {number} tips, fewer than the {least} that about.yaml asks for.",
    ),
    "duplicate-tip": (
        "deze tip zegt hetzelfde als `{name}`, voor dezelfde rol en situatie.",
        "this tip says the same as `{name}`, for the same role and situation.",
    ),
    "one-tip-for-both": (
        "deze tip zegt hetzelfde als `{name}`, voor een andere rol.",
        "this tip says the same as `{name}`, for another role.",
    ),
    "same-elsewhere": (
        "deze tip zegt hetzelfde als `{name}` bij {obstacle}.",
        "this tip says the same as `{name}` with {obstacle}.",
    ),
    "subsumed-tip": (
        "wie deze tip krijgt, krijgt hetzelfde al van {names}.",
        "whoever gets this tip gets the same from {names} already.",
    ),
    "condition-for-nothing": (
        "{where}zonder deze regel krijgen precies dezelfde mensen de tip.",
        "{where}without this line exactly the same people get the tip.",
    ),
    "question-for-nothing": (
        "geen enkele tip hangt van deze vraag af.",
        "no tip depends on this question.",
    ),
    "options-alike": (
        "tussen {names} maakt geen enkele tip verschil.",
        "no tip makes a difference between {names}.",
    ),
    "crowded-out": (
        "{role} ziet deze eerste stap nooit bij de eerste drie: {names} gaan altijd voor.",
        "{role} never sees this first step among the first three: {names} always come before it.",
    ),
    "together": (
        "`{name}` is uitgesloten, maar {role} krijgt beide bij {answers}.",
        "`{name}` is excluded, but {role} gets both with {answers}.",
    ),
    "always-together": (
        "`{name}` is uitgesloten, maar {role} krijgt altijd beide.",
        "`{name}` is excluded, but {role} always gets both.",
    ),
    "excludes-itself": ("een tip kan zichzelf niet uitsluiten.", "a tip cannot exclude itself."),
    "not-proven-for": (
        "niet bewezen voor {role}: er zijn te veel situaties (meer dan {work} stappen).",
        "not proven for {role}: there are too many situations (over {work} steps).",
    ),
    "not-proven": (
        "Niet bewezen: er zijn te veel situaties (meer dan {work} stappen).",
        "Not proven: there are too many situations (over {work} steps).",
    ),
    "long-interview": (
        "{role} kan hier {number} vragen krijgen, meer dan de {most} die about.yaml belooft.",
        "{role} may get {number} questions here, more than the {most} that about.yaml promises.",
    ),
    "figure-not-in-force": (
        "op {day} geldt geen periode van dit getal.",
        "no period of this figure holds on {day}.",
    ),
    "source-not-used": (
        "geen tip, obstakel, voorbeeld of getal rust op deze bron.",
        "no tip, obstacle, example or figure rests on this source.",
    ),
    "dangling": ("{where}er is geen {what} `{name}`.{hint}", "{where}there is no {what} `{name}`.{hint}"),
    "dangling-among": (
        "{where}er is geen {what} `{name}`. Kies uit: {allowed}.",
        "{where}there is no {what} `{name}`. Choose from: {allowed}.",
    ),
    "missing-language": ("{where}`{language}` ontbreekt.", "{where}missing `{language}`."),
    "missing-file": ("{file} ontbreekt.{hint}", "{file} is missing.{hint}"),
    # the facts
    "claim-without-basis": (
        "{where}`{words}` staat hier zonder bron.",
        "{where}`{words}` stands here without a source.",
    ),
    "weak-source": (
        "{where}de claim gaat over het recht (`{words}`), maar de bron is van de soort {kind}.",
        "{where}the claim is about the law (`{words}`), but the source is of the kind {kind}.",
    ),
    "amount-in-text": (
        "{where}`{words}` kan veranderen.",
        "{where}`{words}` can change.",
    ),
    "review-due": (
        "de laatste keer nalezen is meer dan {months} maanden geleden.",
        "the last review is more than {months} months ago.",
    ),
    "checked-later": ("`checked` ligt na {day}.", "`checked` lies after {day}."),
    "reviewed-later": ("`reviewed` ligt na {day}.", "`reviewed` lies after {day}."),
    # the language
    "long-sentence": (
        '{where}een zin van {number} woorden, meer dan {most} ("{start} ...").',
        '{where}a sentence of {number} words, over {most} ("{start} ...").',
    ),
    "official-word": (
        '{where}"{name}" is ambtelijk. Schrijf liever: {plain}.',
        '{where}"{name}" is official language. Rather write: {plain}.',
    ),
    "passive-chain": (
        "{where}twee lijdende zinnen na elkaar. Zeg wie het doet.",
        "{where}two passives in a row. Say who does it.",
    ),
    "mixed-address": (
        "{where}hier staat `u` of `uw`, en elders in dit bestand `je`.",
        "{where}here stands `u` or `uw`, and elsewhere in this file `je`.",
    ),
    "unknown-abbreviation": (
        "{where}de afkorting {name} staat niet in glossary.yaml.",
        "{where}the abbreviation {name} is not in glossary.yaml.",
    ),
    "number-of-steps": (
        "deze tip heeft {number} stappen, en niet {least} tot {most}.",
        "this tip has {number} steps, and not {least} to {most}.",
    ),
    "long-title": (
        "{where}een titel van {number} woorden, meer dan {most}.",
        "{where}a title of {number} words, over {most}.",
    ),
    "markup": (
        "{where}`{name}` is opmaak, en tekst is hier kaal.",
        "{where}`{name}` is markup, and text is bare here.",
    ),
    "exclamation": ("{where}hier staat een uitroepteken.", "{where}here stands an exclamation mark."),
    "not-all-proven": (
        "{number} keer niet bewezen. Maak de voorwaarden daar eenvoudiger.",
        "{number} times not proven. Make the conditions there simpler.",
    ),
    "help-explain": ("Leg een code uit die `check` meldt.", "Explain a code that `check` reports."),
    "help-code": ("de code, zoals KB05; zonder code een lijst", "the code, such as KB05; without one a list"),
    "help-all-codes": ("alle codes in één keer", "all codes at once"),
    "help-check-format": ("text of json", "text or json"),
    "help-accept": (
        "houd elke tekst zoals hij nu is voor goed vertaald",
        "take every text as it stands now for translated well",
    ),
    "one-of-these": ("Kies één van {names}.", "Choose one of {names}."),
    # paths, graphs, impact, mutants
    "help-paths": (
        "Tel elke weg door de vragen, of noem ze één voor één.",
        "Count every way through the questions, or list them one by one.",
    ),
    "help-paths-count": ("alleen de totalen", "the totals only"),
    "help-paths-list": (
        "elke weg op een regel; met --format json een JSON per regel",
        "each way on a line; with --format json one JSON a line",
    ),
    "help-paths-stats": ("een tabel (dit gebeurt ook zonder keuze)", "a table (also without a choice)"),
    "help-graph": ("Teken de vragen en wat ze beslissen.", "Draw the questions and what they decide."),
    "help-focus": ("teken alles wat bij dit obstakel kan volgen", "draw all that can follow for this obstacle"),
    "help-graph-format": ("mermaid of dot", "mermaid or dot"),
    "help-impact": (
        "Voor welk deel van de lezers het advies anders is dan in een git-versie.",
        "For which share of the readers the advice differs from that in a git revision.",
    ),
    "help-base": (
        "de versie om mee te vergelijken, zoals main of HEAD~3",
        "the revision to compare with, such as main or HEAD~3",
    ),
    "help-mutate": (
        "verander steeds één voorwaarde en noem wat geen situatie merkt",
        "change one condition at a time and list what no scenario notices",
    ),
    "help-suggest": (
        "schrijf situaties die het wel merken, om na te lezen en te bewaren",
        "write scenarios that would notice, to read and keep",
    ),
    "paths": ("Wegen door de vragen", "Ways through the questions"),
    "paths-in-all": (
        "In totaal {profiles} profielen, {interviews} vraaggesprekken en {outcomes} uitkomsten. Gemiddeld {mean} vragen, hooguit {longest}.",
        "In all {profiles} profiles, {interviews} interviews and {outcomes} outcomes. On average {mean} questions, at most {longest}.",
    ),
    "paths-not-proven": ("Niet geteld: {number}.", "Not counted: {number}."),
    "column-role": ("rol", "role"),
    "column-profiles": ("profielen", "profiles"),
    "column-interviews": ("gesprekken", "interviews"),
    "column-outcomes": ("uitkomsten", "outcomes"),
    "column-mean": ("gemiddeld", "mean"),
    "column-longest": ("langste", "longest"),
    "explain-profiles": (
        "volledige antwoorden op alle vragen waar een tip naar kijkt",
        "full sets of answers to all questions that a tip looks at",
    ),
    "explain-interviews": (
        "reeksen antwoorden op wat echt gevraagd wordt",
        "series of answers to what is really asked",
    ),
    "explain-outcomes": ("verschillende adviezen waar ze op uitkomen", "different advice that they end in"),
    "explain-mean": (
        "vragen per gesprek, met rol, soort en obstakel erbij",
        "questions per interview, with role, type and obstacle",
    ),
    "explain-longest": ("vragen in het langste gesprek", "questions in the longest interview"),
    "any-answer": ("elk antwoord", "any answer"),
    "only-these": ("alleen {names}", "only {names}"),
    "and-more-answers": (" en nog {number}", " and {number} more"),
    "no-tips": ("geen tip", "no tip"),
    "impact": ("Wat deze wijziging doet met het advies", "What this change does to the advice"),
    "impact-none": (
        "Niemand krijgt ander advies dan bij {base} (0 procent van de profielen, bewezen).",
        "Nobody gets other advice than at {base} (0 per cent of the profiles, proven).",
    ),
    "impact-share": (
        "{percent} van de profielen ({share}) krijgt ander advies dan bij {base}.",
        "{percent} of the profiles ({share}) get other advice than at {base}.",
    ),
    "impact-change": ("{obstacle}, {roles}: {percent}.", "{obstacle}, {roles}: {percent}."),
    "impact-come": ("Erbij: {names}.", "New: {names}."),
    "impact-go": ("Eraf: {names}.", "Gone: {names}."),
    "impact-moved": ("Dezelfde tips, maar andere openen het advies.", "The same tips, but others open the advice."),
    "impact-example": ("Bijvoorbeeld bij {answers}.", "For instance with {answers}."),
    "impact-more": (
        "En nog {number} wijzigingen; --format json noemt ze alle.",
        "And {number} more changes; --format json has them all.",
    ),
    "impact-not-proven": ("Niet bewezen: {names}.", "Not proven: {names}."),
    "no-git": ("Voor deze opdracht is git nodig.", "This command needs git."),
    "no-such-revision": (
        "Git kent {name} niet in {path}. Geef een tak, een label of een commit die deze map heeft.",
        "Git does not know {name} in {path}. Give a branch, tag or commit that has this folder.",
    ),
    "mutant-line": ("{tip}: zonder {place} merkt niemand iets.", "{tip}: without {place} nobody notices."),
    "mutant-added": (
        "{tip}: met {option} erbij in {place} merkt niemand iets.",
        "{tip}: with {option} added to {place} nobody notices.",
    ),
    "mutant-removed": (
        "{tip}: zonder {option} in {place} merkt niemand iets.",
        "{tip}: without {option} in {place} nobody notices.",
    ),
    "mutants-noticed": (
        "{noticed} van {number} veranderde voorwaarden worden gemerkt ({percent} procent).",
        "{noticed} of {number} changed conditions are noticed ({percent} per cent).",
    ),
    "too-many-survive": (
        "Dat is minder dan {share} procent. `katalys knowledge test --suggest` schrijft situaties die ze merken.",
        "That is under {share} per cent. `katalys knowledge test --suggest` writes scenarios that notice them.",
    ),
    # new files
    "help-new": ("Maak een nieuw bestand: de vragen wijzen de weg.", "Make a new file: the questions show the way."),
    "help-new-kind": (
        "tip, obstacle of pack (een map met lokale tips)",
        "tip, obstacle or pack (a folder of local tips)",
    ),
    "help-new-folder": ("de map waar het in komt", "the folder that it goes into"),
    "help-schema": (
        "Geef het JSON Schema van een soort bestand, voor een editor die meekijkt.",
        "Give the JSON Schema of a kind of file, for an editor that looks along.",
    ),
    "help-schema-kind": ("zoals tip of obstacle; zonder soort alle", "such as tip or obstacle; without one all"),
    "schema-header": (
        "Zet bovenaan elk bestand {pattern}: {header}",
        "Put at the top of each file {pattern}: {header}",
    ),
    "no-such-file-kind": (
        "Er is geen soort {name}. Kies uit: {near}.",
        "There is no kind {name}. Choose from: {near}.",
    ),
    "new-where": (
        "Geef de map waar het bestand in komt, bijvoorbeeld `katalys knowledge new tip onze-tips`.",
        "Give the folder that the file goes into, for instance `katalys knowledge new tip our-tips`.",
    ),
    "new-obstacle-of": ("Bij welk obstakel hoort de tip?", "Which obstacle is the tip for?"),
    "new-type-of": ("Van welk soort is het obstakel?", "Of which type is the obstacle?"),
    "new-title": (
        "Titel: wat moet iemand doen, in hooguit negen woorden?",
        "Title: what must someone do, in nine words at most?",
    ),
    "new-name": (
        "Naam: hoe zou iemand het verzuchten, in hooguit negen woorden?",
        "Name: how would someone sigh it, in nine words at most?",
    ),
    "new-for": ("Voor wie is de tip?", "Whom is the tip for?"),
    "new-effort": ("Hoeveel tijd kost het?", "How long does it take?"),
    "new-why": ("Waarom werkt dit, in één of twee zinnen?", "Why does this work, in one or two sentences?"),
    "new-explanation": (
        "Wat is er aan de hand, in drie tot vijf korte zinnen?",
        "What is going on, in three to five short sentences?",
    ),
    "new-signs": ("Hoe zeggen mensen het zelf? Komma's ertussen.", "How do people say it themselves? Commas between."),
    "new-keywords": (
        "Welke woorden moeten hierheen leiden? Komma's ertussen.",
        "Which words should lead here? Commas between.",
    ),
    "new-step-number": (
        "Stap {number} (drie tot zes; leeg na de derde is klaar).",
        "Step {number} (three to six; empty after the third is done).",
    ),
    "new-step": ("Wat doet iemand dan?", "What does someone do then?"),
    "new-in-nl": ("(in het Nederlands)", "(in Dutch)"),
    "new-in-en": ("(in het Engels)", "(in English)"),
    "new-needed": ("Dit is nodig.", "This is needed."),
    "new-id": ("Naam van het bestand, in het Engels met streepjes:", "Name of the file, in English with hyphens:"),
    "new-id-taken": ("`{name}` is er al. Kies een andere naam.", "`{name}` is there already. Choose another name."),
    "new-in-order": ("Het nieuwe bestand is in orde.", "The new file is in order."),
    # pages about findings
    "error": ("fout", "error"),
    "warning": ("let op", "warning"),
    "severity-error": (
        "fout: hier gaat advies stuk of verloren",
        "error: advice breaks or gets lost here",
    ),
    "severity-warning": (
        "let op: telt alleen mee met --strict",
        "warning: counts only with --strict",
    ),
    "label-wrong": ("Zo niet:", "Wrong:"),
    "label-right": ("Zo wel:", "Right:"),
    "label-do": ("Wat te doen:", "What to do:"),
    "findings": ("Wat `katalys knowledge check` kan melden", "What `katalys knowledge check` may report"),
    "findings-explained": (
        "Per code wat er mis is, hoe het goed is en waarom. Ook te lezen met `katalys knowledge explain CODE`.",
        "For each code what is wrong, what is right, and why. Also read with `katalys knowledge explain CODE`.",
    ),
    "no-such-code": (
        "Er is geen code {name}.{hint} `katalys knowledge explain` noemt ze alle.",
        "There is no code {name}.{hint} `katalys knowledge explain` lists them all.",
    ),
    "translations-accepted": (
        "Nieuw goedgekeurde teksten: {number}.",
        "Texts newly accepted: {number}.",
    ),
    "accepted": ("{where}goedgekeurd.", "{where}accepted."),
    "more-accepted": ("En nog {number}.", "And {number} more."),
    "nothing-accepted": (
        "Er is niets goedgekeurd: verbeter eerst wat niet te lezen is.",
        "Nothing was accepted: first mend what cannot be read.",
    ),
}
