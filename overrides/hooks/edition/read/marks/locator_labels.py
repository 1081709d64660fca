"""What stands before the numbers of a locator: as typed here, in English, and as other languages have it."""

LABELS = """
page: p pp pg pgs page pages
volume: vol vols volume volumes
issue: no nos num nums number numbers issue issues №
book: bk bks book books
part: pt pts part parts
chapter: ch chs chap chaps chapter chapters
section: § §§ sec secs sect sects section sections
paragraph: para paras par pars paragraph paragraphs ¶ ¶¶
article-locator: art arts article articles
rule: rule rules
canon: canon canons
line: l ll line lines
verse: v vv verse verses
act: act acts
scene: sc scs scene scenes
column: col cols column columns
folio: fol fols folio folios
figure: fig figs figure figures
table: table tables tbl tbls tab tabs
equation: eq eqs eqn eqns equation equations
map: map maps
box: box boxes
plate: pl pls plate plates
note: n nn note notes fn fns footnote footnotes endnote endnotes
appendix: app apps appx appendix appendices appendixes
annex: annex annexes
supplement: suppl suppls supp supps supplement supplements
opus: op opp opus
elocation: loc locs location locations
""".strip().split("\n")
"""What may stand before the numbers of each kind."""
KIND_OF = {
    label: kind
    for kind, labels in (line.split(": ") for line in LABELS)
    for label in labels.split()
}
SEVERAL = {"§§", "¶¶", "pp", "ll", "nn", "vv", "opp", "appendices"} | {
    label for label in KIND_OF if label[-1] == "s" and label[:-1] in KIND_OF
}
"""Those that say that there are several."""
ABROAD = {
    "s": "page", "seite": "page", "seiten": "page", "pág": "page", "pag": "page", "págs": "page", "pags": "page",
    "página": "page", "páginas": "page", "str": "page", "cap": "chapter", "capítulo": "chapter", "kap": "chapter",
    "kapitel": "chapter", "chapitre": "chapter", "abb": "figure", "abbildung": "figure", "figura": "figure",
    "tabelle": "table", "tabla": "table", "tabela": "table", "tableau": "table", "cuadro": "table",
    "bd": "volume", "band": "volume", "tomo": "volume", "tome": "volume", "t": "volume", "volumen": "volume",
    "abs": "paragraph", "absatz": "paragraph", "párr": "paragraph", "anm": "note", "nota": "note", "nr": "issue",
    "núm": "issue", "abschnitt": "section", "sección": "section", "seção": "section", "anexo": "annex",
}  # fmt: skip
"""Labels of other languages, whose meaning is known, but which are not what is typed here."""
