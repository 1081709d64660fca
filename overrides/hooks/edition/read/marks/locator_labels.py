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
    label: kind
    for kind, labels in (
        line.split(": ")
        for line in """
page: s seite seiten pág pag págs pags página páginas pagina pagine str
chapter: cap caps capítulo capítulos kap kapitel chapitre chapitres capitolo
figure: abb abbildung figura gráfico gráficos grafik schaubild graphique
table: tab tabelle tabla tabela tableau cuadro cuadros quadro quadros
volume: bd bde band tomo tome t volumen volumes
paragraph: abs absatz párr párrafo párrafos parágrafo parágrafos rn randnummer inciso alinéa
note: anm nota notas fußnote
issue: nr núm número numéro
section: abschnitt sección secciones seção apartado
article-locator: artículo artículos artigo artigos artikel
annex: anexo anexos anhang anlage annexe
line: zeile línea linha ligne
""".strip().split("\n")
    )
    for label in labels.split()
}
"""Labels of other languages, whose meaning is known, but which are not what is typed here."""
CHINESE = {
    sign: kind
    for kind, signs in (
        line.split(": ")
        for line in """
page: 页頁
chapter: 章
section: 节節
volume: 卷册冊
issue: 期号號
article-locator: 条條
paragraph: 段款
note: 注註
figure: 图圖
table: 表
line: 行
""".strip().split("\n")
    )
    for sign in signs
}
"""Likewise in Chinese."""
