"""The program's own sentences by key: Dutch, then English."""

from __future__ import annotations

from katalys_cli.sentences_for_authors import FOR_AUTHORS
from katalys_cli.sentences_sitting import SITTING

MESSAGES: dict[str, tuple[str, str]] = {
    **SITTING,
    # the interview
    "progress": ("Vraag {number} van hooguit {at_most}", "Question {number} of at most {at_most}"),
    "ask-obstacle-type": ("Waar zit het vast?", "Where are you stuck?"),
    "ask-obstacle": ("Wat lijkt er het meest op?", "Which comes closest?"),
    "do-not-know": ("Weet ik niet", "I do not know"),
    "show-all-obstacles": ("Weet ik niet, toon alles", "I do not know, show all"),
    "menu-instruction": ("(pijltjes of typ om te zoeken)", "(arrow keys, or type to search)"),
    "menu-finds-nothing": ("Niets gevonden. Esc wist het.", "Nothing found. Esc clears it."),
    "checkbox-instruction": (
        "(spatie kiest, Enter bevestigt)",
        "(space ticks, Enter confirms)",
    ),
    "tick-at-least-one": ("Kies er met de spatiebalk minstens één.", "Tick at least one with the space bar."),
    "unknown-alone": (
        'Kies óf "weet ik niet", óf een of meer andere antwoorden.',
        'Choose either "I do not know" or one or more other answers.',
    ),
    "number-or-word": ("Nummer of woord:", "Number or word:"),
    "number-or-word-many": ("Nummers of woorden, met komma's ertussen:", "Numbers or words, with commas between:"),
    "choose-a-number": ("Kies een nummer van 1 tot en met {most}.", "Choose a number from 1 to {most}."),
    # after the advice
    "what-next": ("En nu?", "What next?"),
    "next-save": ("Dit advies bewaren", "Save this advice"),
    "next-another": ("Een ander obstakel bekijken", "Look at another obstacle"),
    "next-change": ("Een antwoord veranderen", "Change an answer"),
    "next-stop": ("Stoppen", "Stop"),
    "save-as": (
        "Naam van het bestand (.md, .html, .txt of .json; .yaml voor je antwoorden):",
        "Name of the file (.md, .html, .txt or .json; .yaml for your answers):",
    ),
    "default-file": ("advies.md", "advice.md"),
    "file-exists": ("Dat bestand is er al.", "That file is there already."),
    "replace": ("Vervangen", "Replace it"),
    "keep": ("Laten staan", "Keep it"),
    "in-short": ("In het kort (scroll omhoog voor de stappen):", "In short (scroll up for the steps):"),
    "written": ("Bewaard in {path}", "Saved in {path}"),
    "dropped-answers": (
        "Deze antwoorden maken voor jouw stappen geen verschil meer: {names}.",
        "These answers no longer make a difference for your steps: {names}.",
    ),
    # the advice
    "advice-title": ("Advies: {names}", "Advice: {names}"),
    "edition": (
        "Gemaakt op {made} met kennis {version}, nagekeken op {reviewed}.",
        "Made on {made} with knowledge {version}, reviewed on {reviewed}.",
    ),
    "your-answers": ("Dit heb je geantwoord:", "What you answered:"),
    "first-steps": ("Begin hier", "Start here"),
    "all-steps": ("Alle stappen", "All steps"),
    "for-initiators": ("Voor initiatiefnemers", "For initiators"),
    "further-steps": ("Daarna", "After that"),
    "further-steps-how": ("Met --all staat er bij elke tip hoe dat gaat.", "With --all each tip tells how that goes."),
    "no-tip-fits": (
        "Voor jouw situatie is er nog geen tip. Kijk bij de andere kant van de tafel hieronder.",
        "There is no tip for your situation yet. Look at the other side of the table below.",
    ),
    "other-side-heading-for-initiator": ("De andere kant van de tafel", "The other side of the table"),
    "other-side-heading-for-professional": ("De andere kant van de tafel", "The other side of the table"),
    "other-side-heading-for-no-role": ("Voor professionals", "For professionals"),
    "other-side-explanation-for-initiator": (
        "Dit kunnen professionals doen. Je mag het hun vragen.",
        "Professionals can do this. You may ask them to.",
    ),
    "other-side-explanation-for-professional": (
        "Dit kunnen initiatiefnemers zelf doen. Wijs hen erop, of help erbij.",
        "Initiators can do this themselves. Point it out to them, or help with it.",
    ),
    "other-side-explanation-for-no-role": (
        "De beste tips. Met --role krijg je alle tips voor één rol.",
        "The best tips. With --role you get every tip for one role.",
    ),
    "label-why": ("Waarom:", "Why:"),
    "label-fits": ("Past bij jou:", "Fits you:"),
    "because": ("omdat {reasons}.", "because {reasons}."),
    "label-fits-if": ("Past bij jou", "Fits you"),
    "label-effort": ("Kost:", "Takes:"),
    "label-pitfall": ("Let op:", "Take care:"),
    "label-example": ("Zo deden anderen het:", "How others did it:"),
    "label-basis": ("Rust op:", "Rests on:"),
    "label-pack": ("Lokale tip van:", "Local tip by:"),
    "label-for": ("Voor:", "For:"),
    "label-obstacle": ("Bij:", "About:"),
    "label-lesson": ("Wat je ervan leert:", "What you can learn:"),
    "second-hand": ("uit de tweede hand", "second-hand"),
    "from-practice": ("ervaring uit de praktijk, zonder bron.", "experience from practice, without a source."),
    "effort-hour": ("een uur", "an hour"),
    "effort-day": ("een dag", "a day"),
    "effort-weeks": ("een paar weken", "a few weeks"),
    "effort-months": ("een paar maanden", "a few months"),
    "words": ("Woorden", "Words"),
    "sources": ("Bronnen", "Sources"),
    "checked": ("bekeken in {when}", "looked at in {when}"),
    "no-legal-advice": (
        "Dit is geen juridisch advies en geen publicatie van Katalys. Regels verschillen per gemeente: vraag het na.",
        "This is no legal advice and no publication of Katalys. Rules differ by municipality: do ask.",
    ),
    "figure-out-of-date": (
        'Let op: "{name}" gold tot en met {until}. Zoek het nieuwe bedrag of de nieuwe datum op.',
        'Take care: "{name}" held until {until}. Look up the new amount or date.',
    ),
    "local-tips-used": ('Met lokale tips uit "{pack}".', 'With local tips from "{pack}".'),
    "if": ("als {situations}", "if {situations}"),
    "unless": ("tenzij {situations}", "unless {situations}"),
    "and": ("en", "and"),
    "or": ("of", "or"),
    "or-else": ("of als", "or if"),
    # figures
    "percent-one": ("{number} procent", "{number} per cent"),
    "percent-many": ("{number} procent", "{number} per cent"),
    "days-one": ("{number} dag", "{number} day"),
    "days-many": ("{number} dagen", "{number} days"),
    "weeks-one": ("{number} week", "{number} week"),
    "weeks-many": ("{number} weken", "{number} weeks"),
    "months-one": ("{number} maand", "{number} month"),
    "months-many": ("{number} maanden", "{number} months"),
    "years-one": ("{number} jaar", "{number} year"),
    "years-many": ("{number} jaar", "{number} years"),
    "from-day": ("vanaf {day}", "from {day}"),
    "until-day": ("tot en met {day}", "until {day}"),
    "now": ("(geldt nu)", "(in force)"),
    # look-up, lists and single entries
    "understood": ("Gezocht: {query}. Gevonden: {name}", "Looked for: {query}. Found: {name}"),
    "also-near": ("Kwam ook in de buurt:", "Also came near:"),
    "read-as": ("Gelezen als: {readings}.", "Read as: {readings}."),
    "which-is-meant": ("Wat bedoel je?", "Which do you mean?"),
    "none-of-these": ("Geen van deze", "None of these"),
    "asked-elsewhere": (
        '"{query}" lijkt iets anders: {matter}. Vraag dat aan {ask}. Gaat het toch om een initiatief? Kies hierboven.',
        '"{query}" looks like something else: {matter}. For that, ask {ask}. '
        "Is it about an initiative after all? Choose above.",
    ),
    "found-elsewhere": (
        'Niets gevonden voor "{query}". Dit lijkt iets anders: {matter}. Vraag dat aan {ask}. '
        "Gaat het toch om een initiatief? Bekijk `katalys list obstacles`.",
        'Nothing found for "{query}". This looks like something else: {matter}. For that, ask {ask}. '
        "Is it about an initiative after all? See `katalys list obstacles`.",
    ),
    "nothing-found": (
        'Niets gevonden voor "{query}". Bekijk `katalys list obstacles`, of beantwoord de vragen met `katalys`.',
        'Nothing found for "{query}". See `katalys list obstacles`, or answer the questions with `katalys`.',
    ),
    "nothing-found-near": (
        'Niets gevonden voor "{query}". Bedoel je {near}? Bekijk ook `katalys list obstacles`.',
        'Nothing found for "{query}". Do you mean {near}? See `katalys list obstacles` too.',
    ),
    "list-obstacles": ("Obstakels", "Obstacles"),
    "list-tips": ("Tips", "Tips"),
    "list-roles": ("Rollen", "Roles"),
    "list-questions": ("Vragen", "Questions"),
    "list-sources": ("Bronnen", "Sources"),
    "list-examples": ("Voorbeelden", "Examples"),
    "list-terms": ("Woorden", "Terms"),
    "list-figures": ("Getallen", "Figures"),
    "signs": ("Zo zeggen mensen het", "How people say it"),
    "label-theme": ("Thema:", "Theme:"),
    "theme-energy": ("energie", "energy"),
    "theme-green": ("groen en eten", "green and food"),
    "theme-water": ("water", "water"),
    "theme-care": ("zorg", "care"),
    "theme-meeting": ("ontmoeten", "meeting"),
    "theme-mobility": ("vervoer", "mobility"),
    "theme-housing": ("wonen", "housing"),
    "theme-safety": ("veiligheid", "safety"),
    "theme-play": ("spelen en sport", "play and sport"),
    "theme-culture": ("cultuur", "culture"),
    "theme-poverty": ("armoede", "poverty"),
    "theme-circular": ("hergebruik", "reuse"),
    "theme-digital": ("digitaal", "digital"),
    "theme-nature": ("natuur en dieren", "nature and animals"),
    "theme-of-what": (
        "--theme kiest onder obstakels. Gebruik `katalys list obstacles --theme {theme}`.",
        "--theme chooses among obstacles. Use `katalys list obstacles --theme {theme}`.",
    ),
    "no-such-theme": (
        "Er is geen thema {name}. Kies uit: {near}.",
        "There is no theme {name}. Choose from: {near}.",
    ),
    "help-theme": (
        "alleen de obstakels van dit thema, zoals energy",
        "only the obstacles of this theme, such as energy",
    ),
    "tips-for": ("Tips voor: {role}", "Tips for: {role}"),
    "related": ("Lijkt erop", "Related"),
    "source-law": ("Wet of verordening.", "Law or by-law."),
    "source-court": ("Uitspraak van een rechter.", "Ruling of a court."),
    "source-government": ("Overheid.", "Government."),
    "source-regulator": ("Toezichthouder.", "Regulator."),
    "source-organisation": ("Organisatie.", "Organisation."),
    "source-research": ("Onderzoek.", "Research."),
    "source-news": ("Nieuws.", "News."),
    "no-such-entry": (
        "Er is niets dat {name} heet. Bedoel je {near}?",
        "There is nothing called {name}. Do you mean {near}?",
    ),
    "no-such-entry-at-all": (
        "Er is niets dat {name} heet. Bekijk wat er is met `katalys list obstacles` of `katalys list tips`.",
        "There is nothing called {name}. See what there is with `katalys list obstacles` or `katalys list tips`.",
    ),
    "no-such-kind": (
        "Van {name} is er geen lijst. Kies uit: {near}.",
        "There is no list of {name}. Choose from: {near}.",
    ),
    # answers
    "answers-wanted": ("Deze antwoorden ontbreken of kloppen niet:", "These answers are missing or not right:"),
    "missing-answer": (
        "{text} Geef {option} met een van: {allowed}.",
        "{text} Give {option} with one of: {allowed}.",
    ),
    "missing-answer-of-many": (
        "{text} Geef {option} met een id uit `katalys list {list}`.",
        "{text} Give {option} with an id from `katalys list {list}`.",
    ),
    "too-early-for-advice": (
        "Gestopt. Voor een advies is nodig wie je bent en wat er vastzit.",
        "Stopped. An advice takes who you are and what is stuck.",
    ),
    "no-such-question": (
        "Er is geen vraag {name}. Bedoel je {near}?",
        "There is no question {name}. Do you mean {near}?",
    ),
    "no-such-option": (
        '"{name}" is hier geen antwoord. Bedoel je {near}?',
        '"{name}" is no answer here. Do you mean {near}?',
    ),
    "no-such-option-at-all": (
        '"{name}" is hier geen antwoord. Kies uit: {allowed}.',
        '"{name}" is no answer here. Choose from: {allowed}.',
    ),
    "no-such-option-of-many": (
        '"{name}" is hier geen antwoord. Kies er een uit `katalys list {list}`.',
        '"{name}" is no answer here. Choose one from `katalys list {list}`.',
    ),
    "one-answer-only": (
        "kies één antwoord, niet {names} samen.",
        "choose one answer, not {names} together.",
    ),
    "for-option": ("{option}: {trouble}", "{option}: {trouble}"),
    "no-option-given": (
        "zet er een antwoord achter, zoals phase=start. Kies uit: {allowed}.",
        "put an answer behind it, such as phase=start. Choose from: {allowed}.",
    ),
    "unreadable-answers": (
        "De antwoorden in {path} zijn niet te lezen. {trouble}",
        "Cannot read the answers in {path}. {trouble}",
    ),
    "no-answers-there": (
        "De antwoorden in {path} zijn niet te lezen: {reason}.",
        "Cannot read the answers in {path}: {reason}.",
    ),
    "end-of-input": ("De invoer hield op voor het antwoord kwam.", "The input ended before the answer came."),
    "interrupted": ("Gestopt.", "Stopped."),
    # options
    "no-such-language": (
        "Katalys spreekt geen {name}. Kies uit: {near}.",
        "Katalys does not speak {name}. Choose from: {near}.",
    ),
    "no-such-format": ("Er is geen vorm {name}. Kies uit: {near}.", "There is no format {name}. Choose from: {near}."),
    "no-such-command": (
        "Er is geen opdracht {name}. Kies uit: {near}. Voor losse woorden: `katalys lookup {name}`.",
        "There is no command {name}. Choose from: {near}. For words of your own: `katalys lookup {name}`.",
    ),
    "no-such-flag": ("Er is geen optie {name}.", "There is no option {name}."),
    "no-such-flag-near": (
        "Er is geen optie {name}. Bedoel je {near}?",
        "There is no option {name}. Do you mean {near}?",
    ),
    "takes-no-value": ("Achter {name} hoort geen waarde.", "{name} takes no value."),
    "needs-a-value": ("Achter {name} hoort een waarde.", "{name} needs a value."),
    "missing-word": (
        "Er ontbreekt iets: {name}. Zie `{command} --help`.",
        "Something is missing: {name}. See `{command} --help`.",
    ),
    "one-word-too-many": (
        "`{command}` neemt één ding. Zet woorden die bij elkaar horen tussen aanhalingstekens.",
        "`{command}` takes one thing. Put words that belong together between quotation marks.",
    ),
    "too-many-words": (
        "Zo kan de opdracht niet. Zie `{command} --help`.",
        "The command cannot be used this way. See `{command} --help`.",
    ),
    # files
    "output-is-a-folder": (
        "{path} is een map. Geef de naam van een bestand, zoals {path}/advies.md.",
        "{path} is a folder. Give the name of a file, such as {path}/advice.md.",
    ),
    "output-is-no-file": (
        "{path} is geen gewoon bestand. Kies een andere naam.",
        "{path} is no ordinary file. Choose another name.",
    ),
    "cannot-print": ("De uitkomst kan niet getoond worden: {reason}.", "Cannot show the result: {reason}."),
    "output-exists": (
        "{path} bestaat al en is niet veranderd. Kies een andere naam, of gebruik --force om het te vervangen.",
        "{path} exists and was not changed. Choose another name, or use --force to replace it.",
    ),
    "cannot-write": (
        "{path} kan niet geschreven worden ({reason}). Kies een andere map.",
        "Cannot write {path} ({reason}). Choose another folder.",
    ),
    "machine-not-there": ("die map of dat bestand is er niet", "there is no such folder or file"),
    "machine-not-allowed": ("je mag daar niet schrijven of lezen", "you may not write or read there"),
    "machine-is-a-folder": ("het is een map", "it is a folder"),
    "machine-full": ("de schijf is vol", "the disk is full"),
    "machine-long-name": ("de naam is te lang", "the name is too long"),
    "machine-other": ("het apparaat weigert het", "the machine refuses"),
    # the knowledge
    "closed-folder": ("De map {path} is niet te lezen: {reason}.", "Cannot read the folder {path}: {reason}."),
    "no-knowledge-folder": (
        "Er is geen kennis in {path}. Wijs naar een map met questions.yaml en obstacles/.",
        "There is no knowledge in {path}. Point to a folder with questions.yaml and obstacles/.",
    ),
    "no-pack-folder": ("De map met lokale tips {path} is er niet.", "The folder of local tips {path} is not there."),
    "unreadable-knowledge": ("De kennis is niet te lezen.", "The knowledge cannot be read."),
    "broken-copy": (
        "De kopie van de kennis in {path} was stuk en is weggehaald. Probeer het nog eens.",
        "The copy of the knowledge in {path} was broken and has been removed. Try again.",
    ),
    "compiling": ("De kennis wordt klaargezet, eenmalig", "Preparing the knowledge, just once"),
    "no-such-day": (
        "--as-of {name} is geen dag. Schrijf hem als 2027-01-01.",
        "--as-of {name} is no day. Write it as 2027-01-01.",
    ),
    "did-you-mean": (" Bedoel je `{near}`?", " Did you mean `{near}`?"),
    # help
    "help-katalys": (
        "Advies voor bewonersinitiatieven en voor de professionals die met hen werken. Zonder opdracht beginnen de vragen.",
        "Advice for residents' initiatives and for the professionals who work with them. Without a command the questions begin.",
    ),
    "help-advise": ("Beantwoord een paar vragen en krijg advies.", "Answer a few questions and get advice."),
    "help-lookup": ("Zoek een obstakel in je eigen woorden.", "Look up an obstacle in your own words."),
    "help-show": (
        "Toon één tip, obstakel, bron, getal of woord.",
        "Show one tip, obstacle, source, figure or term.",
    ),
    "help-list": (
        "Geef een lijst: obstacles, tips, roles, questions, sources, examples, terms of figures.",
        "List obstacles, tips, roles, questions, sources, examples, terms or figures.",
    ),
    "help-knowledge": ("Voor wie aan de kennis schrijft.", "For those who write the knowledge."),
    "help-check": (
        "Kijk een map met kennis na en meld alles wat niet klopt.",
        "Check a folder of knowledge and report all that is wrong.",
    ),
    "help-words": ("wat er vastzit, in je eigen woorden", "what is stuck, in your own words"),
    "help-id": ("de naam van wat je wilt zien", "the id of what you want to see"),
    "help-kind": ("waarvan je een lijst wilt", "what you want a list of"),
    "help-test": (
        "Kijk of elke situatie in scenarios/ het advies geeft dat erbij hoort.",
        "See whether every scenario gives the advice that it must.",
    ),
    "help-matrix": ("Tel de tips per rol en obstakel.", "Count the tips by role and obstacle."),
    "help-min": ("wijs aan waar er minder zijn dan dit", "point out where there are fewer than this"),
    "help-unexpected": ("noem de tips die in geen situatie staan", "name the tips that are in no scenario"),
    "help-matrix-format": ("text, markdown, html, json of csv", "text, markdown, html, json or csv"),
    "help-strict": ("tel ook mee waar alleen op te letten is", "count what is only to take care of as well"),
    "help-as-of": ("kijk na alsof het deze dag is", "check as if it were this day"),
    "help-folder": ("de map; zonder map de meegeleverde kennis", "the folder; without one the shipped knowledge"),
    "help-role": ("wie je bent, zoals initiator of wethouder", "who you are, such as initiator or alderman"),
    "help-obstacle": ("wat er vastzit; mag vaker", "what is stuck; may be repeated"),
    "help-answer": ("een antwoord, zoals phase=start; mag vaker", "an answer, such as phase=start; may be repeated"),
    "help-answers": (
        "een YAML-bestand met antwoorden, of een verslag in Markdown",
        "a YAML file with answers, or a report in Markdown",
    ),
    "help-format": ("text, markdown, html of json", "text, markdown, html or json"),
    "help-output": ("schrijf naar dit bestand; - is het scherm", "write to this file; - is the screen"),
    "help-force": ("vervang een bestand dat er al is", "replace a file that exists"),
    "help-all": ("toon alle tips helemaal", "show every tip in full"),
    "help-lang": ("nl of en", "nl or en"),
    "help-plain": ("genummerde regels, zonder menu's en kleuren", "numbered lines, without menus and colours"),
    "help-no-input": ("stel geen vragen", "ask nothing"),
    "help-knowledge-folder": ("gebruik de kennis in deze map", "use the knowledge in this folder"),
    "help-with": ("voeg een map met lokale tips toe; mag vaker", "add a folder of local tips; may be repeated"),
    "help-version": ("toon de versie en stop", "show the version and stop"),
}

MESSAGES |= FOR_AUTHORS

HELP_WORDS = (
    ("Usage:", "Gebruik:"),
    ("[OPTIONS]", "[OPTIES]"),
    ("COMMAND [ARGS]...", "OPDRACHT [WOORDEN]..."),
    ("Arguments:", "Woorden:"),
    ("Options:", "Opties:"),
    ("Commands:", "Opdrachten:"),
    ("[required]", "[nodig]"),
    ("Show this message and exit.", "toon deze uitleg en stop"),
)
"""What Typer itself says in a help text, and the Dutch for it."""
